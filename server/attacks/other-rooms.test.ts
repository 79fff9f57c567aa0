/** Who has a graph of their own, and wants another. */
import { describe, expect, test } from 'vitest';
import { createLog } from '../log';
import { clientNo } from '../testing/ids';
import { keyHeader, knownKey } from '../testing/known-keys';
import { setTitle } from '../testing/ops';
import { TestClient } from '../testing/test-client';
import { type TestServer, testServer } from '../testing/test-server';
import { exchange, requestText } from './testing/exchange';
import { ask, newLink } from './testing/links';
import { neighbour } from './testing/neighbour';

const SECRET = 'The secret title';

/** Ann has a graph with a snapshot of version 1; Eve has one of her own. */
async function scene(options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer({ catchUp: { patches: 0, bytes: 0 }, ...options });
  const [annas, eves] = [await server.newRoom({ title: SECRET }), await server.newRoom({ title: 'Eve' })];
  await new TestClient(server.url, annas).join(clientNo(1));
  return { server, annas, eves, honest: await neighbour(server) };
}

/** Everything a room has routes for. */
const ROUTES = [
  ['GET', ''],
  ['GET', '/snapshots/1'],
  ['GET', '/links'],
  ['POST', '/links', { role: 'owner' }],
  ['POST', '/restore', {}],
  ['DELETE', ''],
] as const;

async function expectUntouched(server: TestServer, room: string): Promise<void> {
  const about = await (await ask(server, room, 'GET', '')).json();
  expect(about).toEqual({ room, role: 'owner', title: SECRET });
  expect(await (await ask(server, room, 'GET', '/links')).json()).toMatchObject({ links: [{ role: 'owner' }] });
}

test('M10: a key opens its own room alone, by every route and by the socket', async () => {
  const { server, annas, eves, honest } = await scene();
  for (const [method, rest, body] of ROUTES) {
    const response = await ask(server, annas, method, rest, body, keyHeader(eves));
    const text = await response.text();
    expect([method, rest, response.status]).toEqual([method, rest, 404]);
    expect(text).not.toContain(SECRET);
  }
  const eve = await new TestClient(server.url, annas).open();
  eve.greet(clientNo(2), { key: knownKey(eves) });
  expect(await eve.next()).toMatchObject({ type: 'error', code: 'NO_SUCH_ROOM' });
  await expectUntouched(server, annas);
  await honest.goesOn();
});

test('a link of one room cannot be changed or revoked through another', async () => {
  const { server, annas, eves, honest } = await scene();
  const { link, key } = await newLink(server, annas, 'viewer');
  for (const method of ['PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { role: 'owner' } : undefined;
    expect((await ask(server, eves, method, `/links/${link.id}`, body)).status).toBe(404);
  }
  const about = await ask(server, annas, 'GET', '', undefined, { 'kumiko-key': key });
  expect(await about.json()).toMatchObject({ role: 'viewer' });
  await honest.goesOn();
});

describe('a key cannot be guessed or made', () => {
  test('from parts of others', async () => {
    const { server, annas, eves, honest } = await scene();
    const [own, right] = [knownKey(eves) ?? '', knownKey(annas) ?? ''];
    const [ownId, rightId, ownMark, rightMark] = [own.slice(0, 16), right.slice(0, 16), own.slice(16), right.slice(16)];
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const guesses = [
      rightId,
      rightId + ownMark,
      ownId + rightMark,
      `${rightId}${'A'.repeat(24)}`,
      right.slice(0, -1),
      `${right}A`,
      `${right}=`,
      ` ${right.toLowerCase()}`,
      right.split('').reverse().join(''),
      // Every character counts, down to its last bit.
      ...Array.from({ length: right.length }, (_, at) => flip(right, at)),
    ];
    for (const key of guesses) {
      const response = await ask(server, annas, 'GET', '', undefined, { 'kumiko-key': key });
      expect([key, response.status]).toEqual([key, 404]);
    }
    await expectUntouched(server, annas);
    await honest.goesOn();
  });

  test('by a secret of another server', async () => {
    const { server, annas, honest } = await scene();
    const other = await testServer();
    const foreign = await other.newRoom();
    const response = await ask(server, annas, 'GET', '', undefined, keyHeader(foreign));
    expect(response.status).toBe(404);
    await honest.goesOn();
  });
});

test('a key anywhere else than in its header opens nothing; and none of them is logged, right or wrong', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', format: 'json', write: (line) => lines.push(line) });
  const { server, annas, honest } = await scene({ log });
  const key = knownKey(annas) ?? '';
  const wrong = 'W'.repeat(40);
  const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.c2lnbmF0dXJl';
  for (const shown of [key, wrong]) {
    const room = `/api/rooms/${annas}`;
    const requests = [
      requestText('GET', `${room}?key=${shown}&Kumiko-Key=${shown}&kumiko-key=${shown}`),
      requestText('GET', `${room}#key=${shown}`),
      requestText('GET', `${room};key=${shown}`),
      requestText('GET', room, {
        Cookie: `key=${shown}; kumiko-key=${shown}`,
        Referer: `http://localhost/#key=${shown}`,
      }),
      requestText('GET', room, { Authorization: `Bearer ${shown}` }),
      requestText('GET', `${room}/snapshots/1?key=${shown}`),
      requestText('GET', `/api/rooms/${shown}`),
      requestText('GET', `/g/${annas}?key=${shown}`),
      requestText('GET', `/${shown}`),
      requestText('GET', room, { Authorization: `Bearer ${token}`, 'User-Agent': shown }),
    ];
    for (const text of requests) {
      const answer = await exchange(server, text).all;
      expect(answer.slice(0, 12), text).toMatch(/^HTTP\/1\.1 4/);
      expect(answer, text).not.toContain(SECRET);
    }
    const eve = await new TestClient(server.url, `${annas}?key=${shown}&kumiko-key=${shown}`).open();
    eve.greet(clientNo(2), { key: undefined });
    expect(await eve.next()).toMatchObject({ type: 'error', code: 'NO_SUCH_ROOM' });
    const greeted = await new TestClient(server.url, annas).open();
    greeted.greet(clientNo(2), { key: shown, token });
    await greeted.next();
    greeted.send(`{"type":"nonsense","key":"${shown}"}`);
    greeted.patch(1, [setTitle(shown)]);
    greeted.socket.close();
    await greeted.closed;
  }
  await honest.goesOn();
  expect(lines.length).toBeGreaterThan(20);
  for (const secret of [key, key.slice(16), wrong, token, SECRET]) {
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  }
});
