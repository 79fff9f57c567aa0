import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readGraph } from '../../src/shared/graph/columns';
import { clientNo } from '../testing/ids';
import { keyHeader } from '../testing/known-keys';
import { createNode, schemaOps, setTitle } from '../testing/ops';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { type TestServer, testServer } from '../testing/test-server';

const problem = (code: string) => ({ error: { code, reason: expect.stringMatching(/\w+.*\.$/) } });

function post(server: TestServer, body: string, type = 'application/json') {
  return fetch(`${server.url}/api/rooms`, { method: 'POST', headers: { 'content-type': type }, body });
}

/** A GET whose path and headers are sent as they are, and whose body comes as it was sent. */
function rawGet(url: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(z.instanceof(Buffer).parse(chunk));
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    })
      .once('error', reject)
      .end();
  });
}

test('a new room has an id that cannot be guessed, and the title it was given', async () => {
  const server = await testServer();
  const response = await post(server, '{"title":"My graph"}');
  expect(response.status).toBe(201);
  const { room, key } = z
    .object({ room: z.string().regex(/^[\w-]{22}$/), key: z.string() })
    .parse(await response.json());
  const found = await fetch(`${server.url}/api/rooms/${room}`, { headers: { 'kumiko-key': key } });
  expect(found.status).toBe(200);
  expect(await found.json()).toEqual({ room, role: 'owner', title: 'My graph' });
  expect(await server.newRoom()).not.toBe(room);
});

test('a room that does not exist is not found', async () => {
  const server = await testServer();
  for (const path of ['/api/rooms/nope', '/api/rooms/nope/snapshots/1']) {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual(problem('NO_SUCH_ROOM'));
  }
});

test.each([
  ['no JSON', 'title=x', 'application/x-www-form-urlencoded', 415, 'NOT_JSON'],
  ['JSON that is sent as plain text, as any site could', '{}', 'text/plain', 415, 'NOT_JSON'],
  ['broken JSON', '{', 'application/json', 400, 'BAD_REQUEST'],
  ['an empty title', '{"title":" "}', 'application/json', 400, 'BAD_REQUEST'],
  ['something unknown', '{"color":"red"}', 'application/json', 400, 'BAD_REQUEST'],
  ['a sample that does not exist', '{"sample":"atlantis"}', 'application/json', 400, 'NO_SUCH_SAMPLE'],
  ['too much', `{"title":"${'x'.repeat(20_000)}"}`, 'application/json', 413, 'TOO_LARGE'],
])('a request for a room with %s is refused in words', async (_, body, type, status, code) => {
  const server = await testServer();
  const response = await post(server, body, type);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code, reason: expect.stringMatching(/./) } });
});

test('a snapshot is the graph, for clients that take gzip and for those that do not', async () => {
  const server = await testServer({ catchUp: { patches: 1, bytes: 1_000_000 } });
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(clientNo(1));
  for (const [index, ops] of [schemaOps, [createNode(1)], [setTitle('Snapped')]].entries()) {
    ann.patch(index + 1, ops);
    await ann.next();
  }
  const { snapshot } = await new TestClient(server.url, room).join(clientNo(2));
  const path = z.string().parse(snapshot?.url);
  const own = keyHeader(room);
  const zipped = await rawGet(server.url, path, { ...own, 'accept-encoding': 'br, gzip' });
  const plain = await rawGet(server.url, path, { ...own, 'accept-encoding': 'gzip;q=0, identity' });
  expect(zipped.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': expect.stringContaining('immutable'),
    vary: expect.stringMatching(/Accept-Encoding.*Kumiko-Key/),
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(gunzipSync(zipped.body)).toEqual(plain.body);
  const graph = readGraph(JSON.parse(plain.body.toString()));
  expect(graph.ok && graph.value.count('label')).toBe(1);

  const gone = await rawGet(server.url, `/api/rooms/${room}/snapshots/999`, own);
  expect(gone.status).toBe(404);
  expect(JSON.parse(gone.body.toString())).toEqual(problem('NO_SUCH_SNAPSHOT'));
});

test('a sample fills a new room by ordinary patches, under the title that was asked for', async () => {
  const samplesDir = tempDir();
  const about = { title: 'Tiny', description: 'One person.', attribution: 'Made up.' };
  const patches = [[setTitle('Tiny'), ...schemaOps], [createNode(1)]];
  writeFileSync(join(samplesDir, 'tiny.json'), JSON.stringify({ id: 'tiny', ...about, patches }));
  const server = await testServer({ samplesDir });
  const list = await fetch(`${server.url}/api/samples`);
  expect(await list.json()).toEqual([{ id: 'tiny', ...about, nodes: 1, edges: 0 }]);

  const room = await server.newRoom({ sample: 'tiny', title: 'Mine' });
  const ann = new TestClient(server.url, room);
  expect(await ann.join(clientNo(1))).toMatchObject({ serverVersion: 3 });
  const log = await ann.next();
  expect(log).toMatchObject({ patches: [{ seq: 1, ops: patches[0] }, { seq: 2 }, { ops: [setTitle('Mine')] }] });
  const found = await fetch(`${server.url}/api/rooms/${room}`, { headers: keyHeader(room) });
  expect(await found.json()).toEqual({ room, role: 'owner', title: 'Mine' });
});

test('what the server counts can be read as Prometheus reads it', async () => {
  const server = await testServer();
  const ann = new TestClient(server.url, await server.newRoom({ title: 'Counted' }));
  await ann.join(clientNo(1));
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  expect(text).toMatch(/^kumiko_connections 1$/m);
  expect(text).toMatch(/^kumiko_rooms_loaded 1$/m);
  expect(text).toMatch(/^kumiko_patches_total\{outcome="accepted",code=""\} 1$/m);
});

function builtPage(): string {
  const dir = tempDir();
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Kumiko</title>');
  writeFileSync(join(dir, 'assets/engine-abc123.js'), `// ${'kuzu '.repeat(1_000)}`);
  return dir;
}

test('the page is served at / and for every graph, and must be asked for anew', async () => {
  const server = await testServer({ clientDir: builtPage() });
  for (const path of ['/', '/g/some-room', '/index.html']) {
    const { status, headers, body } = await rawGet(server.url, path);
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>Kumiko</title>');
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('text/html'),
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const again = await rawGet(server.url, path, { 'if-none-match': z.string().parse(headers['etag']) });
    expect(again.status).toBe(304);
  }
});

test('scripts are served compressed where the client takes that, and are kept for ever', async () => {
  const server = await testServer({ clientDir: builtPage() });
  const get = (accept: string) => rawGet(server.url, '/assets/engine-abc123.js', { 'accept-encoding': accept });
  const [brotli, zipped, plain] = [await get('gzip, br'), await get('gzip'), await get('identity')];
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(gunzipSync(zipped.body)).toEqual(plain.body);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 10);
  expect(plain.headers).toMatchObject({
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
});

test.each(['/nope', '/assets/nope.js', '/api/nope', '/../package.json', '/assets/..%2f..%2fpackage.json', '/g'])(
  'there is nothing at %s',
  async (path) => {
    const server = await testServer({ clientDir: builtPage() });
    const { status, body } = await rawGet(server.url, path);
    expect(status).toBe(404);
    expect(JSON.parse(body.toString())).toEqual(problem('NOT_FOUND'));
  },
);

test('without a built page the API works, and the page says what to do', async () => {
  const server = await testServer();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const response = await fetch(`${server.url}/`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { reason: expect.stringContaining('npm run build') } });
});

test('a server that is stopping answers what was asked and then nothing', async () => {
  const server = await testServer();
  await server.newRoom();
  await server.close();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  await vi.waitFor(() => expect(server.problems).toEqual([]));
});
