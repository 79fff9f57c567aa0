/** Random histories over a small graph, where edits meet each other often. */
import { dequal } from 'dequal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSweeping } from '../replica/footprint';
import { must } from '../shared/assert';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, arbitrarySavedOp, SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { contentOf, isAllOf, isOneGesture } from './testing/content';
import { Desk, rehearse } from './testing/desk';
import { Writers } from './testing/writers';

const START: readonly Op[] = [{ op: 'set_title', title: 'Zero' }, ...SCHEMA_OPS];
const person = (id: string, x: number, properties: Record<string, string>): Op => ({
  op: 'create_node',
  nodeId: id,
  label: 'Person',
  position: { x, y: 0 },
  properties,
});
const knows = (id: string, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId: id,
  type: 'KNOWS',
  source,
  target,
  properties: {},
});

function editAsOneGesture(desk: Desk, ops: readonly Op[]): void {
  if (isOneGesture(desk.graph, ops)) desk.edit(...ops);
}

test('U1: property: alone, undoing all and redoing all is the identity, by every way there', () => {
  const walk = fc.array(fc.boolean(), { maxLength: 30, size: 'max' });
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 25, size: 'max' }), walk, (patches, back) => {
      const desk = new Desk(...START);
      const states = [contentOf(desk.graph)];
      for (const ops of patches) {
        editAsOneGesture(desk, ops);
        const state = contentOf(desk.graph);
        // What only made labels, edge types or properties is no step.
        if (isAllOf(state, must(states.at(-1), 'a state'))) states[states.length - 1] = state;
        else states.push(state);
      }
      let at = states.length - 1;
      const go = (which: 'undo' | 'redo') => {
        expect(desk.turn(which)).toEqual({ status: 'done', left: 0 });
        at += which === 'undo' ? -1 : 1;
        const state = must(states[at], 'a state');
        if (!isAllOf(contentOf(desk.graph), state)) expect(contentOf(desk.graph)).toEqual(state);
      };
      const can = { undo: () => at > 0, redo: () => at < states.length - 1 };
      for (const isBack of back) if (can[isBack ? 'undo' : 'redo']()) go(isBack ? 'undo' : 'redo');
      for (const which of ['undo', 'redo', 'undo', 'redo'] as const) {
        while (can[which]()) go(which);
        expect(desk.turn(which)).toEqual({ status: 'nothing' });
      }
    }),
    { numRuns: 300 },
  );
});

const nodeId = fc.nat({ max: 1 }).map(testNodeId);
const edgeId = fc.nat({ max: 1 }).map(testEdgeId);
const x = fc.nat({ max: 2 });
const name = fc.constantFrom('a', 'b', 'c');
/** Ops over so few elements and values that people write over each other all the time, and often the same. */
const denseOp: fc.Arbitrary<Op> = fc.oneof(
  fc.constantFrom('One', 'Two').map((title): Op => ({ op: 'set_title', title })),
  fc.tuple(nodeId, x).map(([id, at]): Op => ({ op: 'move_node', nodeId: id, position: { x: at, y: 0 } })),
  fc.tuple(nodeId, name).map(([id, value]): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value })),
  nodeId.map((id): Op => ({ op: 'remove_property', on: 'node', id, key: 'name' })),
  fc.tuple(edgeId, x).map(([id, value]): Op => ({ op: 'set_property', on: 'edge', id, key: 'size', value })),
  nodeId.map((id): Op => ({ op: 'delete_node', nodeId: id })),
  edgeId.map((id): Op => ({ op: 'delete_edge', edgeId: id })),
  fc.tuple(nodeId, x, name).map(([id, at, value]): Op => person(id, at, { name: value })),
  edgeId.map((id): Op => knows(id, testNodeId(0), testNodeId(1))),
  fc
    .tuple(nodeId, fc.constantFrom('Person', 'City'))
    .map(([id, label]): Op => ({ op: 'set_label', nodeId: id, label })),
  fc.tuple(nodeId, fc.boolean()).map(([id, locked]): Op => ({ op: 'set_locked', nodeId: id, locked })),
  fc.tuple(edgeId, nodeId, nodeId).map(([id, source, target]): Op => ({ op: 'set_ends', edgeId: id, source, target })),
  fc
    .tuple(edgeId, fc.constantFrom('KNOWS', 'LIVES IN'))
    .map(([id, type]): Op => ({ op: 'set_edge_type', edgeId: id, type })),
  arbitrarySavedOp,
  fc
    .constantFrom('#111111', '#222222', null)
    .map((color): Op => ({ op: 'set_style', on: 'node', of: 'Person', style: { color } })),
);
const denseOps = fc.array(denseOp, { minLength: 1, maxLength: 3, size: 'max' });

type Action = { readonly by: 'me' | 'others'; readonly ops: Op[] } | 'undo' | 'redo' | 'settle';
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ by: fc.constantFrom('me' as const, 'others' as const), ops: denseOps }) },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('settle' as const) },
);
const actions = fc.array(action, { maxLength: 40, size: 'max' });

test("U2: property: with others' edits in between, an undo takes back own work only, and every op of it counts", async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (history) => {
      const desk = new Desk(...START);
      const writers = new Writers();
      for (const each of history) {
        const before = contentOf(desk.graph);
        if (each === 'settle') await Promise.resolve();
        else if (each === 'undo' || each === 'redo') {
          desk.onChanges = (changes) => (each === 'undo' ? writers.undid(changes) : writers.redid(changes));
          const { status } = desk.turn(each);
          expect(dequal(contentOf(desk.graph), before)).toBe(status !== 'done');
        } else {
          desk.onChanges = (changes, by) => writers.edited(changes, by);
          if (each.by === 'others') desk.others(...each.ops);
          else editAsOneGesture(desk, each.ops);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('U3: property: undoing a delete brings back nodes and edges as they were, where their ends still exist', () => {
  const nodes = fc.uniqueArray(fc.nat({ max: 5 }).map(testNodeId), { minLength: 1, maxLength: 3 });
  const patches = fc.array(arbitraryOps, { maxLength: 25, size: 'max' });
  fc.assert(
    fc.property(patches, nodes, patches, (earlier, doomed, later) => {
      const desk = new Desk(...START);
      for (const ops of earlier) desk.others(...ops);
      const before = contentOf(desk.graph);
      const lost = rehearse(desk.graph, doomed.map(deleteNode));
      desk.edit(...doomed.map(deleteNode));
      // What is gone stays gone: nobody else can make an element of the same id (SPEC.md, G2).
      const isOfLost = (op: Op) =>
        (op.op === 'create_node' && lost?.node.has(op.nodeId)) ||
        (op.op === 'create_edge' && lost?.edge.has(op.edgeId));
      // Labels, edge types and properties stay as they are meanwhile.
      for (const ops of later) desk.others(...ops.filter((op) => !isOfLost(op) && !isSweeping([op])));
      const others = contentOf(desk.graph);
      desk.turn('undo');
      const nodesNow = new Map(others.nodes);
      for (const id of lost?.node.keys() ?? []) nodesNow.set(id, must(before.nodes.get(id), 'the node'));
      const edgesNow = new Map(others.edges);
      for (const id of lost?.edge.keys() ?? []) {
        const edge = must(before.edges.get(id), 'the edge');
        if (nodesNow.has(edge.source) && nodesNow.has(edge.target)) edgesNow.set(id, edge);
      }
      const { types: _types, ...found } = contentOf(desk.graph);
      const { types: _others, ...theirs } = others;
      expect(found).toEqual({ ...theirs, nodes: nodesNow, edges: edgesNow });
    }),
    { numRuns: 300 },
  );
});

const deleteNode = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
