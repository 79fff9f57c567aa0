/** What owners do over HTTP, for attacks on it. */
import type { Role } from '../../../src/shared/access';
import { issuedLinkSchema, type Link } from '../../../src/shared/protocol/links';
import { keyHeader } from '../../testing/known-keys';
import type { TestServer } from '../../testing/test-server';

/** Asks something of a room's routes, by default as its first owner. */
export function ask(
  server: Pick<TestServer, 'url'>,
  room: string,
  method: string,
  rest: string,
  body?: unknown,
  headers: Record<string, string> = keyHeader(room),
): Promise<Response> {
  const all = { ...headers, 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers: all } : { method, headers: all, body: JSON.stringify(body) };
  return fetch(`${server.url}/api/rooms/${room}${rest}`, init);
}

export async function newLink(
  server: Pick<TestServer, 'url'>,
  room: string,
  role: Role,
): Promise<{ link: Link; key: string }> {
  return issuedLinkSchema.parse(await (await ask(server, room, 'POST', '/links', { role })).json());
}
