/** Someone who works in a room of their own, on the server that is attacked. */
import { WebSocket } from 'ws';
import { newTestClientId } from '../../../src/shared/testing/test-client-ids';
import { schemaOps } from '../../testing/ops';
import type { TestServer } from '../../testing/test-server';
import { Witness } from '../../testing/witness';

export interface Neighbour {
  readonly room: string;
  /** Changes the graph, and compares it with the server's. Fails when either does not do. */
  goesOn(): Promise<void>;
}

/** Makes a room and joins it. */
export async function neighbour(server: TestServer): Promise<Neighbour> {
  const room = await server.newRoom();
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/parties/room/${room}`);
  const witness = await new Witness(socket).join(newTestClientId());
  await witness.edit(schemaOps);
  return {
    room,
    async goesOn() {
      await witness.probe();
    },
  };
}
