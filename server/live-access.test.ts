/** Changes of a graph's access while people are in it, over real sockets; and strangers who claim to be someone else. */
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newClientSecret } from '../src/shared/protocol/client-ids';
import { issuedLinkSchema, linksSchema } from '../src/shared/protocol/links';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { clientNo } from './testing/ids';
import { keyHeader } from './testing/known-keys';
import { setTitle } from './testing/ops';
import { TestClient } from './testing/test-client';
import { type TestServer, testServer } from './testing/test-server';

const [ANN, BOB] = [clientNo(1), clientNo(2)];

/** Asks something of a room's routes, as its first owner. */
function ask(server: TestServer, room: string, method: string, rest: string, body?: unknown): Promise<Response> {
  const headers = { ...keyHeader(room), 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  return fetch(`${server.url}/api/rooms/${room}${rest}`, init);
}

async function scene(role: 'viewer' | 'editor' | 'owner') {
  const server = await testServer();
  const room = await server.newRoom();
  const { link, key } = issuedLinkSchema.parse(await (await ask(server, room, 'POST', '/links', { role })).json());
  const bob = new TestClient(server.url, room);
  await bob.join(BOB, { key });
  return { server, room, link, key, bob };
}

describe('an open connection', () => {
  test('M6: is told at once when its link is revoked, and ended', async () => {
    const { server, room, link, key, bob } = await scene('editor');
    expect((await ask(server, room, 'DELETE', `/links/${link.id}`)).status).toBe(204);
    expect(await bob.next()).toMatchObject({ type: 'error', code: 'NO_ACCESS' });
    expect(await bob.closed).toBe(CLOSE_CODES.noAccess);
    const again = await new TestClient(server.url, room).open();
    again.greet(BOB, { key });
    expect(await again.next()).toMatchObject({ type: 'error', code: 'NO_SUCH_ROOM' });
  });

  test('M6: becomes a viewer when its link does, and an editor again', async () => {
    const { server, room, link, bob } = await scene('editor');
    await ask(server, room, 'PATCH', `/links/${link.id}`, { role: 'viewer' });
    expect(await bob.next()).toEqual({ type: 'access', role: 'viewer' });
    bob.patch(1, [setTitle('Not any more')]);
    expect(await bob.next()).toMatchObject({ type: 'nack', seq: 1, code: 'FORBIDDEN' });
    await ask(server, room, 'PATCH', `/links/${link.id}`, { role: 'editor' });
    expect(await bob.next()).toEqual({ type: 'access', role: 'editor' });
    bob.patch(1, [setTitle('Again')]);
    expect(await bob.next()).toMatchObject({ type: 'ack', seq: 1 });
  });

  test('is not touched when another link changes', async () => {
    const { server, room, bob } = await scene('editor');
    const other = issuedLinkSchema.parse(await (await ask(server, room, 'POST', '/links', { role: 'viewer' })).json());
    await ask(server, room, 'DELETE', `/links/${other.link.id}`);
    bob.send({ type: 'ping' });
    expect(await bob.next()).toEqual({ type: 'pong' });
  });

  test('M7: of anyone ends when the graph is deleted, and can come back once it was restored', async () => {
    const { server, room, key, bob } = await scene('viewer');
    const answer = await ask(server, room, 'DELETE', '');
    expect(z.object({ until: z.number() }).parse(await answer.json()).until).toBeGreaterThan(Date.now());
    expect(await bob.next()).toMatchObject({ type: 'error', code: 'GRAPH_DELETED' });
    expect(await bob.closed).toBe(CLOSE_CODES.deleted);
    await ask(server, room, 'POST', '/restore', {});
    expect(await new TestClient(server.url, room).join(BOB, { key })).toMatchObject({ role: 'viewer' });
  });
});

test('owners see who came by which link, and no key of another owner', async () => {
  const { server, room, link } = await scene('owner');
  const { links } = linksSchema.parse(await (await ask(server, room, 'GET', '/links')).json());
  expect(links).toMatchObject([
    { role: 'owner', isYours: true, connections: 0 },
    { id: link.id, role: 'owner', isYours: false, connections: 1, lastUsedAt: expect.any(Number) },
  ]);
  expect(links.map(({ key }) => key)).toEqual([undefined, undefined]);
});

test('M8: nobody can speak for the client of someone else, whose id everyone sees', async () => {
  const { server, room } = await scene('viewer');
  const ann = new TestClient(server.url, room);
  await ann.join(ANN);
  ann.patch(1, [setTitle('By Ann')]);
  await ann.next();
  for (const claim of [
    { clientId: ANN, clientSecret: newClientSecret() },
    { clientId: BOB, adopted: [ANN.replace(/.$/, (last) => (last === '0' ? '1' : '0'))] },
  ]) {
    const eve = await new TestClient(server.url, room).open();
    eve.greet(BOB, claim);
    expect(await eve.next()).toMatchObject({ type: 'error', code: 'NOT_YOUR_CLIENT' });
    expect(await eve.closed).toBe(CLOSE_CODES.badProtocol);
  }
  ann.patch(2, [setTitle('Still Ann')]);
  expect(await ann.next()).toMatchObject({ type: 'ack', seq: 2 });
});

describe('with an identity provider', () => {
  const secret = 'a secret of the provider, 32 bytes and more';
  const auth = {
    verify: { kind: 'secret', secret },
    issuer: 'https://id.example',
    audience: 'kumiko',
    rolesClaim: 'kumiko_rooms',
  } as const;

  /** @param seconds until it ends */
  const tokenOf = (sub: string, rooms: Record<string, string>, seconds = 3600) =>
    new SignJWT({ name: `Name of ${sub}`, kumiko_rooms: rooms })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setIssuer(auth.issuer)
      .setAudience(auth.audience)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(new TextEncoder().encode(secret));

  async function signedIn() {
    const server = await testServer({ auth });
    const headers = { authorization: `Bearer ${await tokenOf('ann', {})}`, 'content-type': 'application/json' };
    const made = await fetch(`${server.url}/api/rooms`, { method: 'POST', headers, body: '{}' });
    const { room, key } = z.object({ room: z.string(), key: z.string() }).parse(await made.json());
    return { server, room, key };
  }

  test('nobody makes or opens a graph without a token, not even with a key', async () => {
    const { server, room, key } = await signedIn();
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await fetch(`${server.url}/api/rooms`, body)).status).toBe(401);
    expect((await fetch(`${server.url}/api/rooms/${room}`, { headers: { 'kumiko-key': key } })).status).toBe(401);
    const eve = await new TestClient(server.url, room).open();
    eve.greet(BOB, { key });
    expect(await eve.next()).toMatchObject({ type: 'error', code: 'SIGN_IN' });
    expect(await eve.closed).toBe(CLOSE_CODES.signIn);
  });

  test('a token gives a role and a name; without either a role or a key there is no such graph', async () => {
    const { server, room, key } = await signedIn();
    const bob = new TestClient(server.url, room);
    const viewer = await tokenOf('bob', { [room]: 'viewer' });
    expect(await bob.join(BOB, { token: viewer })).toMatchObject({
      role: 'viewer',
      identity: { userId: 'bob', name: 'Name of bob' },
      tokenExpiresIn: expect.any(Number),
    });
    const withKey = new TestClient(server.url, room);
    expect(await withKey.join(clientNo(3), { token: viewer, key })).toMatchObject({ role: 'owner' });
    const eve = await new TestClient(server.url, room).open();
    eve.greet(clientNo(4), { token: await tokenOf('eve', { another: 'owner' }) });
    expect(await eve.closed).toBe(CLOSE_CODES.noSuchRoom);
  });

  test('M9: a newer token is taken on the open connection; another person is not', async () => {
    const { server, room } = await signedIn();
    const bob = new TestClient(server.url, room);
    await bob.join(BOB, { token: await tokenOf('bob', { [room]: 'viewer' }) });
    bob.send({ type: 'auth', token: await tokenOf('bob', { '*': 'editor' }, 7200) });
    expect(await bob.next()).toMatchObject({ type: 'access', role: 'editor', identity: { userId: 'bob' } });
    bob.send({ type: 'auth', token: await tokenOf('eve', { '*': 'owner' }) });
    expect(await bob.next()).toMatchObject({ type: 'error', code: 'SIGN_IN' });
    expect(await bob.closed).toBe(CLOSE_CODES.signIn);
  });

  test('M9: a connection whose token ends is asked to sign in, politely', async () => {
    const { server, room } = await signedIn();
    const bob = new TestClient(server.url, room);
    await bob.join(BOB, { token: await tokenOf('bob', { [room]: 'editor' }, 1) });
    expect(await bob.next()).toMatchObject({
      type: 'error',
      code: 'SIGN_IN',
      reason: expect.stringMatching(/Sign in/),
    });
    expect(await bob.closed).toBe(CLOSE_CODES.signIn);
  });
});
