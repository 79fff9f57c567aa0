/** Pages of other sites, in a browser that reaches the server: what they ask for has their `Origin` on it. */
import { describe, expect, test } from 'vitest';
import { clientNo } from '../testing/ids';
import { knownKey } from '../testing/known-keys';
import { TestClient } from '../testing/test-client';
import { testServer } from '../testing/test-server';
import { exchange, requestText, statusesOf } from './testing/exchange';
import { hangUp, knock } from './testing/knock';
import { ask, newLink } from './testing/links';
import { neighbour } from './testing/neighbour';

/** Origins that are not the server's, though some look like it. `PORT` is its own. */
const FOREIGN = [
  'https://evil.example',
  'null',
  'http://localhost',
  'http://localhost:1',
  'https://localhost:PORT',
  'http://localhost:PORT.evil.example',
  'http://localhost:PORT@evil.example',
  'http://evil.example:PORT',
  'http://localhost.evil.example:PORT',
  'http://evil-localhost:PORT',
  'http://127.0.0.1:PORT',
  'http://localhost:PORT/',
  'http://localhost:PORT, http://evil.example',
  'http://evil.example http://localhost:PORT',
  'file://',
  'chrome-extension://abcdefgh',
  '*',
] as const;

describe.each(FOREIGN)('a page of %s', (written) => {
  test('opens no WebSocket and changes nothing, though it has the key', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const room = await server.newRoom({ title: 'Ours' });
    const { link } = await newLink(server, room, 'viewer');
    const origin = written.replace('PORT', String(server.port));
    const knocked = await knock(server, `/parties/room/${room}`, { origin });
    expect(knocked.status).toBe(403);
    const headers = { origin, 'kumiko-key': knownKey(room) ?? '' };
    for (const [method, rest, body] of [
      ['POST', '/links', { role: 'owner' }],
      ['PATCH', `/links/${link.id}`, { role: 'owner' }],
      ['DELETE', `/links/${link.id}`],
      ['POST', '/restore', {}],
      ['DELETE', ''],
    ] as const) {
      const response = await ask(server, room, method, rest, body, headers);
      expect([method, rest, response.status]).toEqual([method, rest, 403]);
      expect(await response.json()).toMatchObject({ error: { code: 'WRONG_ORIGIN' } });
    }
    const made = await fetch(`${server.url}/api/rooms`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(made.status).toBe(403);
    const { links } = await (await ask(server, room, 'GET', '/links')).json();
    expect(links).toHaveLength(2);
    await honest.goesOn();
  });
});

test('what a page may send without being asked about first is not taken: forms, and text that is JSON', async () => {
  const server = await testServer();
  const honest = await neighbour(server);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
    const text = requestText('POST', '/api/rooms', { 'Content-Type': type, 'Content-Length': '2' }, '{}');
    expect([type, statusesOf(await exchange(server, text).all)]).toEqual([type, [415]]);
  }
  await honest.goesOn();
});

test('no answer lets another site read it', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const headers = { origin: 'https://evil.example', 'kumiko-key': knownKey(room) ?? '' };
  for (const path of ['/api/config', '/api/samples', `/api/rooms/${room}`, '/healthz', '/metrics', '/']) {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await fetch(`${server.url}${path}`, { method, headers });
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, null]);
      expect([path, response.headers.get('cross-origin-resource-policy')]).toEqual([path, 'same-origin']);
    }
  }
});

test('a page cannot pass for the own one by headers that a proxy would set', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const headers = {
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example;proto=https',
  };
  expect((await knock(server, `/parties/room/${room}`, headers)).status).toBe(403);
});

test('pages of the server itself, and programs that are no pages, are let in', async () => {
  const server = await testServer({ allowedOrigins: ['https://friend.example'] });
  const honest = await neighbour(server);
  const path = `/parties/room/${honest.room}`;
  for (const origin of [undefined, server.url, 'https://friend.example']) {
    const knocked = await knock(server, path, origin === undefined ? {} : { origin });
    expect(knocked.status).toBe(101);
    await hangUp(knocked);
  }
  expect(await new TestClient(server.url, honest.room).join(clientNo(1))).toMatchObject({ role: 'owner' });
  await honest.goesOn();
});
