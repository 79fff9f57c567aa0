/** A tab's session against the real server, over real sockets: joining, and editing together. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNode, deleteNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import { arbitraryOps, SCHEMA_OPS } from '../shared/graph/ops.arbitrary';
import { LIMITS } from '../shared/limits';
import { acknowledged, startRoom } from './testing/start-room';
import { Tab } from './testing/tab';

/** The `seq`s of the patches in each message. */
const seqsSent = (tab: Tab) =>
  tab.sent.flatMap((message) => (message.type === 'patch' ? [message.patches.map(({ seq }) => seq)] : []));

describe('joining', () => {
  test('an empty room', async () => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    expect(ann.replica.serverVersion).toBe(0);
    expect(ann.fetched).toEqual([]);
    expect(ann.troubles).toEqual([]);
  });

  test('a room that others work in, by the patches so far', async () => {
    const { tab } = await startRoom();
    const ann = tab();
    await ann.submit(schemaOps);
    await ann.submit([createNode(1)]);
    const bob = await tab().at(2);
    expect(bob.fetched).toEqual([]);
    expect(bob.sees).toBe(ann.sees);
  });

  test('a large room, by a snapshot and the patches after it', async () => {
    const { tab } = await startRoom({ catchUp: { patches: 2, bytes: 100_000 } });
    const ann = tab();
    for (const ops of [schemaOps, [createNode(1)], [setName(1, 'Ann')], [setTitle('Family')]]) {
      await ann.submit(ops);
    }
    const bob = await tab().at(4);
    expect(bob.fetched).toHaveLength(1);
    expect(bob.sees).toBe(ann.sees);
  });

  test('what is edited before the room is there waits, and is sent then', async () => {
    const { tab } = await startRoom();
    const ann = tab();
    const outcomes = [ann.submit(schemaOps), ann.submit([createNode(1)])];
    expect(ann.session.phase).toBe('connecting');
    expect(ann.replica.pending).toHaveLength(2);
    expect(await Promise.all(outcomes)).toEqual([acknowledged(1), acknowledged(2)]);
  });

  test('a room that does not exist ends the session, and the reason is the one the server gave', async () => {
    const { host } = await startRoom();
    const ann = new Tab({ host, room: 'no-such-room' });
    await ann.until(({ session }) => session.phase === 'ended');
    expect(ann.session.endReason).toMatch(/^This link does not open a graph\./u);
    expect(ann.connections).toBe(1);
  });
});

describe('editing together', () => {
  test('an edit is shown at once, acknowledged, and seen by others', async () => {
    const { tab } = await startRoom();
    const [ann, bob] = await Promise.all([tab().live(), tab().live()]);
    const outcome = ann.submit([...schemaOps, createNode(1)]);
    expect(ann.replica.view.count('node')).toBe(1);
    expect(await outcome).toEqual(acknowledged(1));
    await bob.at(1);
    expect(bob.sees).toBe(ann.sees);
  });

  test('what others do is told as theirs as it comes in; what was done before, and one’s own, is not', async () => {
    const { tab } = await startRoom();
    const ann = tab();
    await ann.submit(schemaOps);
    const bob = await tab().at(1);
    await ann.submit([createNode(1)]);
    await bob.submit([createNode(2)]);
    await ann.until(({ replica }) => replica.serverVersion === 3);
    const told = ({ heard }: Tab) => heard.map(({ clientId, ops }) => ({ clientId, ops }));
    expect(told(ann)).toEqual([{ clientId: bob.replica.clientId, ops: [createNode(2)] }]);
    expect(told(bob)).toEqual([{ clientId: ann.replica.clientId, ops: [createNode(1)] }]);
  });

  test('edits of one turn go out in one message, and each has its own outcome', async () => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    const outcomes = [schemaOps, [createNode(1)], [setName(1, 'Ann')]].map((ops) => ann.submit(ops));
    expect(await Promise.all(outcomes)).toEqual([acknowledged(1), acknowledged(2), acknowledged(3)]);
    expect(seqsSent(ann)).toEqual([[1, 2, 3]]);
  });

  test('what is on its way is not sent again with what comes after it', async () => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    const first = ann.submit(schemaOps);
    await Promise.resolve();
    await Promise.all([first, ann.submit([createNode(1)])]);
    expect(seqsSent(ann)).toEqual([[1], [2]]);
  });

  test('what someone else made moot is told as skipped', async () => {
    const { tab, wire } = await startRoom();
    const line = await wire();
    const [ann, bob] = await Promise.all([tab().live(), tab({ host: line.host }).live()]);
    await ann.submit([...schemaOps, createNode(1)]);
    await bob.at(1);
    line.cut();
    await bob.until(({ session }) => session.phase === 'connecting');
    const moot = bob.submit([setName(1, 'Bob'), setTitle('Made all the same')]);
    await ann.submit([deleteNode(1)]);
    line.mend();
    expect(await moot).toEqual({ status: 'ack', serverVersion: 3, skipped: [{ op: 0, reason: 'node_gone' }] });
    await ann.at(3);
    expect(ann.sees).toBe(bob.sees);
  });

  test('what the server refuses is taken back, and its author is told why', async () => {
    const { tab, wire } = await startRoom();
    const line = await wire();
    const [ann, bob] = await Promise.all([tab().live(), tab({ host: line.host }).live()]);
    line.cut();
    await bob.until(({ session }) => session.phase === 'connecting');
    const refused = bob.submit([{ op: 'create_edge_type', type: 'Thing', properties: {} }]);
    expect(bob.replica.view.count('edgeType')).toBe(1);
    await ann.submit([{ op: 'create_label', label: 'thing', properties: {} }]);
    line.mend();
    expect(await refused).toEqual({
      status: 'nack',
      code: 'NAME_TAKEN',
      reason: '"thing" is already a label in this graph.',
    });
    expect(bob.replica.view.count('edgeType')).toBe(0);
    expect(bob.sees).toBe(ann.sees);
  });

  test('what does not fit the graph as shown is refused at once and never sent', async () => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    expect(await ann.submit([createNode(1)])).toMatchObject({ status: 'nack', code: 'NO_SUCH_LABEL' });
    expect(ann.replica.pending).toEqual([]);
    expect(await ann.submit(schemaOps)).toEqual(acknowledged(1));
  });

  test('what no message can hold is refused at once, with what to do', async () => {
    const { tab } = await startRoom();
    const ann = await tab().live();
    await ann.submit([...schemaOps, createNode(1)]);
    const longest = setName(1, 'x'.repeat(LIMITS.textLength));
    const outcome = await ann.submit(Array.from({ length: 42 }, () => longest));
    expect(outcome).toMatchObject({ status: 'nack', code: 'LIMIT_REACHED' });
    expect(outcome).toMatchObject({ reason: expect.stringContaining('smaller steps') });
    expect(await ann.submit([setTitle('Goes on')])).toEqual(acknowledged(2));
  });

  test('property: whatever two people do at once, both see in the end what a third sees who comes later', async () => {
    const { server, host } = await startRoom();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.boolean(), ops: arbitraryOps, wait: fc.boolean() }), { maxLength: 20 }),
        async (edits) => {
          const room = await server.newRoom();
          const [ann, bob] = [new Tab({ host, room }), new Tab({ host, room })];
          const outcomes = [ann.submit(SCHEMA_OPS)];
          for (const { who, ops, wait } of edits) {
            const outcome = (who ? ann : bob).submit(ops);
            outcomes.push(outcome);
            if (wait) await outcome;
          }
          const versions = (await Promise.all(outcomes)).map((outcome) =>
            outcome.status === 'ack' ? outcome.serverVersion : 0,
          );
          const last = Math.max(...versions);
          const carol = new Tab({ host, room });
          await Promise.all([ann.at(last), bob.at(last), carol.at(last)]);
          expect(ann.sees).toBe(carol.sees);
          expect(bob.sees).toBe(carol.sees);
          // Every patch that was accepted has a version of its own.
          expect(new Set(versions.filter((version) => version > 0)).size).toBe(last);
          for (const each of [ann, bob, carol]) {
            expect(each.connections).toBe(1);
            each.session.close();
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});

test('a session that is closed says nothing more and hears nothing more', async () => {
  const { tab } = await startRoom();
  const [ann, bob] = await Promise.all([tab().live(), tab().live()]);
  ann.session.close();
  await bob.submit([setTitle('After')]);
  expect(ann.session.phase).toBe('ended');
  expect(ann.replica.serverVersion).toBe(0);
});

test('a session that is closed while it joins stays closed', async () => {
  const { tab } = await startRoom();
  const ann = tab();
  ann.session.close();
  const bob = await tab().live();
  await bob.submit([setTitle('After')]);
  expect(ann.connections).toBe(0);
  expect(ann.session.phase).toBe('ended');
});
