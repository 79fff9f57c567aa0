import { expect, test } from 'vitest';
import { createNode, deleteNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import type { KeptRoom } from '../offline/room-copy';
import { Replica } from '../replica/replica';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import { diffGraphs, NO_CHANGES } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { toSnapshot } from '../shared/graph/snapshot';
import { testClientId } from '../shared/testing/test-client-ids';
import { restore } from './restore';

const [ME, BO, CEM] = [testClientId(1), testClientId(2), testClientId(3)];
const graphOf = (...patches: Op[][]): Graph => {
  const graph = new Graph();
  for (const ops of patches) applyPatch(graph, ops);
  return graph;
};
const base = (version: number, ...patches: Op[][]) => ({
  roomEpoch: 'epoch',
  version,
  graph: toSnapshot(graphOf(...patches)),
});

/** Restores it, and sees to it that what changed is all there is now. */
function restored(kept: KeptRoom): Replica {
  const replica = new Replica(ME);
  expect(restore(replica, kept)).toEqual(diffGraphs(new Graph(), replica.view));
  return replica;
}

test('O3: the graph that was kept, the log after it, and what waits on top', () => {
  const [begin, logged] = [[...schemaOps, createNode(1)], [setName(1, 'Ann')]];
  const [waitsOfBo, waitsOfCem] = [[createNode(2)], [setName(2, 'Di'), deleteNode(1)]];
  const replica = restored({
    base: base(40, begin),
    tail: [{ serverVersion: 41, clientId: BO, seq: 6, ops: logged }],
    queues: [
      { clientId: BO, patches: [{ seq: 7, ops: waitsOfBo }] },
      { clientId: CEM, patches: [{ seq: 2, ops: waitsOfCem }] },
    ],
  });
  expect(replica.serverVersion).toBe(41);
  expect(canonicalGraph(replica.confirmed)).toBe(canonicalGraph(graphOf(begin, logged)));
  expect(canonicalGraph(replica.view)).toBe(canonicalGraph(graphOf(begin, logged, waitsOfBo, waitsOfCem)));
  expect(replica.pending.map(({ clientId, seq }) => [clientId, seq])).toEqual([
    [BO, 7],
    [CEM, 2],
  ]);
  expect(replica.clientId).toBe(ME);
});

test('O3: a log that was kept from its beginning', () => {
  const tail = [schemaOps, [createNode(1)]].map((ops, index) => ({
    serverVersion: index + 1,
    clientId: BO,
    seq: index + 1,
    ops,
  }));
  const replica = restored({ base: base(0), tail, queues: [] });
  expect(replica.serverVersion).toBe(2);
  expect(replica.view.count('node')).toBe(1);
});

test('what waits is there even where nothing of the graph was kept; what does not fit yet waits without effect', () => {
  const queues = [
    {
      clientId: BO,
      patches: [
        { seq: 1, ops: [setTitle('Mine')] },
        { seq: 2, ops: [createNode(1)] },
      ],
    },
  ];
  const replica = restored({ tail: [], queues });
  expect(replica.serverVersion).toBe(0);
  expect(replica.view.get('info', 'info')).toEqual({ title: 'Mine' });
  expect(replica.view.count('node')).toBe(0);
  expect(replica.pending).toHaveLength(2);
});

test('nothing was kept: nothing changes', () => {
  expect(restore(new Replica(ME), { tail: [], queues: [] })).toEqual(NO_CHANGES);
});
