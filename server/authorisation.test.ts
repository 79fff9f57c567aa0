/**
 * Who may do what: every route and every message, for everyone who may come. A new route or message fails the first test
 * here until it has a row.
 */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { includesRole, ROLES, type Role } from '../src/shared/access';
import { assert } from '../src/shared/assert';
import { byKind } from '../src/shared/graph/model';
import { clientMessageSchema } from '../src/shared/protocol/client-messages';
import { issuedLinkSchema } from '../src/shared/protocol/links';
import type { ServerMessage } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { httpRoutes } from './http/routes';
import { clientNo } from './testing/ids';
import { keyHeader, knownKey } from './testing/known-keys';
import { setTitle } from './testing/ops';
import { ANYONE } from './testing/people';
import { TestClient } from './testing/test-client';
import { type TestServer, testServer } from './testing/test-server';

/** Everyone who may come: by a link of each role, or by something that opens nothing. */
const STRANGERS = ['no key', 'nonsense', 'another room', 'revoked'] as const;
const COMERS = [...ROLES, ...STRANGERS] as const;
type Comer = (typeof COMERS)[number];

interface World {
  readonly server: TestServer;
  readonly room: string;
  /** A link of an editor that can be changed. */
  readonly spare: string;
  /** The key each comer shows. */
  readonly keys: Readonly<Record<Comer, string | undefined>>;
}

async function makeLink(server: TestServer, room: string, role: Role) {
  const response = await fetch(`${server.url}/api/rooms/${room}/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...keyHeader(room) },
    body: JSON.stringify({ role }),
  });
  return issuedLinkSchema.parse(await response.json());
}

async function world(): Promise<World> {
  const server = await testServer({ catchUp: { patches: 0, bytes: 0 } });
  const [room, other] = [await server.newRoom({ title: 'Ours' }), await server.newRoom({ title: 'Theirs' })];
  const [viewer, editor, spare, revoked] = [
    await makeLink(server, room, 'viewer'),
    await makeLink(server, room, 'editor'),
    await makeLink(server, room, 'editor'),
    await makeLink(server, room, 'owner'),
  ];
  const gone = await fetch(`${server.url}/api/rooms/${room}/links/${revoked.link.id}`, {
    method: 'DELETE',
    headers: keyHeader(room),
  });
  assert(gone.status === 204, 'a link is revoked');
  // Sees to it that there is a snapshot of version 1.
  await new TestClient(server.url, room).join(clientNo(9));
  const keys = {
    owner: knownKey(room),
    editor: editor.key,
    viewer: viewer.key,
    'no key': undefined,
    nonsense: 'x'.repeat(60),
    'another room': knownKey(other),
    revoked: revoked.key,
  };
  return { server, room, spare: spare.link.id, keys };
}

interface Row {
  readonly method: string;
  /** As the route is written. */
  readonly route: string;
  readonly path: (world: World) => string;
  readonly body?: unknown;
  /** The least role that may; `anyone`: no key is asked for. */
  readonly needs: Role | 'anyone';
  /** The status for who may. */
  readonly status: number;
}

const at = (rest: string) => (w: World) => `/api/rooms/${w.room}${rest}`;

// In an order in which each leaves to the next what it needs.
const ROUTES: readonly Row[] = [
  { method: 'GET', route: '/healthz', path: () => '/healthz', needs: 'anyone', status: 200 },
  { method: 'GET', route: '/readyz', path: () => '/readyz', needs: 'anyone', status: 200 },
  { method: 'GET', route: '/metrics', path: () => '/metrics', needs: 'anyone', status: 200 },
  { method: 'GET', route: '/api/config', path: () => '/api/config', needs: 'anyone', status: 200 },
  { method: 'GET', route: '/api/samples', path: () => '/api/samples', needs: 'anyone', status: 200 },
  { method: 'POST', route: '/api/rooms', path: () => '/api/rooms', body: {}, needs: 'anyone', status: 201 },
  { method: 'GET', route: '/api/rooms/:room', path: at(''), needs: 'viewer', status: 200 },
  {
    method: 'GET',
    route: '/api/rooms/:room/snapshots/:version{[0-9]{1,15}}',
    path: at('/snapshots/1'),
    needs: 'viewer',
    status: 200,
  },
  { method: 'GET', route: '/api/rooms/:room/links', path: at('/links'), needs: 'owner', status: 200 },
  {
    method: 'POST',
    route: '/api/rooms/:room/links',
    path: at('/links'),
    body: { role: 'viewer' },
    needs: 'owner',
    status: 201,
  },
  {
    method: 'PATCH',
    route: '/api/rooms/:room/links/:link',
    path: (w) => at(`/links/${w.spare}`)(w),
    body: { name: 'Spare' },
    needs: 'owner',
    status: 200,
  },
  {
    method: 'DELETE',
    route: '/api/rooms/:room/links/:link',
    path: (w) => at(`/links/${w.spare}`)(w),
    needs: 'owner',
    status: 204,
  },
  { method: 'POST', route: '/api/rooms/:room/restore', path: at('/restore'), body: {}, needs: 'owner', status: 200 },
  { method: 'DELETE', route: '/api/rooms/:room', path: at(''), needs: 'owner', status: 200 },
  { method: 'GET', route: '/*', path: () => '/assets/none.js', needs: 'anyone', status: 404 },
];

/** By message, the least role from which it has an effect. `hello` and `auth` are what the rest of this file is about. */
const MESSAGES: Readonly<Record<string, Role | 'all of this file'>> = {
  hello: 'all of this file',
  auth: 'all of this file',
  patch: 'editor',
  presence: 'viewer',
  person: 'viewer',
  check: 'viewer',
  checked: 'viewer',
  ping: 'viewer',
};

/** Those who may do most come last: a graph can be deleted only once. */
const LEAST_FIRST = [...STRANGERS, ...ROLES];

function may(comer: Comer, needs: Row['needs']): boolean {
  if (needs === 'anyone') return true;
  const role = ROLES.find((each) => each === comer);
  return role !== undefined && includesRole(role, needs);
}

function ask({ server, keys }: World, { method, body }: Row, path: string, comer: Comer): Promise<Response> {
  const key = keys[comer];
  const headers = { ...(key !== undefined && { 'kumiko-key': key }), 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  return fetch(`${server.url}${path}`, init);
}

const problem = z.object({ error: z.object({ code: z.string(), reason: z.string() }) });

describe('the authorisation matrix', () => {
  it('has a row for every route and every message', () => {
    const written = ROUTES.map(({ method, route }) => `${method} ${route}`);
    expect(written).toEqual([...new Set(written)]);
    expect(new Set(written)).toEqual(routesOfServer());
    const types = clientMessageSchema.options.map((option) => option.shape.type.value);
    expect(new Set(Object.keys(MESSAGES))).toEqual(new Set(types));
  });

  it('holds for every route', async () => {
    const w = await world();
    for (const row of ROUTES) {
      for (const comer of LEAST_FIRST) {
        const what = `${row.method} ${row.route} by ${comer}`;
        const response = await ask(w, row, row.path(w), comer);
        const text = await response.text();
        if (may(comer, row.needs)) {
          expect(response.status, `${what}: ${text}`).toBe(row.status);
          continue;
        }
        // Someone of the graph is told that they may not; everyone else, that there is no such thing.
        const isOfGraph = ROLES.some((role) => role === comer);
        expect(response.status, `${what}: ${text}`).toBe(isOfGraph ? 403 : 404);
        expect(problem.parse(JSON.parse(text)).error.code, what).toBe(isOfGraph ? 'FORBIDDEN' : 'NO_SUCH_ROOM');
      }
    }
  });

  it('answers strangers the same whether there is such a graph or not', async () => {
    const w = await world();
    for (const row of ROUTES.filter(({ needs }) => needs !== 'anyone')) {
      const path = row.path(w);
      for (const comer of STRANGERS) {
        const [real, unreal] = [
          await ask(w, row, path, comer),
          await ask(w, row, path.replace(w.room, 'A'.repeat(22)), comer),
        ];
        expect([real.status, await real.text()], `${row.method} ${row.route} by ${comer}`).toEqual([
          unreal.status,
          await unreal.text(),
        ]);
      }
    }
    for (const comer of STRANGERS) {
      expect(await turnedAway(w, w.room, comer), comer).toEqual(await turnedAway(w, 'A'.repeat(22), comer));
    }
  });

  it('holds for a graph that was deleted: its owners alone know of it, and can bring it back', async () => {
    const w = await world();
    const [info, restore, remove] = ['GET /api/rooms/:room', 'POST /api/rooms/:room/restore', 'DELETE /api/rooms/:room']
      .map((wanted) => ROUTES.find(({ method, route }) => `${method} ${route}` === wanted))
      .map((row) => row ?? expect.fail('a row of the table'));
    assert(info && restore && remove, 'three rows');
    expect((await ask(w, remove, remove.path(w), 'owner')).status).toBe(200);
    for (const comer of COMERS.filter((each) => each !== 'owner')) {
      for (const row of ROUTES.filter(({ needs }) => needs !== 'anyone')) {
        expect((await ask(w, row, row.path(w), comer)).status, `${row.method} ${row.route} by ${comer}`).toBe(404);
      }
      expect(await turnedAway(w, w.room, comer), comer).toMatchObject({ closed: CLOSE_CODES.noSuchRoom });
    }
    expect(await turnedAway(w, w.room, 'owner')).toMatchObject({ closed: CLOSE_CODES.noSuchRoom });
    const about = await (await ask(w, info, info.path(w), 'owner')).json();
    expect(about).toMatchObject({ room: w.room, role: 'owner', deleted: { at: expect.any(Number) } });
    expect((await ask(w, restore, restore.path(w), 'owner')).status).toBe(200);
    expect((await ask(w, info, info.path(w), 'viewer')).status).toBe(200);
  });

  it('holds for every message', async () => {
    for (const role of ROLES) {
      const w = await world();
      const client = new TestClient(w.server.url, w.room);
      expect(await client.join(clientNo(1), { key: w.keys[role] }), role).toMatchObject({ role });
      for (const [type, needs] of Object.entries(MESSAGES)) {
        if (needs === 'all of this file') continue;
        const effect = EFFECTS[type] ?? expect.fail(`no effect is known of ${type}`);
        expect(await effect(w, client), `${type} by ${role}`).toBe(may(role, needs));
      }
    }
  });
});

/** What each message does that others, or its sender, can see. */
const EFFECTS: Readonly<Record<string, (w: World, client: TestClient) => Promise<boolean>>> = {
  patch: async (_, client) => {
    client.patch(1, [setTitle('Changed')]);
    const answer = await client.next();
    if (answer.type === 'nack') {
      expect(answer).toMatchObject({ seq: 1, code: 'FORBIDDEN', retryable: true });
      return false;
    }
    return answer.type === 'ack';
  },
  presence: (w, client) => seenByAnother(w, () => client.send({ type: 'presence', cursor: { x: 7, y: 7 } }), /"x":7/),
  person: (w, client) =>
    seenByAnother(w, () => client.send({ type: 'person', person: { ...ANYONE, name: 'Renamed' } }), /Renamed/),
  check: async (_, client) => {
    client.send({ type: 'check' });
    return (await client.next()).type === 'check';
  },
  checked: async (_, client) => {
    const part = { count: 0, hash: '0000000000000000' };
    const digest = byKind(() => part);
    client.send({ type: 'checked', version: 0, digest });
    client.send({ type: 'ping' });
    return (await client.next()).type === 'pong';
  },
  ping: async (_, client) => {
    client.send({ type: 'ping' });
    return (await client.next()).type === 'pong';
  },
};

async function seenByAnother({ server, room }: World, act: () => void, what: RegExp): Promise<boolean> {
  const other = new TestClient(server.url, room);
  await other.join(clientNo(5));
  act();
  let message: ServerMessage;
  do message = await other.nextOfAll();
  while (message.type !== 'presence' || !what.test(JSON.stringify(message)));
  other.socket.close();
  return true;
}

async function turnedAway({ server, keys }: World, room: string, comer: Comer) {
  const client = await new TestClient(server.url, room).open();
  client.greet(clientNo(1), { key: keys[comer] });
  return { message: await client.next(), closed: await client.closed };
}

/** Methods and paths, but for the middleware, as the server has them. */
function routesOfServer(): Set<string> {
  // Nothing is asked of the ports until a request comes.
  const ports = new Proxy(Object.create(null), { get: () => () => undefined });
  const routes = httpRoutes(ports).routes.filter(({ method }) => method !== 'ALL');
  return new Set(routes.map(({ method, path }) => `${method} ${path}`));
}
