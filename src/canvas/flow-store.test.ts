import { beforeEach, describe, expect, test } from 'vitest';
import type { ElementType, NodeSize } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import type { LookRules } from '../store/node-look';
import type { EdgeRow, NodeRow, RowUpdate } from '../store/rows';
import { NO_RULES } from '../store/rule-looks';
import { FlowStore } from './flow-store';

const [A, B, C] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const [E1, E2, E3, E4] = [testEdgeId(1), testEdgeId(2), testEdgeId(3), testEdgeId(4)];

const node = (id: string, x = 0): NodeRow => ({ id, label: 'Person', position: { x, y: 0 }, properties: {} });
const edge = (id: string, source: string, target: string): EdgeRow => ({
  id,
  type: 'KNOWS',
  source,
  target,
  properties: {},
});

/** An update of these rows; an id alone is a row that is gone. */
function update(
  nodes: readonly (NodeRow | string)[],
  edges: readonly (EdgeRow | string)[],
  complete = false,
): RowUpdate {
  const table = <T extends { id: string }>(rows: readonly (T | string)[]) =>
    new Map(rows.map((row) => (typeof row === 'string' ? [row, undefined] : [row.id, row])));
  return { nodes: table(nodes), edges: table(edges), counts: new Map(), complete };
}

let selections: [readonly string[], readonly string[]][];
let clock: ManualClock;
let flow: FlowStore;
beforeEach(() => {
  selections = [];
  clock = new ManualClock();
  flow = new FlowStore((nodes, edges) => selections.push([nodes, edges]), clock);
});

const shownNode = (id: string) => flow.state.getState().nodes.find((each) => each.id === id);
const shownEdge = (id: string) => flow.state.getState().edges.find((each) => each.id === id);
const lanes = (...ids: string[]) => ids.map((id) => [shownEdge(id)?.data?.lane, shownEdge(id)?.data?.lanes]);

describe('the size of cards', () => {
  const labelled = (id: string, label: string): NodeRow => ({ ...node(id), label });
  const labels = (person: NodeSize | undefined, city?: NodeSize) =>
    new Map(
      [
        { name: 'Person', properties: new Map(), style: { size: person } },
        { name: 'City', properties: new Map(), style: { size: city } },
      ].map((label): [string, ElementType] => [foldName(label.name), label]),
    );
  const rules = (...sizesOf: Parameters<typeof labels>): LookRules => ({
    labels: labels(...sizesOf),
    measure: undefined,
    ruled: NO_RULES,
  });
  const sizes = (...ids: string[]) => ids.map((id) => [shownNode(id)?.width, shownNode(id)?.height]);
  const [small, medium, large] = [
    [160, 48],
    [200, 64],
    [260, 88],
  ];

  test('is their label’s, from the first on and when it is restyled; edges know it', () => {
    flow.restyle(rules('small'));
    flow.take(update([labelled(A, 'Person'), labelled(B, 'City')], [edge(E1, A, B)], true));
    expect(sizes(A, B)).toEqual([small, medium]);
    flow.restyle(rules('large'));
    expect(sizes(A, B)).toEqual([large, medium]);
    expect(shownEdge(E1)?.data).toMatchObject({ sourceSize: { width: 260 }, targetSize: { width: 200 } });
    flow.restyle(rules(undefined, 'small'));
    expect(sizes(A, B)).toEqual([medium, small]);
  });

  test('follows a node to another label, and its edges with it', () => {
    flow.restyle(rules('large', 'small'));
    flow.take(update([labelled(A, 'Person'), labelled(B, 'City')], [edge(E1, A, B)], true));
    flow.take(update([labelled(A, 'City')], []));
    expect(sizes(A)).toEqual([small]);
    expect(shownEdge(E1)?.data).toMatchObject({ sourceSize: { width: 160 } });
  });

  test('stays while its label is being renamed', () => {
    flow.restyle(rules('large'));
    flow.take(update([labelled(A, 'Person')], [], true));
    const human: ElementType = { name: 'Human', properties: new Map(), style: { size: 'large' } };
    flow.restyle({ labels: new Map([['human', human]]), measure: undefined, ruled: NO_RULES });
    expect(sizes(A)).toEqual([large]);
    flow.take(update([labelled(A, 'Human')], [], true));
    expect(sizes(A)).toEqual([large]);
  });

  test('moves nothing, and what keeps its size stays the same object', () => {
    flow.take(update([labelled(A, 'Person'), labelled(B, 'City'), labelled(C, 'City')], [edge(E1, B, C)], true));
    const [a, b, e1] = [shownNode(A), shownNode(B), shownEdge(E1)];
    flow.restyle(rules('large'));
    expect(shownNode(A)?.position).toEqual(a?.position);
    expect([shownNode(B), shownEdge(E1)]).toEqual([b, e1]);
    expect(shownNode(B)).toBe(b);
    expect(shownEdge(E1)).toBe(e1);
    const state = flow.state.getState();
    flow.restyle(rules('large'));
    expect(flow.state.getState()).toBe(state);
  });
});

describe('rows', () => {
  test('become nodes and edges, and go when they are gone', () => {
    flow.take(update([node(A), node(B, 300)], [edge(E1, A, B)], true));
    expect(shownNode(B)).toMatchObject({ position: { x: 300, y: 0 }, data: { row: node(B, 300) } });
    expect(shownEdge(E1)).toMatchObject({ source: A, target: B, data: { lane: 0, lanes: 1 } });
    flow.take(update([B], [E1]));
    expect(flow.state.getState().nodes.map(({ id }) => id)).toEqual([A]);
    expect(flow.state.getState().edges).toEqual([]);
  });

  test('what a complete update does not name is gone', () => {
    flow.take(update([node(A), node(B)], [edge(E1, A, B)], true));
    flow.take(update([node(B), node(C)], [edge(E2, B, C)], true));
    expect(flow.state.getState().nodes.map(({ id }) => id)).toEqual([B, C]);
    expect(flow.state.getState().edges.map(({ id }) => id)).toEqual([E2]);
    expect(lanes(E2)).toEqual([[0, 1]]);
  });

  test('elements that an update does not name stay the same objects', () => {
    flow.take(update([node(A), node(B), node(C)], [edge(E1, A, B), edge(E2, B, C)], true));
    const [a, e2] = [shownNode(A), shownEdge(E2)];
    flow.take(update([node(B, 50)], [{ ...edge(E1, A, B), properties: { since: 1 } }]));
    expect(shownNode(A)).toBe(a);
    expect(shownEdge(E2)).toBe(e2);
    expect(shownEdge(E1)?.data?.row.properties).toEqual({ since: 1 });
  });

  test('an update of nodes alone leaves the list of edges as it is, and the other way round', () => {
    flow.take(update([node(A), node(B)], [edge(E1, A, B)], true));
    const { edges } = flow.state.getState();
    flow.take(update([node(A, 9)], []));
    expect(flow.state.getState().edges).toBe(edges);
    const { nodes } = flow.state.getState();
    flow.take(update([], [E1]));
    expect(flow.state.getState().nodes).toBe(nodes);
  });

  test('a row that goes before it was ever here is nothing', () => {
    flow.take(update([A], [E1]));
    expect(flow.state.getState()).toEqual({ nodes: [], edges: [] });
  });
});

describe('lanes', () => {
  test('edges between the same two, whichever way, lie side by side; others do not mind', () => {
    flow.take(update([node(A), node(B), node(C)], [edge(E1, A, B), edge(E2, B, A), edge(E3, B, C)], true));
    expect(lanes(E1, E2, E3)).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test('close up when one goes, and those of other pairs stay the same objects', () => {
    flow.take(update([], [edge(E1, A, B), edge(E2, A, B), edge(E3, B, A), edge(E4, B, C)], true));
    const other = shownEdge(E4);
    flow.take(update([], [E1]));
    expect(lanes(E2, E3)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(shownEdge(E4)).toBe(other);
  });

  test('an edge keeps its lane when its properties change', () => {
    flow.take(update([], [edge(E1, A, B), edge(E2, A, B)], true));
    const second = shownEdge(E2);
    flow.take(update([], [{ ...edge(E1, A, B), properties: { since: 1 } }]));
    expect(lanes(E1, E2)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(shownEdge(E2)).toBe(second);
  });

  test('self-loops at one node have lanes of their own', () => {
    flow.take(update([], [edge(E1, A, A), edge(E2, A, A), edge(E3, A, B)], true));
    expect(lanes(E1, E2, E3)).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test('an edge that came back between other nodes leaves no trace at the old ones', () => {
    flow.take(update([], [edge(E1, A, B), edge(E2, A, B)], true));
    flow.take(update([], [edge(E1, B, C)]));
    flow.take(update([], [edge(E3, A, B)]));
    expect(shownEdge(E1)).toMatchObject({ source: B, target: C });
    expect(lanes(E1, E2, E3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('selection', () => {
  const select = (id: string, selected = true) => ({ type: 'select', id, selected }) as const;

  test('is told when it changes, and only then', () => {
    flow.take(update([node(A), node(B)], [edge(E1, A, B)], true));
    expect(selections).toEqual([]);
    flow.changeNodes([select(A)]);
    flow.changeEdges([select(E1)]);
    flow.take(update([node(A, 9)], []));
    expect(selections).toEqual([
      [[A], []],
      [[A], [E1]],
    ]);
  });

  test('stays with an element through updates, complete ones too, and goes with it', () => {
    flow.take(update([node(A), node(B)], [edge(E1, A, B)], true));
    flow.changeNodes([select(A)]);
    flow.changeEdges([select(E1)]);
    flow.take(update([node(A, 9), node(B)], [edge(E1, A, B)], true));
    expect([shownNode(A)?.selected, shownEdge(E1)?.selected]).toEqual([true, true]);
    flow.take(update([A], [E1]));
    expect(selections.at(-1)).toEqual([[], []]);
  });

  test('goes to a new node once it is drawn, and from what was selected before', () => {
    flow.take(update([node(A)], [], true));
    flow.changeNodes([select(A)]);
    flow.selectWhenDrawn([B]);
    flow.take(update([node(A, 5)], []));
    expect(selections.at(-1)).toEqual([[A], []]);
    flow.take(update([node(B)], []));
    expect(selections.at(-1)).toEqual([[B], []]);
  });

  test('that goes to a new node goes from an edge, too', () => {
    flow.take(update([node(A), node(B)], [edge(E1, A, B)], true));
    flow.changeEdges([select(E1)]);
    flow.selectWhenDrawn([C]);
    flow.take(update([node(C)], []));
    expect(selections.at(-1)).toEqual([[C], []]);
  });

  test('is taken to a new node once; afterwards the person may select what they like', () => {
    flow.selectWhenDrawn([A]);
    flow.take(update([node(A), node(B)], [], true));
    flow.changeNodes([select(A, false), select(B)]);
    flow.take(update([node(A, 5)], []));
    expect(selections.at(-1)).toEqual([[B], []]);
  });
});

describe('a drag in progress', () => {
  const dragTo = (x: number, dragging: boolean) =>
    flow.changeNodes([{ type: 'position', id: A, position: { x, y: 0 }, dragging }]);

  test('is not disturbed by a row, complete or not, though what else the row says is shown', () => {
    flow.take(update([node(A), node(B)], [], true));
    dragTo(40, true);
    flow.take(update([{ ...node(A, 500), properties: { name: 'Ann' } }], []));
    expect(shownNode(A)).toMatchObject({ position: { x: 40, y: 0 }, data: { row: { properties: { name: 'Ann' } } } });
    flow.take(update([node(A, 500), node(B)], [], true));
    expect(shownNode(A)?.position).toEqual({ x: 40, y: 0 });
  });

  test('ends, and the next row says where the node is', () => {
    flow.take(update([node(A)], [], true));
    dragTo(40, true);
    dragTo(40, false);
    expect(shownNode(A)?.position).toEqual({ x: 40, y: 0 });
    flow.take(update([node(A, 41)], []));
    expect(shownNode(A)?.position).toEqual({ x: 41, y: 0 });
  });

  test('ends with the node when someone deletes it', () => {
    flow.take(update([node(A)], [], true));
    dragTo(40, true);
    flow.take(update([A], []));
    dragTo(50, false);
    expect(shownNode(A)).toBeUndefined();
  });
});

describe("others' drags", () => {
  const othersDrag = (...drags: [id: string, x: number][]) =>
    flow.showDrags(new Map(drags.map(([id, x]) => [id, { x, y: 0 }])));
  const iDrag = (x: number, dragging: boolean) =>
    flow.changeNodes([{ type: 'position', id: A, position: { x, y: 0 }, dragging }]);
  const x = (id: string) => shownNode(id)?.position.x;
  const xs: (number | undefined)[] = [];
  beforeEach(() => {
    flow.take(update([node(A), node(B, 300), node(C, 600)], [edge(E1, A, B)], true));
    xs.length = 0;
    flow.state.subscribe(() => xs.at(-1) !== x(A) && xs.push(x(A)));
  });

  test('are drawn as they move; who is not dragged stays the same object', () => {
    const { edges } = flow.state.getState();
    const b = shownNode(B);
    othersDrag([A, 10], [C, 610]);
    othersDrag([A, 20], [C, 610]);
    expect([x(A), x(C)]).toEqual([20, 610]);
    expect(shownNode(B)).toBe(b);
    expect(flow.state.getState().edges).toBe(edges);
  });

  test('that do not go on draw nothing anew', () => {
    othersDrag([A, 10]);
    const state = flow.state.getState();
    othersDrag([A, 10]);
    expect(flow.state.getState()).toBe(state);
    othersDrag();
    flow.showDrags(new Map());
    expect(flow.state.getState()).toBe(state);
  });

  test('are not disturbed by a row, complete or not, though what else the row says is shown', () => {
    othersDrag([A, 10]);
    flow.take(update([{ ...node(A, 500), properties: { name: 'Ann' } }], []));
    expect(shownNode(A)).toMatchObject({ position: { x: 10 }, data: { row: { properties: { name: 'Ann' } } } });
    flow.take(update([node(A, 500), node(B)], [], true));
    expect(x(A)).toBe(10);
  });

  test('end where the node was let go until the drop comes: no jump back and forth', () => {
    othersDrag([A, 10]);
    othersDrag([A, 48]);
    othersDrag();
    flow.take(update([{ ...node(A), properties: { name: 'Ann' } }], []));
    clock.advance(1_000);
    flow.take(update([node(A, 50)], []));
    clock.advance(5_000);
    expect(xs).toEqual([10, 48, 50]);
    expect(clock.waiting).toBe(0);
  });

  test('whose drop comes before their end is told end where the row is', () => {
    othersDrag([A, 48]);
    flow.take(update([node(A, 50)], []));
    othersDrag();
    expect(xs).toEqual([48, 50]);
    expect(clock.waiting).toBe(0);
  });

  test('whose drop never comes are given up', () => {
    othersDrag([A, 48]);
    othersDrag();
    clock.advance(1_400);
    expect(x(A)).toBe(48);
    clock.advance(200);
    expect(xs).toEqual([48, 0]);
  });

  test('that begin again while the drop is awaited go on', () => {
    othersDrag([A, 48]);
    othersDrag();
    othersDrag([A, 60]);
    clock.advance(5_000);
    expect(xs).toEqual([48, 60]);
  });

  test('of a node that is not here yet show once it is', () => {
    const D = testNodeId(4);
    othersDrag([D, 70]);
    flow.take(update([node(D, 5)], []));
    expect(x(D)).toBe(70);
    othersDrag();
    clock.advance(2_000);
    expect(x(D)).toBe(5);
  });

  test('end with the node when someone deletes it', () => {
    othersDrag([A, 10]);
    flow.take(update([A], []));
    othersDrag([A, 20]);
    othersDrag();
    clock.advance(2_000);
    expect(shownNode(A)).toBeUndefined();
  });

  test('of a node that the person drags themselves wait until it is let go', () => {
    iDrag(5, true);
    othersDrag([A, 100]);
    iDrag(6, true);
    othersDrag([A, 110]);
    iDrag(7, false);
    expect(xs).toEqual([5, 6, 7]);
    othersDrag([A, 120]);
    expect(x(A)).toBe(120);
  });

  test('that are over do not take a node from where the person put it meanwhile', () => {
    othersDrag([A, 48]);
    othersDrag();
    iDrag(7, true);
    iDrag(8, false);
    clock.advance(2_000);
    expect(xs).toEqual([48, 7, 8]);
    flow.take(update([node(A, 8)], []));
    expect(x(A)).toBe(8);
  });

  test('change no selection', () => {
    flow.changeNodes([{ type: 'select', id: A, selected: true }]);
    selections.length = 0;
    othersDrag([A, 10]);
    othersDrag();
    clock.advance(2_000);
    expect(shownNode(A)?.selected).toBe(true);
    expect(selections).toEqual([]);
  });
});

describe('locked nodes', () => {
  test('are not dragged, whether they were drawn before or after', () => {
    flow.lock(new Set([A, B]));
    flow.take(update([node(A), node(C)], [], true));
    flow.take(update([node(B)], []));
    expect([A, B, C].map((id) => shownNode(id)?.draggable)).toEqual([false, false, undefined]);
    flow.take(update([node(A, 20)], []));
    expect(shownNode(A)).toMatchObject({ draggable: false, data: { locked: true, row: node(A, 20) } });
  });

  test('are dragged again once they are unlocked, and others were never drawn anew', () => {
    flow.take(update([node(A), node(B)], [], true));
    const other = shownNode(B);
    flow.lock(new Set([A]));
    flow.lock(new Set());
    expect(shownNode(A)?.draggable).toBeUndefined();
    expect(shownNode(A)?.data.locked).toBeUndefined();
    expect(shownNode(B)).toBe(other);
  });
});
