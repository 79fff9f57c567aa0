/** What joining is measured against: a server that greets everyone with a whole graph, as one frame of plain JSON. */
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import { serveParent } from './child';

/** Where the graph is, as JSON. */
const source = must(process.argv[2], 'the address of a snapshot');
const frame = await (await fetch(source)).text();

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
