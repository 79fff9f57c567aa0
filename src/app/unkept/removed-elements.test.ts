import { describe, expect, test } from 'vitest';
import { Replica } from '../../replica/replica';
import { NO_CHANGES } from '../../shared/graph/changes';
import type { Op } from '../../shared/graph/ops';
import { SCHEMA_OPS, testClientId, testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { inverseOps } from '../../undo/inverse-ops';
import { RemovedElements } from './removed-elements';

const [ANN, BO, CY] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const [ANN_BO, BO_CY] = [testEdgeId(1), testEdgeId(2)];
const BOB = testClientId(2);
const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 1, y: 2 },
  properties: { name },
});
const knows = (edgeId: string, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId,
  type: 'KNOWS',
  source,
  target,
  properties: { size: 3 },
});
const deleteNode = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const START = [
  ...SCHEMA_OPS,
  person(ANN, 'Ann'),
  person(BO, 'Bo'),
  person(CY, 'Cy'),
  knows(ANN_BO, ANN, BO),
  knows(BO_CY, BO, CY),
];

/** A tab in a small graph, that notes what Bob's patches remove. */
function scene() {
  const replica = new Replica(testClientId(1));
  const removed = new RemovedElements();
  const bob = (...ops: Op[]) => {
    const serverVersion = replica.serverVersion + 1;
    const patch = { serverVersion, clientId: BOB, seq: serverVersion, ops };
    const { changes, removedBy } = replica.receive([{ type: 'patch', patch }]);
    removed.note(changes, removedBy);
  };
  bob(...START);
  return { replica, removed, bob };
}

describe('what someone else removed', () => {
  test('is known as it was shown last, own changes that were on their way included, and by whom', () => {
    const { replica, removed, bob } = scene();
    replica.submit([named(BO, 'Bodo')]);
    bob(deleteNode(BO));
    expect(removed.get(BO)).toMatchObject({ kind: 'node', by: BOB, element: { label: 'Person' } });
    expect(removed.get(BO)?.element.properties.get('name')).toBe('Bodo');
    expect(removed.get(ANN_BO)).toMatchObject({ kind: 'edge', by: BOB, element: { source: ANN, target: BO } });
    expect(removed.get(ANN)).toBeUndefined();
  });

  test('can be had back whole, the edges that went with it too', () => {
    const { replica, removed, bob } = scene();
    replica.submit([named(BO, 'Bodo')]);
    bob(deleteNode(BO));
    const { ops } = inverseOps(removed.removal(BO), replica.view, () => false);
    expect(ops).toEqual([person(BO, 'Bodo'), knows(ANN_BO, ANN, BO), knows(BO_CY, BO, CY)]);
  });

  test('several come back together, with the edge between them', () => {
    const { replica, removed, bob } = scene();
    bob(deleteNode(ANN));
    bob(deleteNode(BO));
    const { ops } = inverseOps(removed.removal(ANN, BO), replica.view, () => false);
    expect(ops).toEqual([person(ANN, 'Ann'), person(BO, 'Bo'), knows(ANN_BO, ANN, BO), knows(BO_CY, BO, CY)]);
  });

  test('of an edge that was removed by itself, the edge comes back', () => {
    const { replica, removed, bob } = scene();
    bob({ op: 'delete_edge', edgeId: ANN_BO });
    expect(inverseOps(removed.removal(ANN_BO), replica.view, () => false).ops).toEqual([knows(ANN_BO, ANN, BO)]);
  });

  test('when it was removed a second time, it is as it was then', () => {
    const { replica, removed, bob } = scene();
    bob(deleteNode(CY));
    bob(person(CY, 'Cyrus'));
    bob(deleteNode(CY));
    expect(inverseOps(removed.removal(CY), replica.view, () => false).ops).toEqual([person(CY, 'Cyrus')]);
  });

  test('what changed and what came is not among it', () => {
    const { removed, bob } = scene();
    bob(named(ANN, 'Anna'), person(testNodeId(4), 'Di'));
    expect([ANN, testNodeId(4)].map((id) => removed.get(id))).toEqual([undefined, undefined]);
    expect(removed.removal(ANN)).toEqual(NO_CHANGES);
  });
});

test('what was removed in this tab is nobody else’s doing', () => {
  const { replica, removed } = scene();
  const result = replica.submit([deleteNode(BO)]);
  if (result.status === 'pending') removed.note(result.changes, new Map());
  expect(removed.get(BO)).toMatchObject({ by: undefined, element: { id: BO } });
});

test('so much is kept and no more: what was removed longest ago makes room', () => {
  const { removed, bob } = scene();
  const ids = Array.from({ length: 2_000 }, (_, n) => testNodeId(n + 10));
  bob(...ids.map((id) => person(id, 'Many')));
  bob(...ids.map(deleteNode));
  bob(...ids.slice(0, 1).map((id) => person(id, 'Again')));
  bob(...ids.slice(0, 1).map(deleteNode));
  bob(deleteNode(CY));
  expect([...ids, CY, BO_CY].filter((id) => removed.get(id) === undefined)).toEqual(ids.slice(1, 3));
});
