/** Undo while the server is far away, or not to be reached: what it had put before a step is only known later. */
import { describe, expect, test } from 'vitest';
import { canonicalGraph } from '../shared/graph/canonical';
import { NO_CHANGES } from '../shared/graph/changes';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { lateChanges } from './late-changes';
import { FarRoom } from './testing/far-room';

const ANN = testNodeId(1);
const BO = testNodeId(2);
const ANN_BO = testEdgeId(1);
const BO_ANN = testEdgeId(2);

const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 1, y: 2 },
  properties: { name },
});
const edge = (edgeId: string, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId,
  type: 'KNOWS',
  source,
  target,
  properties: {},
});
const named = (name: string): Op => ({ op: 'set_property', on: 'node', id: ANN, key: 'name', value: name });
const moved = (x: number): Op => ({ op: 'move_node', nodeId: ANN, position: { x, y: 0 } });
const deleted = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
const titled = (title: string): Op => ({ op: 'set_title', title });

const room = () =>
  new FarRoom(titled('Pair'), ...SCHEMA_OPS, person(ANN, 'Ann'), person(BO, 'Bo'), edge(ANN_BO, ANN, BO));
const ann = (at: FarRoom) => at.server.get('node', ANN);
const name = (at: FarRoom) => ann(at)?.properties.get('name');

function expectInStep(at: FarRoom): void {
  expect(canonicalGraph(at.replica.view)).toBe(canonicalGraph(at.server));
}

/** Takes back the one step there is. */
function undo(at: FarRoom): void {
  expect(at.history.undo()).toEqual({ status: 'done', left: 0 });
  expect(at.history.canUndo).toBe(false);
}

describe('a step whose place in the order came out otherwise than it was shown', () => {
  test('an edge that was drawn to the node just before my delete comes back with the node', async () => {
    const at = room();
    at.history.edit([deleted(ANN)]);
    at.others(edge(BO_ANN, BO, ANN));
    await at.settle();
    undo(at);
    await at.settle();
    expect(new Set(at.server.edgesAt(ANN))).toEqual(new Set([ANN_BO, BO_ANN]));
    expectInStep(at);
  });

  test('such an edge stays deleted when a teammate has brought it back and deleted it after all', async () => {
    const at = room();
    at.history.edit([deleted(ANN)]);
    at.others(edge(BO_ANN, BO, ANN));
    await at.settle();
    at.others(person(ANN, 'Ann'), edge(BO_ANN, BO, ANN));
    await at.settle();
    at.others({ op: 'delete_edge', edgeId: BO_ANN });
    await at.settle();
    expect(at.history.undo()).toEqual({ status: 'done', left: 2 });
    await at.settle();
    expect([...at.server.edgesAt(ANN)]).toEqual([ANN_BO]);
  });

  test('an edit that was made just before mine comes back', async () => {
    const at = room();
    at.history.edit([named('Anna')]);
    at.others(named('Hannah'));
    await at.settle();
    undo(at);
    await at.settle();
    expect(name(at)).toBe('Hannah');
  });

  test('a step that came to nothing is none', async () => {
    const at = room();
    at.history.edit([moved(5)]);
    at.others(deleted(ANN));
    const said = at.changes;
    await at.settle();
    expect(at.history.canUndo).toBe(false);
    expect(at.changes).toBeGreaterThan(said);
  });

  test('a step that was refused is none', async () => {
    const at = room();
    at.history.edit([named('Anna')]);
    at.deliver(1);
    await at.hear();
    expect(name(at)).toBe('Ann');
    expect(at.history.canUndo).toBe(false);
  });

  test('an undo that came to nothing cannot be redone', async () => {
    const at = room();
    at.history.edit([moved(5)]);
    await at.settle();
    undo(at);
    at.others(deleted(ANN));
    await at.settle();
    expect([at.history.canUndo, at.history.canRedo]).toEqual([false, false]);
  });
});

describe('a step undone before its place is known, as while offline', () => {
  test('undo and redo show at once, and hold when the server hears of them', async () => {
    const at = room();
    const before = canonicalGraph(at.server);
    at.history.edit([deleted(ANN)]);
    const after = canonicalGraph(at.replica.view);
    undo(at);
    expect(canonicalGraph(at.replica.view)).toBe(before);
    at.history.redo();
    expect(canonicalGraph(at.replica.view)).toBe(after);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(after);
    undo(at);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(before);
    expectInStep(at);
  });

  test("a teammate's edits of a node that I deleted and brought back meanwhile come back too", async () => {
    const at = room();
    at.history.edit([deleted(ANN)]);
    undo(at);
    at.others(named('Hannah'), moved(77), edge(BO_ANN, BO, ANN));
    const theirs = canonicalGraph(at.server);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(theirs);
    expectInStep(at);
    // All of it is one step.
    expect(at.history.redo()).toEqual({ status: 'done', left: 0 });
    await at.settle();
    expect(ann(at)).toBeUndefined();
    undo(at);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(theirs);
  });

  test.each<[string, Op, Op]>([
    ['the same property', named('Anna'), named('Hannah')],
    ['the same place', moved(5), moved(77)],
    ['the same title', titled('Two'), titled('Couple')],
    ['the same property, removed,', named('Anna'), { op: 'remove_property', on: 'node', id: ANN, key: 'name' }],
    [
      'an edge that I deleted',
      { op: 'delete_edge', edgeId: ANN_BO },
      { op: 'set_property', on: 'edge', id: ANN_BO, key: 'size', value: 2 },
    ],
  ])("a teammate's edit of %s comes back", async (_what, mine, theirs) => {
    const at = room();
    at.history.edit([mine]);
    undo(at);
    at.others(theirs);
    const before = canonicalGraph(at.server);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(before);
    expectInStep(at);
  });

  test("a teammate's edit comes back that my step wrote over without its showing here", async () => {
    const at = room();
    at.history.edit([named('Ann'), moved(5)]);
    undo(at);
    at.others(named('Hannah'));
    const before = canonicalGraph(at.server);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(before);
  });

  test('what was seen to be made, but was not, is not to be made again', () => {
    const edge = { id: ANN_BO, type: 'KNOWS', source: ANN, target: BO, properties: new Map() };
    const seen = { ...NO_CHANGES, edge: new Map([[ANN_BO, { before: undefined, after: edge }]]) };
    expect(lateChanges(seen, NO_CHANGES)).toEqual(NO_CHANGES);
  });

  test("a teammate's edit that only met mine is theirs too, and stays", async () => {
    const at = room();
    at.history.edit([named('Anna')]);
    undo(at);
    at.others(named('Anna'));
    await at.settle();
    expect(name(at)).toBe('Anna');
  });

  test('a node that a teammate deleted as well stays deleted', async () => {
    const at = room();
    at.history.edit([deleted(ANN)]);
    undo(at);
    at.others(deleted(ANN));
    const theirs = canonicalGraph(at.server);
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(theirs);
    expect(at.history.canRedo).toBe(false);
  });

  test('what I did not write is left to those who did, whatever it was in between', async () => {
    const at = room();
    at.history.edit([moved(5)]);
    undo(at);
    at.others(named('Hannah'));
    at.deliver();
    at.others(named('Ann'));
    await at.settle();
    expect(name(at)).toBe('Ann');
    expectInStep(at);
  });

  test('a refused step that was undone leaves the graph as it was', async () => {
    const at = room();
    const before = canonicalGraph(at.server);
    at.history.edit([named('Anna')]);
    undo(at);
    at.deliver(1);
    await at.hear();
    await at.settle();
    expect(canonicalGraph(at.server)).toBe(before);
  });

  test('undone and redone: the edit under it comes back when it is undone again', async () => {
    const at = room();
    at.history.edit([named('Anna')]);
    undo(at);
    at.history.redo();
    at.others(named('Hannah'));
    await at.settle();
    expect(name(at)).toBe('Anna');
    undo(at);
    await at.settle();
    expect(name(at)).toBe('Hannah');
    expectInStep(at);
  });
});
