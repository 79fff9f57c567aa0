import type { ServerOptions } from '../../../server/app';
import { type TestServer, testServer } from '../../../server/testing/test-server';
import { Tab, type TabOptions } from './tab';
import { layWire, type Wire } from './wire';

export interface TestRoom {
  readonly server: TestServer;
  readonly room: string;
  /** The server's host and port. */
  readonly host: string;
  /** Opens a tab in the room. */
  tab(given?: Partial<TabOptions>): Tab;
  /** A wire to the server. */
  wire(): Promise<Wire>;
}

/** A real server in this process with an empty room. */
export async function startRoom(options: Partial<ServerOptions> = {}): Promise<TestRoom> {
  const server = await testServer(options);
  const room = await server.newRoom();
  const host = `127.0.0.1:${server.port}`;
  return { server, room, host, tab: (given) => new Tab({ host, room, ...given }), wire: () => layWire(server.port) };
}

/** What the server says of a patch that took effect as it was meant. */
export const acknowledged = (serverVersion: number) => ({ status: 'ack', serverVersion, skipped: [] }) as const;
