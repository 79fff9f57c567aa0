import { onTestFinished } from 'vitest';
import { TestClient } from '../../../server/testing/test-client';
import { type TestServer, testServer } from '../../../server/testing/test-server';
import { newTestClientId } from '../../shared/testing/test-client-ids';
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
  /** The patches in the log up to a version (`namesOf`), as the server tells one who comes now. */
  log(version: number): Promise<string[]>;
}

/** A real server in this process with an empty room. */
export async function startRoom(options: Parameters<typeof testServer>[0] = {}): Promise<TestRoom> {
  const server = await testServer(options);
  const room = await server.newRoom();
  const host = `127.0.0.1:${server.port}`;
  return {
    server,
    room,
    host,
    tab: (given) => new Tab({ host, room, ...given }),
    wire: () => layWire(server.port),
    log: (version) => logOf(`http://${host}`, room, version),
  };
}

async function logOf(url: string, room: string, version: number): Promise<string[]> {
  const late = new TestClient(url, room);
  onTestFinished(() => late.socket.terminate());
  await late.join(newTestClientId());
  const log: string[] = [];
  while (log.length < version) {
    const message = await late.next();
    if (message.type !== 'patch_broadcast') continue;
    log.push(...message.patches.flatMap(({ clientId, seq }) => namesOf(clientId, seq)));
  }
  return log;
}

/** A client's patches by name. */
export const namesOf = (clientId: string, ...seqs: number[]) => seqs.map((seq) => `${clientId} ${seq}`);

/** What the server says of a patch that took effect as it was meant. */
export const acknowledged = (serverVersion: number) => ({ status: 'ack', serverVersion, skipped: [] }) as const;
