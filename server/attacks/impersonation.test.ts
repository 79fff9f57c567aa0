/** Who speaks as someone else, or as more than they are. */
import { describe, expect, test } from 'vitest';
import { newClientSecret } from '../../src/shared/protocol/client-ids';
import type { ServerMessage } from '../../src/shared/protocol/server-messages';
import { CLOSE_CODES } from '../../src/shared/protocol/version';
import { clientNo } from '../testing/ids';
import { knownKey } from '../testing/known-keys';
import { setTitle } from '../testing/ops';
import { TestClient } from '../testing/test-client';
import { testServer } from '../testing/test-server';
import { newLink } from './testing/links';
import { neighbour } from './testing/neighbour';

const [ANN, EVE, OLD_TAB] = [clientNo(1), clientNo(2), clientNo(3)];

/** Ann has made two patches in a room that Eve has a link to. */
async function scene(eves: 'viewer' | 'editor') {
  const server = await testServer();
  const honest = await neighbour(server);
  const room = await server.newRoom();
  const { key } = await newLink(server, room, eves);
  const ann = new TestClient(server.url, room);
  await ann.join(ANN);
  for (const seq of [1, 2]) {
    ann.patch(seq, [setTitle(`By Ann, ${seq}`)]);
    expect(await ann.next()).toMatchObject({ type: 'ack', seq, serverVersion: seq });
  }
  return { server, honest, room, key, ann };
}

/** The next message that is not about what Ann did. */
async function answerTo(client: TestClient): Promise<ServerMessage> {
  const message = await client.next();
  return message.type === 'patch_broadcast' ? answerTo(client) : message;
}

async function versionOf(url: string, room: string): Promise<number> {
  return (await new TestClient(url, room).join(clientNo(9))).serverVersion;
}

describe('M8: the client of someone else', () => {
  test.each([
    ['as the own one', { clientId: ANN, clientSecret: newClientSecret() }],
    [
      'as an adopted one',
      { clientId: EVE, adopted: [ANN.replace(/^c_./, (start) => `c_${start.endsWith('f') ? 0 : 'f'}`)] },
    ],
    ['as an adopted one, among many', { clientId: EVE, adopted: [OLD_TAB, `c_${crypto.randomUUID()}`] }],
  ])('cannot be claimed %s, whatever the link', async (_, claim) => {
    const { server, honest, room, key, ann } = await scene('editor');
    const eve = await new TestClient(server.url, room).open();
    eve.greet(EVE, { key, ...claim });
    expect(await eve.next()).toMatchObject({ type: 'error', code: 'NOT_YOUR_CLIENT' });
    expect(await eve.closed).toBe(CLOSE_CODES.badProtocol);
    // Ann's connection was not replaced by it.
    ann.patch(3, [setTitle('Still Ann')]);
    expect(await ann.next()).toMatchObject({ type: 'ack', seq: 3, serverVersion: 3 });
    await honest.goesOn();
  });

  test('cannot be spoken for on a connection of the own one: its numbers stay as they are', async () => {
    const { server, honest, room, key, ann } = await scene('editor');
    const eve = new TestClient(server.url, room);
    await eve.join(EVE, { key });
    for (const seq of [1, 2, 3, 4]) {
      eve.send({ type: 'patch', patches: [{ clientId: ANN, seq, ops: [setTitle('By Eve')] }] });
      expect(await answerTo(eve)).toMatchObject({ type: 'error', code: 'BAD_MESSAGE' });
    }
    ann.patch(3, [setTitle('By Ann, 3')]);
    expect(await ann.next()).toMatchObject({ type: 'ack', seq: 3, serverVersion: 3 });
    await honest.goesOn();
  });

  test('L3: a message that was recorded, sent again with the secret it had, does nothing a second time', async () => {
    const { server, honest, room, key } = await scene('viewer');
    // As after a browser's storage was copied: the secret is right, and the link is a viewer's.
    const eve = new TestClient(server.url, room);
    expect((await eve.join(ANN, { key })).lastSeqs).toEqual({ [ANN]: 2 });
    eve.patch(1, [setTitle('By Eve')]);
    expect(await answerTo(eve)).toMatchObject({ type: 'ack', seq: 1, serverVersion: 1 });
    eve.patch(3, [setTitle('By Eve')]);
    expect(await eve.next()).toMatchObject({ type: 'nack', seq: 3, code: 'FORBIDDEN', retryable: true });
    expect(await versionOf(server.url, room)).toBe(2);
    await honest.goesOn();
  });

  test('the right secret without a key opens nothing', async () => {
    const { server, honest, room } = await scene('viewer');
    for (const key of [undefined, knownKey(honest.room)]) {
      const eve = await new TestClient(server.url, room).open();
      eve.greet(ANN, { key });
      expect(await eve.next()).toMatchObject({ type: 'error', code: 'NO_SUCH_ROOM' });
      expect(await eve.closed).toBe(CLOSE_CODES.noSuchRoom);
    }
    await honest.goesOn();
  });
});

describe('M1: a viewer changes nothing', () => {
  const title = [setTitle('By a viewer')];
  const patch = (seq: number, clientId?: string) => ({ type: 'patch', patches: [{ clientId, seq, ops: title }] });

  test('by a patch, as itself or as the client of a tab it takes over', async () => {
    const { server, honest, room, key } = await scene('viewer');
    const join = async () => {
      const client = new TestClient(server.url, room);
      await client.join(EVE, { key, adopted: [OLD_TAB] });
      return client;
    };
    for (const clientId of [undefined, OLD_TAB]) {
      const client = await join();
      client.send(patch(1, clientId));
      expect(await answerTo(client)).toMatchObject({ type: 'nack', seq: 1, code: 'FORBIDDEN', retryable: true });
    }
    // Nor by many at once, of which the first might be taken for what the rest wait for.
    const eve = await join();
    eve.send({ type: 'patch', patches: Array.from({ length: 500 }, (_, n) => ({ seq: n + 1, ops: title })) });
    for (let n = 0; n < 500; n += 1) expect(await answerTo(eve)).toMatchObject({ type: 'nack', retryable: true });
    expect(await versionOf(server.url, room)).toBe(2);
    await honest.goesOn();
  });

  test('by a patch right after hello, before it is welcome', async () => {
    const { server, honest, room, key } = await scene('viewer');
    const eve = await new TestClient(server.url, room).open();
    eve.greet(EVE, { key });
    for (let seq = 1; seq <= 10; seq += 1) eve.send(patch(seq));
    expect(await eve.next()).toMatchObject({ type: 'welcome', role: 'viewer' });
    for (let seq = 1; seq <= 10; seq += 1) {
      expect(await answerTo(eve)).toMatchObject({ type: 'nack', seq, retryable: true });
    }
    expect(await versionOf(server.url, room)).toBe(2);
    await honest.goesOn();
  });

  test('by a patch before hello, or in one frame with it', async () => {
    const { server, honest, room, key } = await scene('viewer');
    const early = await new TestClient(server.url, room).open();
    early.send(patch(1));
    expect(await early.next()).toMatchObject({ type: 'error', code: 'NOT_YET' });
    expect(await early.closed).toBe(CLOSE_CODES.badProtocol);
    const both = await new TestClient(server.url, room).open();
    both.send([{ type: 'hello', clientId: EVE, key }, patch(1)]);
    expect(await both.next()).toMatchObject({ type: 'error', code: 'BAD_MESSAGE' });
    expect(await versionOf(server.url, room)).toBe(2);
    await honest.goesOn();
  });

  test('by claiming a role in its hello', async () => {
    const { server, honest, room, key } = await scene('viewer');
    const eve = await new TestClient(server.url, room).open();
    eve.greet(EVE, { key, ...{ role: 'owner' } });
    expect(await eve.next()).toMatchObject({ type: 'error', code: 'BAD_MESSAGE' });
    eve.greet(EVE, { key });
    expect(await eve.next()).toMatchObject({ type: 'welcome', role: 'viewer' });
    await honest.goesOn();
  });
});
