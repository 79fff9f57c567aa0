/** Requests that mean more than they say: packed bodies, two requests in one, methods nobody asked for. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { keyHeader } from '../testing/known-keys';
import { testServer } from '../testing/test-server';
import { exchange, requestText, statusesOf } from './testing/exchange';
import { ask } from './testing/links';
import { neighbour } from './testing/neighbour';

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function scene() {
  const server = await testServer();
  const room = await server.newRoom({ title: 'Ours' });
  return { server, room, honest: await neighbour(server) };
}

describe('a body', () => {
  test('that unpacks to a gigabyte is not unpacked', async () => {
    const { server, honest } = await scene();
    const bomb = gzipSync(Buffer.alloc(10_000_000, ' '), { level: 9 });
    expect(bomb.length).toBeLessThan(16 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    for (const encoding of ['gzip', 'deflate', 'br', 'identity', 'gzip, gzip, gzip']) {
      const headers = { ...JSON_TYPE, 'Content-Encoding': encoding };
      const response = await fetch(`${server.url}/api/rooms`, { method: 'POST', headers, body: bomb });
      expect([encoding, response.status]).toEqual([encoding, 415]);
      expect(await response.json()).toMatchObject({ error: { code: 'ENCODED' } });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    await honest.goesOn();
  });

  test('that is announced as huge, or grows to be, is refused before it is there', async () => {
    const { server, room, honest } = await scene();
    for (const path of ['/api/rooms', `/api/rooms/${room}/links`, `/api/rooms/${room}/restore`]) {
      const headers = { ...JSON_TYPE, ...keyHeader(room) };
      const announced = requestText('POST', path, { ...headers, 'Content-Length': String(2 ** 40) }, '{');
      expect(statusesOf(await exchange(server, announced).all)[0]).not.toBe(201);
    }
    const grows = exchange(server, requestText('POST', '/api/rooms', { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }));
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    let sent = 0;
    const send = () => {
      sent += 1;
      if (grows.socket.writable && sent < 10_000) grows.socket.write(chunk, send);
    };
    send();
    expect(statusesOf(await grows.all)).toEqual([413]);
    expect(sent).toBeLessThan(10_000);
    await honest.goesOn();
  });

  test('where none belongs is not read', async () => {
    const { server, honest } = await scene();
    const headers = { 'Content-Length': '10000000' };
    for (const method of ['GET', 'DELETE']) {
      const all = await exchange(server, requestText(method, '/api/rooms/none', headers, '{}')).all;
      expect(statusesOf(all)[0]).toBeGreaterThanOrEqual(400);
    }
    await honest.goesOn();
  });
});

test('a second request cannot be hidden in the first', async () => {
  const { server, room, honest } = await scene();
  const key = keyHeader(room)['kumiko-key'] ?? '';
  const hidden = requestText('DELETE', `/api/rooms/${room}`, { 'Kumiko-Key': key });
  const size = String(hidden.length);
  const start = ['POST /api/rooms/none/links HTTP/1.1', 'Host: localhost'];
  const heads = {
    'two lengths': ['Content-Length: 0', `Content-Length: ${size}`],
    'a list of lengths': [`Content-Length: 0, ${size}`],
    'a length and chunks': [`Content-Length: ${size}`, 'Transfer-Encoding: chunked'],
    'chunks and a length': ['Transfer-Encoding: chunked', 'Content-Length: 4'],
    'chunks, written with a space': ['Transfer-Encoding : chunked', `Content-Length: ${size}`],
    'chunks, written with a tab': ['Transfer-Encoding:\tchunked', `Content-Length: ${size}`],
    'chunks of a kind that is none': ['Transfer-Encoding: xchunked', `Content-Length: ${size}`],
    'chunks twice': ['Transfer-Encoding: chunked, chunked'],
    'chunks that are not last': ['Transfer-Encoding: chunked, identity'],
    'a header folded': ['Transfer-Encoding:', ' chunked', `Content-Length: ${size}`],
    'a length with a sign': [`Content-Length: +${size}`],
    'a length in hexadecimal': ['Content-Length: 0x10'],
    'a negative length': ['Content-Length: -1'],
    'a header with a line in it': [`X: a\rContent-Length: ${size}`],
    'a header with a NUL': [`X: a\0b`],
  };
  for (const [what, headers] of Object.entries(heads)) {
    const text = [...start, ...headers, '', `0\r\n\r\n${hidden}`].join('\r\n');
    const statuses = statusesOf(await exchange(server, text).all);
    expect([what, statuses.slice(0, 1), statuses.includes(200)]).toEqual([what, [400], false]);
    expect([what, (await ask(server, room, 'GET', '')).status]).toEqual([what, 200]);
  }
  const about = await (await ask(server, room, 'GET', '')).json();
  expect(about).toEqual({ room, role: 'owner', title: 'Ours' });
  await honest.goesOn();
});

describe('a method', () => {
  const METHODS = ['TRACE', 'TRACK', 'CONNECT', 'PUT', 'PROPFIND', 'PATCH', 'OPTIONS', 'LINK', 'get', 'G\0T'];

  test.each(METHODS)('that no route has, %s, does nothing and reflects nothing', async (method) => {
    const { server, room, honest } = await scene();
    const key = keyHeader(room)['kumiko-key'] ?? '';
    for (const path of [`/api/rooms/${room}`, '/api/rooms', '/metrics', '/']) {
      const all = await exchange(server, requestText(method, path, { 'Kumiko-Key': key })).all;
      expect(
        statusesOf(all).every((status) => status >= 400 && status < 500),
        all,
      ).toBe(true);
      expect(all).not.toContain(key);
    }
    expect(await (await ask(server, room, 'GET', '')).json()).toEqual({ room, role: 'owner', title: 'Ours' });
    expect(server.problems).toEqual([]);
    await honest.goesOn();
  });

  test('HEAD tells no more than GET', async () => {
    const { server, room, honest } = await scene();
    const head = (path: string, headers = {}) => exchange(server, requestText('HEAD', path, headers)).all;
    const [own, none] = [await head(`/api/rooms/${room}`, keyHeader(room)), await head(`/api/rooms/${room}`)];
    const nowhere = await head(`/api/rooms/${'A'.repeat(22)}`);
    expect([own, none, nowhere].flatMap(statusesOf)).toEqual([200, 404, 404]);
    for (const text of [own, none, nowhere]) expect(text.split('\r\n\r\n')[1]).toBe('');
    const stable = (text: string) => text.replace(/^(date|x-request-id):.*$/gim, '');
    expect(stable(none)).toBe(stable(nowhere));
    await honest.goesOn();
  });

  test('that is said in another way than on the request line does not count', async () => {
    const { server, room, honest } = await scene();
    const override = { 'X-HTTP-Method-Override': 'DELETE', 'X-HTTP-Method': 'DELETE', 'X-Method-Override': 'DELETE' };
    for (const method of ['GET', 'POST']) {
      await exchange(
        server,
        requestText(method, `/api/rooms/${room}?_method=DELETE`, { ...override, ...keyHeader(room) }),
      ).all;
    }
    expect(await (await ask(server, room, 'GET', '')).json()).toEqual({ room, role: 'owner', title: 'Ours' });
    await honest.goesOn();
  });
});
