/** Two things at once: nobody is let in, or stays in, by being quick. */
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newTestClientId } from '../../src/shared/testing/test-client-ids';
import { clientNo } from '../testing/ids';
import { keyHeader } from '../testing/known-keys';
import { createNode, schemaOps, setName, setTitle } from '../testing/ops';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { type TestServer, testServer } from '../testing/test-server';
import { ask, newLink } from './testing/links';
import { neighbour } from './testing/neighbour';

const ROUNDS = 60;
const UNLIMITED = { perSecond: 1e9, burst: 1e9 };

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

/** All that a client is told until its connection is closed. */
async function toldUntilClosed(client: TestClient): Promise<string[]> {
  const types: string[] = [];
  const listen = async () => {
    for (;;) types.push((await client.nextOfAll()).type);
  };
  void listen();
  await client.closed;
  return types;
}

async function connectionsOf(server: TestServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^kumiko_connections (\d+)$/m.exec(text)?.[1]);
}

/** Lets someone in after a while that is another each time. */
const SLOW_HOOK = `
let asked = 0;
export default async function authorize({ room, linkRole }) {
  asked += 1;
  const wait = asked % 4;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait * 3));
  return room === null ? 'owner' : (linkRole ?? null);
}`;

async function hooked(): Promise<string> {
  const file = join(tempDir(), 'authorize.mjs');
  writeFileSync(file, SLOW_HOOK);
  return file;
}

describe.each([
  ['decided by links', undefined],
  ['decided by a slow function of the operator', hooked],
])('someone joins, %s,', (_, hook) => {
  const scene = async () => {
    const authorizeModule = await hook?.();
    const server = await testServer({ limits: { httpRate: UNLIMITED, roomRate: UNLIMITED }, authorizeModule });
    return { server, honest: await neighbour(server), room: await server.newRoom() };
  };

  test('while their link is revoked: no connection is left, and nothing they send counts after it', async () => {
    const { server, honest, room } = await scene();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { link, key } = await newLink(server, room, 'editor');
      const eve = await new TestClient(server.url, room).open();
      const told = toldUntilClosed(eve);
      const joins = async () => {
        await turns(round % 5);
        eve.greet(newTestClientId(), { key });
      };
      const [answer] = await Promise.all([
        (async () => {
          await turns(round % 7);
          return ask(server, room, 'DELETE', `/links/${link.id}`);
        })(),
        joins(),
      ]);
      expect(answer.status).toBe(204);
      // The owner has been told that the link opens nothing any more.
      if (eve.socket.readyState === eve.socket.OPEN) eve.patch(1, [setTitle('By Eve, who is out')]);
      expect(await told).not.toContain('ack');
    }
    const owner = new TestClient(server.url, room);
    expect(await owner.join(clientNo(1))).toMatchObject({ serverVersion: 0 });
    owner.socket.terminate();
    await expect.poll(() => connectionsOf(server)).toBe(1);
    await honest.goesOn();
  });

  test('while their link is made a viewer’s: they never edit after it', async () => {
    const { server, honest, room } = await scene();
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      const { link, key } = await newLink(server, room, 'editor');
      const eve = await new TestClient(server.url, room).open();
      const changed = ask(server, room, 'PATCH', `/links/${link.id}`, { role: 'viewer' });
      await turns(round % 7);
      eve.greet(newTestClientId(), { key });
      expect((await changed).status).toBe(200);
      eve.patch(1, [setTitle('By a viewer')]);
      for (;;) {
        const message = await eve.next();
        expect(message.type).not.toBe('ack');
        if (message.type === 'nack') break;
      }
      eve.socket.terminate();
      expect((await ask(server, room, 'DELETE', `/links/${link.id}`)).status).toBe(204);
    }
    await honest.goesOn();
  });

  test('while the graph is deleted: all are out, and owners can bring it back', async () => {
    const { server, honest, room } = await scene();
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      const clients = Array.from({ length: 4 }, () => new TestClient(server.url, room));
      for (const client of clients) await client.open();
      const told = clients.map(toldUntilClosed);
      const [answer] = await Promise.all([
        ask(server, room, 'DELETE', ''),
        ...clients.map(async (client, index) => {
          await turns((round + index) % 6);
          client.greet(newTestClientId());
        }),
      ]);
      expect(answer.status).toBe(200);
      for (const types of await Promise.all(told)) expect(types).toContain('error');
      expect((await ask(server, room, 'POST', '/restore', {})).status).toBe(200);
    }
    await new TestClient(server.url, room).join(clientNo(1));
    await honest.goesOn();
  });
});

test('who is reading a snapshot when their link is revoked gets no other', async () => {
  const server = await testServer({ catchUp: { patches: 0, bytes: 0 } });
  const honest = await neighbour(server);
  const room = await server.newRoom();
  const owner = new TestClient(server.url, room);
  await owner.join(clientNo(1));
  const nodes = Array.from({ length: 60 }, (_, n) => n);
  const long = nodes.map((n) => setName(n, `${n} ${crypto.randomUUID().repeat(2_000)}`));
  for (const [index, ops] of [schemaOps, nodes.map(createNode), ...long.map((op) => [op])].entries()) {
    owner.patch(index + 1, ops);
    expect(await owner.next()).toMatchObject({ type: 'ack' });
  }
  const { link, key } = await newLink(server, room, 'viewer');
  const { snapshot } = await new TestClient(server.url, room).join(clientNo(2), { key });
  const path = z.string().parse(snapshot?.url);
  const { hostname, port } = new URL(server.url);
  const headers = { 'kumiko-key': key, 'accept-encoding': 'identity' };
  const reading = await new Promise<{ resume: () => Promise<number> }>((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.pause();
      const resume = async () => {
        let bytes = 0;
        for await (const chunk of response) bytes += z.instanceof(Buffer).parse(chunk).length;
        return bytes;
      };
      resolve({ resume });
    })
      .once('error', reject)
      .end();
  });
  expect((await ask(server, room, 'DELETE', `/links/${link.id}`)).status).toBe(204);
  const again = await fetch(`${server.url}${path}`, { headers });
  expect(again.status).toBe(404);
  expect(await again.text()).not.toContain('columns');
  // What was let through before that is on its way.
  expect(await reading.resume()).toBeGreaterThan(1_000_000);
  expect((await fetch(`${server.url}${path}`, { headers: keyHeader(room) })).status).toBe(200);
  await honest.goesOn();
});
