/** `__proto__` and its kin as keys, wherever the server takes JSON: they grant nothing and change nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AUDIENCE, ISSUER, ROLES_CLAIM, validClaims } from '../testing/identity-provider';
import { clientNo, nodeNo } from '../testing/ids';
import { keyHeader } from '../testing/known-keys';
import { schemaOps } from '../testing/ops';
import { handmadeToken, SHARED_SECRET } from '../testing/shared-secret';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { testServer } from '../testing/test-server';
import { ask } from './testing/links';
import { neighbour } from './testing/neighbour';

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'] as const;
/** As JSON: such keys cannot be written in an object here without meaning something else. */
const spoils = (value: string) => [
  ...KEYS.map((key) => `"${key}":${value}`),
  `"constructor":{"prototype":${value}}`,
  `"__proto__":{"__proto__":${value}}`,
];

const inherited = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(inherited);
  expect(Reflect.get({}, 'role')).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe('in bodies', () => {
  const post = (url: string, path: string, method: string, headers: Record<string, string>, body: string) =>
    fetch(`${url}${path}`, { method, headers: { ...headers, 'content-type': 'application/json' }, body });

  test('of requests for links and rooms', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const room = await server.newRoom();
    const links = `/api/rooms/${room}/links`;
    const made = await ask(server, room, 'POST', '/links', { role: 'viewer' });
    const { link } = await made.json();
    for (const spoil of spoils('{"role":"owner","name":"polluted","polluted":true}')) {
      const tries = [
        [links, 'POST', `{${spoil}}`],
        [links, 'POST', `{"role":"viewer",${spoil}}`],
        [`${links}/${link.id}`, 'PATCH', `{${spoil}}`],
        [`${links}/${link.id}`, 'PATCH', `{"name":"x",${spoil}}`],
        ['/api/rooms', 'POST', `{${spoil}}`],
        ['/api/rooms', 'POST', `{"title":{${spoil}}}`],
      ] as const;
      for (const [path, method, body] of tries) {
        const response = await post(server.url, path, method, keyHeader(room), body);
        expect([body, response.status]).toEqual([body, 400]);
      }
    }
    for (const role of KEYS) {
      expect((await ask(server, room, 'POST', '/links', { role })).status).toBe(400);
      expect((await ask(server, room, 'PATCH', `/links/${role}`, { role: 'owner' })).status).toBe(404);
      expect((await post(server.url, '/api/rooms', 'POST', {}, `{"sample":"${role}"}`)).status).toBe(400);
    }
    const listed = await (await ask(server, room, 'GET', '/links')).json();
    expect(listed.links).toMatchObject([{ role: 'owner' }, { role: 'viewer', name: '' }]);
    await honest.goesOn();
  });
});

describe('in messages', () => {
  test('before and after hello, in each of them, as a key and as a name', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const room = await server.newRoom();
    const eve = new TestClient(server.url, room);
    await eve.open();
    for (const spoil of spoils('{"role":"owner","polluted":true}')) {
      eve.send(`{"type":"hello",${spoil}}`);
      expect(await eve.next()).toMatchObject({ type: 'error', code: 'BAD_MESSAGE' });
    }
    eve.greet(clientNo(1));
    expect(await eve.next()).toMatchObject({ type: 'welcome' });
    eve.patch(1, schemaOps);
    expect(await eve.next()).toMatchObject({ type: 'ack' });
    const messages = spoils('{"polluted":true}').flatMap((spoil) => [
      `{"type":"ping",${spoil}}`,
      `{"type":"presence","cursor":{"x":1,"y":1,${spoil}}}`,
      `{"type":"presence",${spoil}}`,
      `{"type":"person","person":{"name":"a","color":"#000000",${spoil}}}`,
      `{"type":"check",${spoil}}`,
      `{"type":"checked","version":1,"digest":{${spoil}}}`,
      `{"type":"auth","token":"x",${spoil}}`,
    ]);
    for (const text of [...messages, ...KEYS.map((type) => `{"type":"${type}"}`)]) {
      eve.send(text);
      expect([text, await eve.next()]).toMatchObject([text, { type: 'error', code: 'BAD_MESSAGE' }]);
    }
    let seq = 1;
    const position = '"position":{"x":0,"y":0}';
    const node = `"op":"create_node","nodeId":"${nodeNo(1)}",${position}`;
    const ops = KEYS.flatMap((key) => [
      `{${node},"label":"${key}","properties":{}}`,
      `{${node},"label":"Person","properties":{"${key}":"x"}}`,
      `{${node},"label":"Person","properties":{"${key}":{"polluted":true}}}`,
      `{"op":"set_property","on":"node","id":"${key}","key":"name","value":"x"}`,
      `{"op":"${key}"}`,
      `{"op":"set_title","title":"x","${key}":{"polluted":true}}`,
    ]);
    for (const op of ops) {
      seq += 1;
      eve.send(`{"type":"patch","patches":[{"seq":${seq},"ops":[${op}]}]}`);
      expect([op, await eve.next()]).toMatchObject([op, { type: 'nack', seq }]);
    }
    // A label or a property may have such a name where names are like that; it is one like any other then.
    for (const key of KEYS) {
      seq += 1;
      eve.send(
        `{"type":"patch","patches":[{"seq":${seq},"ops":[{"op":"create_label","label":"L ${key}","properties":{"${key}":"STRING"}}]}]}`,
      );
      expect([key, await eve.next()]).toMatchObject([key, { type: expect.stringMatching(/^n?ack$/), seq }]);
    }
    await honest.goesOn();
  });
});

describe('in what says who someone is', () => {
  const tokens = (claims: string) => {
    const { sub, name, iss, aud, iat, exp } = validClaims();
    const rest = JSON.stringify({ sub, name, iss, aud, iat, exp }).slice(1, -1);
    return handmadeToken({ alg: 'HS256' }, `{${rest},${claims}}`);
  };

  test.each([ROLES_CLAIM, '__proto__', 'constructor'])('tokens, with the roles in the claim %s', async (rolesClaim) => {
    const verify = { kind: 'secret', secret: SHARED_SECRET } as const;
    const server = await testServer({ auth: { verify, issuer: ISSUER, audience: AUDIENCE, rolesClaim } });
    const owners = tokens('"x":0');
    const made = await fetch(`${server.url}/api/rooms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owners}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const { room } = await made.json();
    for (const spoil of spoils('{"*":"owner"}')) {
      // Where the claim itself is called like that, an own one of that name counts: the operator says so.
      if (spoil.startsWith(`"${rolesClaim}"`)) continue;
      for (const claims of [spoil, `"${ROLES_CLAIM}":{${spoil}}`, `"${ROLES_CLAIM}":{"__proto__":"owner"}`]) {
        const headers = { authorization: `Bearer ${tokens(claims)}` };
        for (const id of [room, ...KEYS]) {
          const response = await fetch(`${server.url}/api/rooms/${id}`, { headers });
          expect([claims, id, response.status]).toEqual([claims, id, 404]);
        }
      }
    }
    expect(server.problems).toEqual([]);
  });

  test('answers of the operator’s function: nobody is let in by them', async () => {
    for (const spoil of spoils('{"role":"owner"}')) {
      const authorizeModule = join(tempDir(), 'authorize.mjs');
      const answer = JSON.stringify(`{${spoil}}`);
      writeFileSync(
        authorizeModule,
        `export default ({ room, linkRole }) => (room === null || linkRole === 'owner' ? 'owner' : JSON.parse(${answer}));`,
      );
      const server = await testServer({ authorizeModule });
      const honest = await neighbour(server);
      const room = await server.newRoom();
      const response = await fetch(`${server.url}/api/rooms/${room}`);
      expect([spoil, response.status]).toEqual([spoil, 500]);
      const eve = await new TestClient(server.url, room).open();
      eve.greet(clientNo(1), { key: undefined });
      expect(await eve.next()).toMatchObject({ type: 'error', code: 'UNAVAILABLE' });
      await honest.goesOn();
    }
  });
});
