/** Addresses that are to lead somewhere else than they say: out of the page's directory, or into another room. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyHeader } from '../testing/known-keys';
import { tempDir } from '../testing/temp-dir';
import { testServer } from '../testing/test-server';
import { exchange, requestText, statusesOf } from './testing/exchange';
import { hangUp, knock } from './testing/knock';
import { neighbour } from './testing/neighbour';

const SECRET = 'what nobody may read';

/** A server with a page, and with a file beside the page's directory. */
async function scene() {
  const dir = tempDir();
  const clientDir = join(dir, 'client');
  mkdirSync(join(clientDir, 'assets'), { recursive: true });
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>Kumiko</title>');
  writeFileSync(join(clientDir, 'assets/a.js'), 'export {};');
  writeFileSync(join(clientDir, '.env'), 'part of the page, as its directory is listed');
  writeFileSync(join(dir, 'secret.txt'), SECRET);
  const server = await testServer({ clientDir, dataDir: join(dir, 'data') });
  return { server, honest: await neighbour(server), room: await server.newRoom({ title: SECRET }) };
}

const UP = [
  '..',
  '%2e%2e',
  '%2E.',
  '%252e%252e',
  '..%00',
  '....',
  '..;',
  '%c0%ae%c0%ae',
  '%e0%80%ae%e0%80%ae',
  '%uff0e%uff0e',
  '\xc0\xae\xc0\xae',
];
const SLASHES = ['/', '%2f', '%252f', '\\', '%5c', '%c0%af', '//', '/./'];
const FILES = ['secret.txt', 'data/access-secret', 'data/kumiko.db'];

describe('files', () => {
  test('nothing but the page and its files can be read, however the way up is written', async () => {
    const { server, honest } = await scene();
    const targets = FILES.flatMap((file) =>
      ['/', '/assets/', '/g/', '/g/x/', '//', '/\\'].flatMap((start) =>
        UP.flatMap((up) => SLASHES.map((slash) => `${start}${up}${slash}${file.replace('/', slash)}`)),
      ),
    );
    targets.push(
      ...FILES.flatMap((file) => [
        `/${file}`,
        `/${file}%00.js`,
        `/assets/a.js%00../../../${file}`,
        `file:///${file}`,
        `http://localhost/../${file}`,
        `http://evil.example/..%2f${file}`,
        `/g/../../${file}?x=/index.html`,
        `*`,
        `/%`,
        `/%zz`,
        `/${'../'.repeat(50)}${file}`,
      ]),
    );
    const texts = targets.map((target) =>
      requestText('GET', target, { Connection: 'keep-alive', Accept: 'text/html' }),
    );
    for (let at = 0; at < texts.length; at += 100) {
      const batch = [...texts.slice(at, at + 100), requestText('GET', '/healthz')].join('');
      const answers = await exchange(server, Buffer.from(batch, 'latin1')).all;
      expect(answers).not.toContain(SECRET);
      expect(answers).not.toContain('SQLite format');
      expect(statusesOf(answers).filter((status) => status >= 500)).toEqual([]);
    }
    expect(server.problems).toEqual([]);
    await honest.goesOn();
  });
});

describe('rooms', () => {
  test('no way of writing leads from a room one has the key of to another', async () => {
    const { server, honest, room } = await scene();
    const own = keyHeader(honest.room);
    const ways = UP.flatMap((up) =>
      SLASHES.flatMap((slash) => [
        `/api/rooms/${honest.room}${slash}${up}${slash}${room}`,
        `/api/rooms/${honest.room}${slash}links${slash}${up}${slash}${up}${slash}${room}`,
        `/api/rooms/${honest.room}/snapshots/${up}${slash}${up}${slash}${room}`,
        `/api${slash}${up}${slash}api/rooms/${room}`,
      ]),
    );
    ways.push(
      `/api/rooms/${honest.room}%00${room}`,
      `/api/rooms/${honest.room},${room}`,
      `/api/rooms/${honest.room}?room=${room}`,
      `/api/rooms/${honest.room};${room}`,
      `/api/rooms/${room}%20`,
      `//api/rooms/${room}`,
      `/api//rooms/${room}`,
      `/API/ROOMS/${room}`,
      `/api/rooms/${room}/`,
      `http://localhost/api/rooms/${room}`,
      `http://evil.example/api/rooms/${room}`,
    );
    for (let at = 0; at < ways.length; at += 100) {
      const texts = ways
        .slice(at, at + 100)
        .map((way) => requestText('GET', way, { ...own, Connection: 'keep-alive' }));
      const batch = [...texts, requestText('GET', '/healthz')].join('');
      const answers = await exchange(server, Buffer.from(batch, 'latin1')).all;
      expect(answers).not.toContain(SECRET);
      expect(answers).not.toContain('"role":"owner","title"');
      expect(statusesOf(answers).filter((status) => status >= 500)).toEqual([]);
    }
    await honest.goesOn();
  });

  test('ids that are none are no rooms', async () => {
    const { server, honest } = await scene();
    const ids = [
      ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '*', '%00', '%0d%0aX:%201'],
      ...["'%20OR%20'1'='1", '%27;DROP%20TABLE%20rooms;--', '%25', '%F0%9F%98%80', 'x'.repeat(5_000), '%c0%af', '%ff'],
    ];
    for (const id of ids) {
      for (const rest of ['', '/links', '/snapshots/1', '/snapshots/__proto__', '/snapshots/-1', '/snapshots/1e9']) {
        const answer = await exchange(server, requestText('GET', `/api/rooms/${id}${rest}`, keyHeader(honest.room)))
          .all;
        expect([id, rest, statusesOf(answer).every((status) => status === 404 || status === 400)], answer).toEqual([
          id,
          rest,
          true,
        ]);
        expect(answer).not.toMatch(/^X: 1/m);
      }
    }
    expect(server.problems).toEqual([]);
    await honest.goesOn();
  });

  test('a WebSocket is opened at the one place there is for it', async () => {
    const { server, honest, room } = await scene();
    for (const path of [
      ...[
        '/',
        '/parties',
        '/parties/room/',
        `/parties/room/${room}/`,
        `/parties/room/${room}/x`,
        `/parties/main/${room}`,
      ],
      ...[`//parties/room/${room}`, `/parties/room//${room}`, `/parties/room/%2e%2e`, `/parties/room/a%2fb`],
      ...[`/parties/room/${room}%00`, `/parties/room/${'x'.repeat(65)}`, `/PARTIES/room/${room}`, `/api/rooms/${room}`],
      `/parties/room/${room};x`,
    ]) {
      expect([path, (await knock(server, path)).status]).toEqual([path, 404]);
    }
    const absolute = requestText('GET', `http://evil.example/parties/room/${room}`, {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    });
    expect(statusesOf(await exchange(server, absolute).all)).toEqual([404]);
    await hangUp(await knock(server, `/parties/room/${room}?x=../../other`));
    await honest.goesOn();
  });
});
