import { describe, expect, test } from 'vitest';
import { canonicalGraph } from '../shared/graph/canonical';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { Desk } from './testing/desk';

const ANN = testNodeId(1);
const BO = testNodeId(2);
const CY = testNodeId(3);
const ANN_BO = testEdgeId(1);
const BO_CY = testEdgeId(2);

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
  properties: { size: 1.5 },
});
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const moved = (nodeId: string, x: number): Op => ({ op: 'move_node', nodeId, position: { x, y: 0 } });
const deleted = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
const titled = (title: string): Op => ({ op: 'set_title', title });

/** Ann knows Bo, who knows Cy. */
const FRIENDS: readonly Op[] = [
  titled('Friends'),
  ...SCHEMA_OPS,
  person(ANN, 'Ann'),
  person(BO, 'Bo'),
  person(CY, 'Cy'),
  edge(ANN_BO, ANN, BO),
  edge(BO_CY, BO, CY),
];
const desk = () => new Desk(...FRIENDS);
const name = (at: Desk, id: string) => at.graph.get('node', id)?.properties.get('name');
const x = (at: Desk, id: string) => at.graph.get('node', id)?.position.x;
const DONE = { status: 'done', left: 0 };

describe('a step', () => {
  test('a drag of many nodes is one, however many ops it has', () => {
    const at = desk();
    at.edit(moved(ANN, 10), moved(BO, 20), moved(CY, 30));
    expect(at.turn('undo')).toEqual(DONE);
    expect([x(at, ANN), x(at, BO), x(at, CY)]).toEqual([1, 1, 1]);
    expect(at.history.canUndo).toBe(false);
    expect(at.turn('redo')).toEqual(DONE);
    expect([x(at, ANN), x(at, BO), x(at, CY)]).toEqual([10, 20, 30]);
    expect(at.history.canRedo).toBe(false);
  });

  test('an edit that takes several patches is one', () => {
    const at = desk();
    const moves = Array.from({ length: 4_500 }, (_, n) => moved([ANN, BO, CY][n % 3] ?? ANN, 10 + n));
    expect(at.history.editInParts(moves)).toHaveLength(3);
    expect(x(at, CY)).toBe(4_509);
    expect(at.turn('undo')).toEqual(DONE);
    expect([x(at, ANN), x(at, BO), x(at, CY)]).toEqual([1, 1, 1]);
    expect(at.history.canUndo).toBe(false);
    expect(at.turn('redo')).toEqual(DONE);
    expect(x(at, CY)).toBe(4_509);
  });

  test('of an edit in several patches, none is made after one that is not taken', () => {
    const at = desk();
    const wrong: Op = { op: 'create_label', label: 'KNOWS', properties: {} };
    const moves = Array.from({ length: 4_500 }, (_, n) => moved(ANN, n));
    expect(at.history.editInParts([...moves.slice(0, 2_000), wrong, ...moves.slice(2_000)])).toHaveLength(2);
    expect(x(at, ANN)).toBe(1_999);
    expect(at.turn('undo')).toEqual(DONE);
    expect(x(at, ANN)).toBe(1);
  });

  test('undo and redo with no step do nothing, and say so', () => {
    const at = desk();
    expect(at.turn('undo')).toEqual({ status: 'nothing' });
    expect(at.turn('redo')).toEqual({ status: 'nothing' });
  });

  test('an edit that changes nothing is none, and leaves what can be redone', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.turn('undo');
    at.edit(named(ANN, 'Ann'));
    expect([at.history.canUndo, at.history.canRedo]).toEqual([false, true]);
  });

  test('an edit that is not taken is none', () => {
    const at = desk();
    at.edit({ op: 'set_property', on: 'node', id: ANN, key: 'nosuch', value: '' });
    expect(at.history.canUndo).toBe(false);
  });

  test('a new edit gives up what could be redone', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.turn('undo');
    at.edit(moved(BO, 5));
    expect(at.history.canRedo).toBe(false);
    expect(at.turn('redo')).toEqual({ status: 'nothing' });
    expect(name(at, ANN)).toBe('Ann');
  });

  test('a label stays: what was made with it goes and comes back', () => {
    const at = desk();
    at.edit({ op: 'create_label', label: 'Dog', properties: { name: 'STRING' } });
    expect(at.history.canUndo).toBe(false);
    const dog: Op = { ...(person(testNodeId(4), 'Rex') as Op & { op: 'create_node' }), label: 'Cat' };
    at.edit({ op: 'create_label', label: 'Cat', properties: { name: 'STRING' } }, dog);
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('label', 'cat')).toBeDefined();
    expect(at.turn('redo')).toEqual(DONE);
    expect(name(at, testNodeId(4))).toBe('Rex');
  });

  test('the title goes back; the first title, which no op takes away, is no step', () => {
    const at = desk();
    at.edit(titled('People'));
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('info', 'info')).toEqual({ title: 'Friends' });
    const untitled = new Desk(...SCHEMA_OPS);
    untitled.edit(titled('People'));
    expect(untitled.history.canUndo).toBe(false);
  });

  test('when the undo is not taken, the step stays', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.closed = true;
    expect(at.turn('undo')).toEqual({ status: 'refused' });
    at.closed = false;
    expect(at.turn('undo')).toEqual(DONE);
    expect(name(at, ANN)).toBe('Ann');
  });
});

describe("others' edits in between stay", () => {
  test('a teammate edits the property: undo leaves it, and says so', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.others(named(ANN, 'Hannah'));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(name(at, ANN)).toBe('Hannah');
    expect(at.patches).toEqual([]);
    expect([at.history.canUndo, at.history.canRedo]).toEqual([false, false]);
  });

  test('a teammate edits another property, or moves the node: both edits stay', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.others(moved(ANN, 77), { op: 'set_property', on: 'node', id: ANN, key: 'size', value: 3 });
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('node', ANN)).toMatchObject({
      position: { x: 77 },
      properties: new Map<string, unknown>([
        ['name', 'Ann'],
        ['size', 3],
      ]),
    });
  });

  test('a step is undone as far as it is still mine', () => {
    const at = desk();
    at.edit(moved(ANN, 10), moved(BO, 20));
    at.others(moved(ANN, 77));
    expect(at.turn('undo')).toEqual({ status: 'done', left: 1 });
    expect([x(at, ANN), x(at, BO)]).toEqual([77, 1]);
  });

  test('a value that a teammate changed and set again is theirs', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.others(named(ANN, 'Hannah'));
    at.others(named(ANN, 'Anna'));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(name(at, ANN)).toBe('Anna');
  });

  test('what a teammate wrote before my step comes back with it', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.others(named(ANN, 'Hannah'));
    at.edit(named(ANN, 'Ann-Marie'));
    expect(at.turn('undo')).toEqual(DONE);
    expect(name(at, ANN)).toBe('Hannah');
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(name(at, ANN)).toBe('Hannah');
  });

  test('a teammate deletes the node: undoing my move does nothing, and says so', () => {
    const at = desk();
    at.edit(moved(ANN, 10));
    at.others(deleted(ANN));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.patches).toEqual([]);
  });

  test('a teammate deletes the node and brings it back: my edits of it can still be undone, my making it cannot', () => {
    const at = new Desk(...SCHEMA_OPS);
    at.edit(person(ANN, 'Ann'));
    at.edit(moved(ANN, 10), named(ANN, 'Anna'));
    at.others(deleted(ANN));
    at.others(person(ANN, 'Anna'), moved(ANN, 10));
    expect(at.turn('undo')).toEqual(DONE);
    expect([x(at, ANN), name(at, ANN)]).toEqual([1, 'Ann']);
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('node', ANN)).toBeDefined();
  });

  test('a teammate deletes the node and brings back another state of it: that is theirs', () => {
    const at = new Desk(...SCHEMA_OPS, person(ANN, 'Ann'));
    at.edit(named(ANN, 'Anna'));
    at.edit(named(ANN, 'Hannah'));
    at.others(deleted(ANN));
    at.others(person(ANN, 'Anna'));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(name(at, ANN)).toBe('Anna');
  });

  test('I delete a node, a teammate brings back another state of it: that is theirs', () => {
    const at = new Desk(...SCHEMA_OPS, person(ANN, 'Ann'));
    at.edit(named(ANN, 'Anna'));
    at.edit(named(ANN, 'Hannah'));
    at.edit(deleted(ANN));
    at.others(person(ANN, 'Anna'));
    for (let step = 0; step < 3; step += 1) expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(name(at, ANN)).toBe('Anna');
  });

  test('I delete a node, a teammate brings it back and deletes it after all: it stays deleted', () => {
    const at = new Desk(...SCHEMA_OPS, person(ANN, 'Ann'));
    at.edit(deleted(ANN));
    at.others(person(ANN, 'Ann'));
    at.others(deleted(ANN));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('node', ANN)).toBeUndefined();
  });

  test.each<[string, Op]>([
    ['moved', moved(ANN, 5)],
    ['edited', named(ANN, 'Anna')],
    ['connected', edge(testEdgeId(3), BO, ANN)],
  ])('a node I made is not deleted once a teammate %s it', (_how, theirs) => {
    const at = new Desk(...SCHEMA_OPS, person(BO, 'Bo'));
    at.edit(person(ANN, 'Ann'));
    at.others(theirs);
    const before = canonicalGraph(at.graph);
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(canonicalGraph(at.graph)).toBe(before);
  });

  test('a title that a teammate set stays, even if it is the one I had set', () => {
    const at = desk();
    at.edit(titled('People'));
    at.others(titled('Humans'));
    at.others(titled('People'));
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('info', 'info')).toEqual({ title: 'People' });
  });

  test('redo leaves a teammate’s edit too: a node brought back and then edited is not deleted again', () => {
    const at = desk();
    at.edit(deleted(CY));
    at.turn('undo');
    at.others(named(CY, 'Cyrus'));
    expect(at.turn('redo')).toEqual({ status: 'done', left: 1 });
    expect(name(at, CY)).toBe('Cyrus');
  });
});

describe('undoing a delete', () => {
  test('brings back the node, its properties, its place and its edges', () => {
    const at = desk();
    const before = canonicalGraph(at.graph);
    at.edit(deleted(BO));
    expect(at.graph.count('edge')).toBe(0);
    expect(at.turn('undo')).toEqual(DONE);
    expect(canonicalGraph(at.graph)).toBe(before);
  });

  test('brings back the edges whose other end still exists, and says what is missing', () => {
    const at = desk();
    at.edit(deleted(BO));
    at.others(deleted(ANN));
    expect(at.turn('undo')).toEqual({ status: 'done', left: 1 });
    expect([...at.graph.edgesAt(BO)]).toEqual([BO_CY]);
  });

  test('leaves alone what a teammate has deleted since it was brought back', () => {
    const at = desk();
    at.edit(named(CY, 'Cyrus'));
    at.edit(deleted(CY));
    at.turn('undo');
    at.others(deleted(CY));
    expect(at.turn('redo')).toEqual({ status: 'left', left: 2 });
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('node', CY)).toBeUndefined();
  });

  test('of a hub with 12,000 edges takes several patches, and is one step', () => {
    const ids = Array.from({ length: 12_000 }, (_, index) => index + 10);
    const hub = desk();
    for (const id of ids) hub.others(person(testNodeId(id), 'Leaf'), edge(testEdgeId(id), ANN, testNodeId(id)));
    const before = canonicalGraph(hub.graph);
    hub.edit(deleted(ANN));
    const after = canonicalGraph(hub.graph);
    for (let round = 0; round < 2; round += 1) {
      expect(hub.turn('undo')).toEqual(DONE);
      expect(hub.patches.length).toBeGreaterThan(1);
      expect(Math.max(...hub.patches.map((ops) => ops.length))).toBeLessThanOrEqual(5_000);
      expect(canonicalGraph(hub.graph) === before).toBe(true);
      expect(hub.history.canUndo).toBe(false);
      expect(hub.turn('redo')).toEqual(DONE);
      expect(canonicalGraph(hub.graph) === after).toBe(true);
      expect(hub.history.canRedo).toBe(false);
    }
  });
});
