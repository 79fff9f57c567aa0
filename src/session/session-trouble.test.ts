/** A tab's session when something goes wrong: the connection, the server, or what it says. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { knownKey } from '../../server/testing/known-keys';
import { createNode, deleteNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import { tempDir } from '../../server/testing/temp-dir';
import { testServer } from '../../server/testing/test-server';
import type { Graph } from '../shared/graph/graph';
import { INFO_KEY } from '../shared/graph/model';
import { testClientId } from '../shared/testing/test-client-ids';
import { fetchSnapshot } from './room-api';
import { acknowledged, startRoom } from './testing/start-room';
import { welcomeMessage } from './testing/welcome';

/** What is logged when a tab is out of step is a bug's trace; where a test makes it so, it is looked for here. */
function lostSteps(): unknown[][] {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return logged.mock.calls;
}

describe('R5: a connection that breaks', () => {
  test('is made again, and what was edited meanwhile lands once', async () => {
    const { tab, wire } = await startRoom();
    const line = await wire();
    const [ann, bob] = await Promise.all([tab({ host: line.host }).live(), tab().live()]);
    await ann.submit([...schemaOps, createNode(1)]);
    line.cut();
    await ann.until(({ session }) => session.phase === 'connecting');
    const outcomes = [ann.submit([createNode(2)]), ann.submit([setName(2, 'Ann')])];
    await bob.submit([createNode(3)]);
    line.mend();
    expect(await Promise.all(outcomes)).toEqual([acknowledged(3), acknowledged(4)]);
    await bob.at(4);
    expect(bob.sees).toBe(ann.sees);
    expect(ann.replica.view.count('node')).toBe(3);
    expect(ann.troubles).toEqual([]);
  });

  test('after a patch was taken but before that was heard: it lands once all the same', async () => {
    const { tab, wire } = await startRoom();
    const line = await wire();
    const [ann, bob] = await Promise.all([tab({ host: line.host }).live(), tab().live()]);
    await ann.submit([...schemaOps, createNode(1)]);
    line.deafen();
    const outcome = ann.submit([setName(1, 'Ann')]);
    await bob.at(2);
    expect(ann.replica.pending).toHaveLength(1);
    line.cut();
    line.mend();
    expect(await outcome).toEqual(acknowledged(2));
    expect(await ann.submit([setTitle('Once')])).toEqual(acknowledged(3));
    await bob.at(3);
    expect(bob.sees).toBe(ann.sees);
  });

  test('after a patch was taken, and someone wrote over it: coming back shows theirs at once', async () => {
    const { tab, wire } = await startRoom({ catchUp: { patches: 0, bytes: 0 } });
    const line = await wire();
    const [ann, bob] = await Promise.all([tab({ host: line.host }).live(), tab().live()]);
    line.deafen();
    const outcome = ann.submit([setTitle("Ann's")]);
    await bob.at(1);
    await bob.submit([setTitle("Bob's")]);
    const titles = new Set<string | undefined>();
    void ann.until(({ replica }) => {
      if (replica.serverVersion === 2) titles.add(replica.view.get('info', INFO_KEY)?.title);
      return false;
    });
    line.cut();
    line.mend();
    expect(await outcome).toEqual(acknowledged(1));
    expect(ann.fetched).toHaveLength(1);
    expect([...titles]).toEqual(["Bob's"]);
  });

  test('before the snapshot came: joining begins anew, and the old snapshot is not taken', async () => {
    const { tab, wire, host, room } = await startRoom({ catchUp: { patches: 1, bytes: 100_000 } });
    const bob = tab();
    for (const ops of [schemaOps, [createNode(1)], [createNode(2)]]) await bob.submit(ops);
    const line = await wire();
    let giveOld = (_: Graph) => {};
    let fetches = 0;
    const ann = tab({
      host: line.host,
      fetchSnapshot: (url) => {
        fetches += 1;
        if (fetches === 1)
          return new Promise((resolve) => {
            giveOld = resolve;
          });
        return fetchSnapshot(new URL(url, `http://${host}`).href, { key: knownKey(room) });
      },
    });
    await ann.until(({ fetched }) => fetched.length === 1);
    expect(ann.session.phase).toBe('joining');
    line.cut();
    await ann.until(() => ann.session.phase === 'connecting');
    await bob.submit([deleteNode(1)]);
    line.mend();
    await ann.at(4);
    giveOld(await fetchSnapshot(new URL(ann.fetched[0] ?? '', `http://${host}`).href, { key: knownKey(room) }));
    await bob.submit([setTitle('Later')]);
    await ann.at(5);
    expect(ann.sees).toBe(bob.sees);
    expect(fetches).toBe(2);
  });

  test('with the server, which starts again on the same port and data: all goes on', async () => {
    const dataDir = join(tempDir(), 'data');
    const { server, tab } = await startRoom({ dataDir });
    const [ann, bob] = await Promise.all([tab().live(), tab().live()]);
    await ann.submit([...schemaOps, createNode(1)]);
    await bob.at(1);
    await server.close();
    await Promise.all([ann, bob].map((each) => each.until(({ session }) => session.phase === 'connecting')));
    const outcomes = [ann.submit([setName(1, 'Ann')]), bob.submit([createNode(2)])];
    await testServer({ dataDir, port: server.port });
    const versions = (await Promise.all(outcomes)).map((each) => each.status === 'ack' && each.serverVersion);
    expect(versions.toSorted()).toEqual([2, 3]);
    await Promise.all([ann.at(3), bob.at(3)]);
    expect(ann.sees).toBe(bob.sees);
    expect(ann.replica.view.count('node')).toBe(2);
  });

  test('with a server that comes back without the graph: the session ends and says so', async () => {
    const { server, tab } = await startRoom();
    const ann = await tab().live();
    await server.close();
    await testServer({ port: server.port });
    await ann.until(({ session }) => session.phase === 'ended');
    expect(ann.session.endReason).toMatch(/^This link does not open a graph\./u);
  });
});

test('R4: a connection that breaks while the graph of a room made anew is on its way: what there is is not taken for it', async () => {
  const { tab, wire } = await startRoom();
  const line = await wire();
  const ann = tab({ host: line.host, fetchSnapshot: () => new Promise(() => {}) });
  await ann.live();
  await ann.submit([...schemaOps, createNode(1)]);
  ann.hear(welcomeMessage({ roomEpoch: 'another', serverVersion: 9, snapshot: { version: 9, url: '/never' } }));
  expect(ann.session.phase).toBe('joining');
  expect(ann.session.roomEpoch).not.toBe('another');
  line.cut();
  await ann.until(({ session }) => session.phase === 'connecting');
  line.mend();
  await ann.at(1);
  expect(ann.sent.findLast(({ type }) => type === 'hello')).not.toMatchObject({ roomEpoch: 'another' });
  expect(ann.replica.view.count('node')).toBe(1);
});

describe('R4: what should not be', () => {
  test.each([
    ['no JSON', '{"type":'],
    ['a message that does not exist', { type: 'dance' }],
    ['a message that lacks something', { type: 'ack', seq: 1 }],
  ])('%s from the server is told, and the graph is taken anew', async (_, frame) => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    ann.hear(frame);
    expect(ann.troubles).toEqual([expect.stringMatching(/^The server said something this page does not understand/u)]);
    expect(await ann.submit([setTitle('Still here')])).toEqual(acknowledged(1));
    expect(ann.connections).toBe(2);
  });

  test('a patch that is missing in between is noticed, and the graph is taken anew with nothing lost', async () => {
    const logged = lostSteps();
    const { tab } = await startRoom();
    const [ann, bob] = await Promise.all([tab().live(), tab().live()]);
    await ann.submit([...schemaOps, createNode(1)]);
    await bob.at(1);
    const outcome = ann.submit([setName(1, 'Ann')]);
    const patch = { serverVersion: 9, clientId: testClientId(9), seq: 1, ops: [setTitle('From nowhere')] };
    ann.hear({ type: 'patch_broadcast', patches: [patch] });
    expect(ann.session.phase).not.toBe('live');
    expect(await outcome).toMatchObject({ status: 'ack', serverVersion: 2 });
    await Promise.all([ann.at(2), bob.at(2)]);
    expect(ann.sees).toBe(bob.sees);
    expect(ann.connections).toBe(2);
    expect(logged).toEqual([[expect.stringContaining('version 9 came after 1')]]);
  });

  test('an acknowledgement of nothing is noticed, too', async () => {
    const logged = lostSteps();
    const { tab } = await startRoom();
    const ann = await tab().live();
    ann.hear({ type: 'ack', seq: 7, serverVersion: 1, skipped: [] });
    await ann.live();
    expect(await ann.submit([setTitle('Goes on')])).toEqual(acknowledged(1));
    expect(logged).toHaveLength(1);
  });

  test('a snapshot that cannot be had is told and tried again, but never at once', async () => {
    const { server, tab, host, room } = await startRoom({ catchUp: { patches: 0, bytes: 0 } });
    const bob = tab();
    await bob.submit([...schemaOps, createNode(1)]);
    const tries: number[] = [];
    const ann = tab({
      fetchSnapshot: (url) => {
        tries.push(performance.now());
        if (tries.length < 4) return Promise.reject(new Error('the wire broke'));
        return fetchSnapshot(new URL(url, `http://${host}`).href, { key: knownKey(room) });
      },
    });
    await ann.at(1);
    expect(ann.sees).toBe(bob.sees);
    expect(ann.troubles).toHaveLength(3);
    expect(ann.troubles[0]).toMatch(/^The graph could not be loaded .*the wire broke.*Trying again\.$/u);
    const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    for (const wait of waits) expect(wait).toBeGreaterThan(150);
    expect(server.problems).toEqual([]);
  });
});
