import { expect, test } from 'vitest';
import { compute } from '../algorithms/compute';
import type { Task } from '../algorithms/messages';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testEdgeId, testNodeId, testRuleId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../store/editor-store';
import { nodeLook } from '../store/node-look';
import { rowsOf } from '../store/testing/rows-of-graph';
import { measureForRules } from './rule-measures';

const person = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: {},
});
const knows = (n: number, source: number, target: number): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
const byDegree: Op = {
  op: 'put_rule',
  rule: { id: testRuleId(1), rank: 1, on: 'node', look: { set: 'size_by_number', by: { algorithm: 'degree' } } },
};

function opened() {
  const [store, graph, clock] = [createEditorStore(), new Graph(), new ManualClock()];
  const asked: Task['algorithm'][] = [];
  const end = measureForRules({
    store,
    clock,
    compute: async (task) => {
      asked.push(task.algorithm);
      return compute(task);
    },
  });
  const edit = (...ops: Op[]) => {
    const outcome = applyPatch(graph, ops);
    if (outcome.status !== 'applied') throw new Error(outcome.reason);
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
    takeRowUpdate(store, rowsOf(graph));
  };
  const sizes = () => [...store.getState().nodes.values()].map((row) => nodeLook(row, store.getState()).size);
  const passes = async (milliseconds: number) => {
    clock.advance(milliseconds);
    // What was asked answers in turns of its own.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { store, asked, edit, sizes, passes, end };
}

test('a rule by an algorithm is seen at once, and follows the graph when it has become quiet', async () => {
  const { asked, edit, sizes, passes } = opened();
  edit(...SCHEMA_OPS, person(1), person(2), person(3), knows(1, 1, 2));
  await passes(5_000);
  expect(asked).toEqual([]);
  edit(byDegree);
  expect(sizes()).toEqual(['medium', 'medium', 'medium']);
  await passes(0);
  expect(sizes()).toEqual(['huge', 'huge', 'tiny']);
  edit(knows(2, 1, 3));
  await passes(600);
  edit(knows(3, 1, 3));
  await passes(600);
  expect(asked).toEqual(['degree']);
  await passes(400);
  expect(asked).toEqual(['degree', 'degree']);
  expect(sizes()).toEqual(['huge', 'tiny', 'large']);
});

test('what changes nothing that counts is not measured, and nothing is once the rule is gone', async () => {
  const { asked, edit, sizes, passes, store } = opened();
  edit(...SCHEMA_OPS, person(1), byDegree);
  await passes(1_000);
  edit({ op: 'move_node', nodeId: testNodeId(1), position: { x: 5, y: 5 } });
  await passes(5_000);
  expect(asked).toEqual(['degree']);
  edit({ op: 'delete_rule', ruleId: testRuleId(1) });
  await passes(0);
  expect([sizes(), store.getState().ruleMeasures.size]).toEqual([['medium'], 0]);
  edit(person(2));
  await passes(5_000);
  expect(asked).toEqual(['degree']);
});
