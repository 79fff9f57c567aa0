/** What Kumiko is measured against: a relay that parses a message, counts it, and sends it to everyone. Nothing else. */
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { serveMeasured } from './measured';

const relay = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const sockets = new Set<WebSocket>();
const seen = { messages: 0 };
relay.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (data) => {
    JSON.parse(data.toString());
    seen.messages += 1;
    for (const other of sockets) other.send(data, { binary: false });
  });
});
relay.once('listening', () => {
  const { port } = z.object({ port: z.int() }).parse(relay.address());
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
serveMeasured(async () => relay.close());
