/** Nothing of what people write, are called, or are let in by gets into the log, whatever happens. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { TEST_SECRET, testClientId } from '../src/shared/testing/test-client-ids';
import { createLog } from './log';
import { DATABASE } from './testing/database-files';
import { keyHeader, knownKey } from './testing/known-keys';
import { createNode, schemaOps, setName, setTitle } from './testing/ops';
import { tempDir } from './testing/temp-dir';
import { TestClient } from './testing/test-client';
import { testServer } from './testing/test-server';

/** Stands for all that is private; no line may have it. */
const SECRET = 'Zinnober';

test('a whole life of a graph is logged without content, names, keys and tokens', async () => {
  let output = '';
  const log = createLog({
    level: 'trace',
    format: 'json',
    write: (line) => {
      output += line;
    },
  });
  const dataDir = tempDir();
  const server = await testServer({ dataDir, log });
  const room = await server.newRoom({ title: SECRET });
  const key = knownKey(room) ?? '';
  const api = `${server.url}/api/rooms/${room}`;
  const json = { ...keyHeader(room), 'content-type': 'application/json' };
  const ask = async (url: string, init: RequestInit = {}) => {
    const response = await fetch(url, { headers: json, ...init });
    await response.arrayBuffer();
    return response;
  };

  const ann = new TestClient(server.url, room);
  await ann.join(testClientId(1), { person: { name: SECRET, color: '#123456' } });
  await ann.next();
  ann.patch(1, schemaOps);
  ann.patch(2, [createNode(1), setName(1, SECRET)]);
  ann.patch(3, [{ ...setName(1, 'x'), key: SECRET }]);
  ann.patch(4, [{ op: SECRET, [SECRET]: SECRET }]);
  ann.send(`${SECRET} is no JSON`);
  ann.send({ type: 'auth', token: SECRET });
  ann.send({ type: 'person', person: { name: `${SECRET}2`, color: '#123456' } });
  ann.send({ type: 'presence', [SECRET]: SECRET });
  ann.patch(5, [setTitle(SECRET)]);
  for (;;) {
    const message = await ann.next();
    if (message.type === 'ack' && message.seq === 5) break;
  }
  const stranger = new TestClient(server.url, room);
  await stranger.open();
  stranger.send({ type: 'hello', clientSecret: TEST_SECRET, [SECRET]: SECRET, key: SECRET.repeat(5), token: SECRET });
  stranger.send(SECRET);

  await ask(api);
  await ask(`${server.url}/api/rooms/${key}`);
  await ask(`${server.url}/api/rooms/${SECRET}?key=${key}&x=${SECRET}`);
  await ask(`${server.url}/${SECRET}`);
  await ask(`${server.url}/g/${room}?${SECRET}`);
  await ask(api, { headers: { authorization: `Bearer ${SECRET}`, 'kumiko-key': SECRET, 'user-agent': SECRET } });
  await ask(`${server.url}/api/rooms`, { method: 'POST', body: `${SECRET} is no JSON` });
  await ask(`${server.url}/api/rooms`, { method: 'POST', body: JSON.stringify({ [SECRET]: SECRET }) });
  const made = await ask(`${api}/links`, { method: 'POST', body: JSON.stringify({ role: 'editor', name: SECRET }) });
  expect(made.status).toBe(201);
  expect(made.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  await ask(api, { method: 'DELETE' });
  expect(await ann.closed).toBe(4410);
  await server.close();

  // What is stored cannot be read any more: errors that quote it are thrown all over.
  const db = new DatabaseSync(join(dataDir, DATABASE));
  db.exec(`UPDATE room SET deleted_at = NULL; UPDATE patch SET ops = '[${SECRET}]' WHERE version = 2`);
  db.exec(`UPDATE patch SET ops = '[{"op": "${SECRET}", "${SECRET}": 1}]' WHERE version = 3`);
  db.close();
  const again = await testServer({ dataDir, log });
  const bob = new TestClient(again.url, room);
  await bob.open();
  bob.greet(testClientId(2));
  expect(await bob.next()).toMatchObject({ type: 'error', code: 'UNAVAILABLE' });
  await ask(`${again.url}/api/rooms/${room}`);
  await again.close();

  // There is something in it, or nothing could be found in it.
  const lines = output
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual(expect.objectContaining({ route: '/api/rooms/:room', status: 200, room }));
  expect(lines).toContainEqual(expect.objectContaining({ level: 'error', request: expect.any(String) }));
  expect(output).toContain('"cause":{"name":"SyntaxError"');
  expect(output).not.toContain(SECRET);
  expect(output).not.toContain(key);
  expect(output).not.toContain(key.slice(16));
  expect(output).not.toContain(TEST_SECRET);
});
