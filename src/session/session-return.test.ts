/** A tab that comes back: to what closed tabs left, and to a server that has forgotten. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACCESS_SECRET_FILE } from '../../server/access/access-secret';
import { DATABASE } from '../../server/testing/database-files';
import { createNode, deleteNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import { tempDir } from '../../server/testing/temp-dir';
import { testServer } from '../../server/testing/test-server';
import { ManualClock } from '../shared/testing/manual-clock';
import { testClientId } from '../shared/testing/test-client-ids';
import { recorded } from './testing/recorded-tab';
import { acknowledged, namesOf, startRoom } from './testing/start-room';
import { welcomeMessage } from './testing/welcome';

describe('R6: what a closed tab left', () => {
  /** A room with a schema, and a tab that was closed before any of its three patches was decided. */
  async function scene() {
    const room = await startRoom();
    await room.tab().submit(schemaOps);
    const line = await room.wire();
    const ann = recorded(room.tab, { host: line.host });
    await ann.tab.at(1);
    line.cut();
    await ann.tab.until(({ session }) => session.phase === 'connecting');
    for (const ops of [[createNode(1)], [setName(1, 'Ann')], [setTitle('Left by Ann')]]) void ann.tab.submit(ops);
    ann.tab.session.close();
    return { room, left: ann.copy.queue };
  }

  test('is sent by the tab that finds it when it is opened, under the old name, once', async () => {
    const { room, left } = await scene();
    const bob = room.tab({ kept: { tail: [], queues: [left] } });
    const mine = bob.submit([setTitle('Bob’s')]);
    expect(bob.replica.pending).toHaveLength(4);
    expect(await mine).toEqual(acknowledged(5));
    await bob.at(5);
    expect(bob.connections).toBe(1);
    const carol = await room.tab().at(5);
    expect(carol.sees).toBe(bob.sees);
    expect((await room.log(5)).slice(1)).toEqual([
      ...namesOf(left.clientId, 1, 2, 3),
      ...namesOf(bob.replica.clientId, 1),
    ]);
  });

  test('is sent by a tab that is live when it finds it: it connects again, and speaks for both', async () => {
    const { room, left } = await scene();
    const bob = await room.tab().at(1);
    const mine = bob.submit([setTitle('Bob’s')]);
    bob.session.adopt(left);
    expect(bob.replica.view.count('node')).toBe(1);
    expect(await mine).toMatchObject({ status: 'ack' });
    await bob.at(5);
    expect(bob.connections).toBe(2);
    expect(bob.sent.filter(({ type }) => type === 'hello')).toMatchObject([{}, { adopted: [left.clientId] }]);
    const names = await room.log(5);
    expect(names.filter((name) => name.startsWith(left.clientId))).toEqual(namesOf(left.clientId, 1, 2, 3));
    expect(names).toContain(`${bob.replica.clientId} 1`);
    expect((await room.tab().at(5)).sees).toBe(bob.sees);
  });

  test('lands once, though the closed tab was heard and never knew', async () => {
    const room = await startRoom();
    const line = await room.wire();
    const ann = recorded(room.tab, { host: line.host });
    await ann.tab.submit([...schemaOps, createNode(1)]);
    line.deafen();
    void ann.tab.submit([setName(1, 'Ann')]);
    const bob = await room.tab().at(2);
    await bob.submit([setName(1, 'Bob')]);
    ann.tab.session.close();
    bob.session.adopt(ann.copy.queue);
    await bob.at(3);
    bob.session.adopt({ clientId: ann.tab.replica.clientId, patches: [{ seq: 3, ops: [setTitle('Later')] }] });
    await bob.at(4);
    expect(await room.log(4)).toEqual([
      ...namesOf(ann.tab.replica.clientId, 1, 2),
      ...namesOf(bob.replica.clientId, 1),
      ...namesOf(ann.tab.replica.clientId, 3),
    ]);
    expect(bob.sees).toContain('Bob');
    expect(bob.sees).toBe((await room.tab().at(4)).sees);
  });

  test('of more clients than one connection may speak for is sent on several', async () => {
    const room = await startRoom();
    const queues = Array.from({ length: 120 }, (_, n) => ({
      clientId: testClientId(n),
      patches: [{ seq: 1, ops: [setTitle(`Title ${n}`)] }],
    }));
    const bob = await room.tab({ kept: { tail: [], queues } }).at(120);
    expect(bob.connections).toBe(3);
    expect(await room.log(120)).toEqual(queues.map(({ clientId }) => `${clientId} 1`));
  });
});

describe('R6: a server that went back to an older state', () => {
  /** A server at version 4, a tab that knows, and the way back to version 1. */
  async function scene() {
    const dataDir = join(tempDir(), 'data');
    const room = await startRoom({ dataDir });
    const begin = room.tab();
    await begin.submit([...schemaOps, createNode(1)]);
    begin.session.close();
    await room.server.close();
    const older = join(tempDir(), 'older');
    mkdirSync(older);
    for (const file of [DATABASE, ACCESS_SECRET_FILE]) copyFileSync(join(dataDir, file), join(older, file));
    const { port } = room.server;
    const newer = await testServer({ dataDir, port, limits: { patchRate: { perSecond: 1, burst: 3 } } });
    const ann = recorded(room.tab);
    await ann.tab.at(1);
    for (const ops of [[createNode(2)], [setName(1, 'Ann')], [createNode(3)]]) await ann.tab.submit(ops);
    expect(ann.tab.replica.serverVersion).toBe(4);
    const stop = async () => {
      await newer.close();
      await ann.tab.until(({ session }) => session.phase !== 'live');
    };
    const goBack = () => testServer({ dataDir: older, port });
    return { room, ann, stop, goBack };
  }
  const TOLD = [
    expect.stringMatching(/^The server has an older state of this graph.*what was not saved is sent anew\.$/u),
  ];

  test('is told in words, and what waits lands there under a new name', async () => {
    const { room, ann, stop, goBack } = await scene();
    const { clientId } = ann.tab.replica;
    await stop();
    const outcomes = [ann.tab.submit([setName(1, 'Anna')]), ann.tab.submit([createNode(4)])];
    await goBack();
    expect(await Promise.all(outcomes)).toEqual([acknowledged(2), acknowledged(3)]);
    expect(ann.tab.troubles).toEqual(TOLD);
    expect(ann.tab.replica.clientId).not.toBe(clientId);
    expect((await room.log(3)).slice(1)).toEqual(namesOf(ann.tab.replica.clientId, 1, 2));
    const bob = await room.tab().at(3);
    expect(ann.tab.sees).toBe(bob.sees);
    expect(bob.replica.view.count('node')).toBe(2);
    expect(await ann.tab.submit([setTitle('Goes on')])).toEqual(acknowledged(4));
  });

  test('with nothing waiting, what is edited next has a name that the server can take', async () => {
    const { ann, stop, goBack } = await scene();
    await stop();
    await goBack();
    await ann.tab.at(1);
    expect(ann.tab.troubles).toEqual(TOLD);
    expect(await ann.tab.submit([createNode(2)])).toEqual(acknowledged(2));
  });

  test('what it adopted and the server has forgotten is sent under its own name, after its own', async () => {
    const { room, ann, stop, goBack } = await scene();
    const left = { clientId: ann.tab.replica.clientId, patches: [{ seq: 4, ops: [setTitle('Left')] }] };
    ann.tab.session.close();
    await stop();
    const bob = room.tab({ kept: { tail: [], queues: [left] } });
    const mine = [bob.submit([setTitle('Mine')]), bob.submit([setTitle('Mine, too')])];
    await goBack();
    expect(await Promise.all(mine)).toEqual([acknowledged(2), acknowledged(3)]);
    await bob.at(4);
    expect((await room.log(4)).slice(1)).toEqual(namesOf(bob.replica.clientId, 1, 2, 3));
    expect(bob.sees).toContain('"Left"');
  });

  test('R7: what came to nothing before such a patch leaves no gap in front of it', async () => {
    const { room, ann, stop, goBack } = await scene();
    ann.tab.session.close();
    const { clientId } = ann.tab.replica;
    const patches = [4, 5, 6, 7].map((seq) => ({ seq, ops: [setTitle(`Left ${seq}`)] }));
    // Of these the last is sent, and not taken for now; and no time passes in which it could be sent again.
    const bob = room.tab({ clock: new ManualClock(), kept: { tail: [], queues: [{ clientId, patches }] } });
    await bob.until(({ replica }) => replica.pending.length === 1);
    expect(bob.replica.pending).toMatchObject([{ clientId, seq: 7 }]);
    await stop();
    await bob.until(({ session }) => session.phase === 'connecting');
    const nothing = [bob.submit([createNode(9)]), bob.submit([deleteNode(9)])];
    await goBack();
    await bob.at(4);
    expect(await Promise.all(nothing)).toEqual([acknowledged(2), acknowledged(3)]);
    expect((await room.log(4)).slice(1)).toEqual(namesOf(bob.replica.clientId, 1, 2, 3));
    expect(bob.sees).toContain('"Left 7"');
  });
});

test('a session that is over is not brought back by what was still on its way', async () => {
  const { tab } = await startRoom();
  const clock = new ManualClock();
  const ann = await tab({ clock }).live();
  ann.session.close();
  ann.hear({ type: 'pong' });
  ann.hear('{"type":');
  clock.advance(60_000);
  expect(ann.session.phase).toBe('ended');
  expect(ann.troubles).toEqual([]);
  expect(clock.waiting).toBe(0);
});

test('nor is a connection that was given up', async () => {
  const { tab, wire } = await startRoom();
  const line = await wire();
  const ann = await tab({ host: line.host }).live();
  line.cut();
  await ann.until(({ session }) => session.phase === 'connecting');
  const welcome = welcomeMessage({ roomEpoch: 'old', serverVersion: 0 });
  ann.hear(welcome);
  expect(ann.session.phase).toBe('connecting');
  line.mend();
  expect(await ann.submit([deleteNode(1), setTitle('Goes on')])).toMatchObject({ status: 'ack', serverVersion: 1 });
});
