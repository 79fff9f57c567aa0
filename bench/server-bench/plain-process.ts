/** What joining is measured against: a server that greets everyone with a whole graph, as one frame of plain JSON. */
import { readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import { serveParent } from './child';

const frame = readFileSync(must(process.argv[2], 'a file with a graph as JSON'), 'utf8');

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => socket.send(frame));
server.once('listening', () => {
  const { port } = z.object({ port: z.int() }).parse(server.address());
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
serveParent(
  async () => ({}),
  async () => server.close(),
);
