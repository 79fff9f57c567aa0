/** Undo of what was made and deleted again before it was ever sent: the server never hears of it, the person knows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import type { GraphView } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { fromSnapshot, toSnapshot } from '../shared/graph/snapshot';
import { type Content, contentOf, isAllOf, isOneGesture } from './testing/content';
import { FarRoom } from './testing/far-room';

const ANN = testNodeId(1);
const BO = testNodeId(2);
const NEW = testNodeId(3);
const ANN_BO = testEdgeId(1);

const person = (nodeId: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 1, y: 2 },
  properties: {},
});
const edge: Op = { op: 'create_edge', edgeId: ANN_BO, type: 'KNOWS', source: ANN, target: BO, properties: {} };
const moved = (nodeId: string, x: number): Op => ({ op: 'move_node', nodeId, position: { x, y: 0 } });
const named = (nodeId: string, value: string): Op => ({
  op: 'set_property',
  on: 'node',
  id: nodeId,
  key: 'name',
  value,
});
const deleted = (nodeId: string): Op => ({ op: 'delete_node', nodeId });

const START: readonly Op[] = [{ op: 'set_title', title: 'Pair' }, ...SCHEMA_OPS, person(ANN), person(BO)];

/** Undoes every step there is; all of each is taken back. Nobody else edits. */
async function undoAll(at: FarRoom): Promise<void> {
  while (at.history.canUndo) expect(at.history.undo()).toEqual({ status: 'done', left: 0 });
  await at.settle();
}

describe('R7: made and deleted while offline, then sent', () => {
  test('an edge that went with its node comes back with it', async () => {
    const at = new FarRoom(...START);
    at.history.edit([edge]);
    at.history.edit([deleted(BO)]);
    await at.settle();
    expect(at.server.get('node', BO)).toBeUndefined();
    expect(at.history.undo()).toEqual({ status: 'done', left: 0 });
    await at.settle();
    expect(at.server.get('edge', ANN_BO)).toMatchObject({ source: ANN, target: BO });
    await undoAll(at);
    expect(at.server.count('edge')).toBe(0);
  });

  test('a node that was made together with an edit that stays does not outlive the undo of both', async () => {
    const at = new FarRoom(...START);
    const before = canonicalGraph(at.server);
    at.history.edit([person(NEW), moved(ANN, 9)]);
    at.history.edit([deleted(NEW)]);
    await at.settle();
    expect(at.history.undo()).toEqual({ status: 'done', left: 0 });
    await at.settle();
    expect(at.server.get('node', NEW)).toBeDefined();
    await undoAll(at);
    expect(canonicalGraph(at.server)).toBe(before);
  });

  test('what was edited in between is as it was at each step back', async () => {
    const at = new FarRoom(...START);
    at.history.edit([person(NEW), moved(ANN, 9)]);
    at.history.edit([named(NEW, 'Cy'), moved(ANN, 10)]);
    at.history.edit([deleted(NEW), moved(ANN, 11)]);
    await at.settle();
    const names: unknown[] = [];
    while (at.history.undo().status === 'done') names.push(at.replica.view.get('node', NEW)?.properties.get('name'));
    expect(names).toEqual(['Cy', undefined, undefined]);
    expect(at.replica.view.get('node', ANN)?.position).toEqual({ x: 1, y: 2 });
  });

  test('what was brought back before it was sent is sent as it is, and stays', async () => {
    const at = new FarRoom(...START);
    at.history.edit([edge]);
    at.history.edit([deleted(BO)]);
    at.history.undo();
    const shown = canonicalGraph(at.replica.view);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(shown);
    expect(at.server.count('edge')).toBe(1);
  });

  test('what others have written meanwhile is left to them all the same', async () => {
    const at = new FarRoom(...START);
    at.history.edit([edge, moved(ANN, 9)]);
    at.history.edit([deleted(BO)]);
    at.others(deleted(ANN));
    await at.settle();
    expect(at.history.undo()).toEqual({ status: 'done', left: 1 });
    await at.settle();
    expect([...at.server.entries('node')].map(([id]) => id)).toEqual([BO]);
    expect(at.server.count('edge')).toBe(0);
  });
});

function expectAllOf(graph: GraphView, state: Content | undefined): void {
  const content = contentOf(graph);
  if (!isAllOf(content, must(state, 'a state'))) expect(content).toEqual(state);
}

/** The op with what an id stands for in it: no client of ours uses one for two things (SPEC.md, G2). */
function asOneElement(op: Op): Op {
  if (op.op === 'create_node') return { ...op, label: Number(op.nodeId.at(-1)) < 5 ? 'Person' : 'City' };
  if (op.op !== 'create_edge') return op;
  const n = Number(op.edgeId.at(-1));
  return { ...op, type: n < 5 ? 'KNOWS' : 'LIVES IN', source: testNodeId(n), target: testNodeId((2 * n + 1) % 6) };
}

/** Those of the ops, one after another, that change something as it is shown: a person makes no others. */
function fitting(view: GraphView, ops: readonly Op[]): Op[] {
  const graph = fromSnapshot(toSnapshot(view));
  return ops.filter((op) => {
    if (!isOneGesture(graph, [op])) return false;
    const outcome = applyPatch(graph, [op]);
    return outcome.status === 'applied' && outcome.skipped.length === 0;
  });
}

type Action = readonly Op[] | 'undo' | 'redo' | 'settle';
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: arbitraryOps.map((ops) => ops.map(asOneElement)) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('settle' as const) },
);

test('U1, R7: property: alone, every way back and forth leads where it was, whenever the server hears of it', async () => {
  const begun: Op[] = [person(testNodeId(0)), person(testNodeId(1)), person(testNodeId(2))];
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 30, size: 'max' }), async (actions) => {
      const at = new FarRoom({ op: 'set_title', title: 'Zero' }, ...SCHEMA_OPS, ...begun);
      const states = [contentOf(at.replica.view)];
      let now = 0;
      const turn = (which: 'undo' | 'redo') => {
        const next = states[now + (which === 'undo' ? -1 : 1)];
        if (next === undefined) {
          expect(at.history[which]()).toEqual({ status: 'nothing' });
          return;
        }
        expect(at.history[which]()).toEqual({ status: 'done', left: 0 });
        now += which === 'undo' ? -1 : 1;
        expectAllOf(at.replica.view, next);
        // What was made stays, and can be deleted from here on.
        states[now] = contentOf(at.replica.view);
      };
      for (const each of actions) {
        if (each === 'settle') await at.settle();
        else if (each === 'undo' || each === 'redo') turn(each);
        else {
          at.history.edit(fitting(at.replica.view, each));
          const state = contentOf(at.replica.view);
          // What only made labels, edge types or properties is no step.
          if (isAllOf(state, must(states[now], 'a state'))) states[now] = state;
          else {
            states.splice(now + 1, Number.POSITIVE_INFINITY, state);
            now += 1;
          }
        }
        expectAllOf(at.replica.view, states[now]);
      }
      await at.settle();
      expectAllOf(at.server, states[now]);
      while (now > 0) turn('undo');
      while (now < states.length - 1) turn('redo');
      await at.settle();
      expectAllOf(at.server, states[now]);
    }),
    { numRuns: 300 },
  );
});
