import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import type { EdgeRow, NodeRow } from './rows';
import {
  EVERYTHING_SHOWN,
  hiding,
  isEdgeAllowed,
  isFiltering,
  isNodeShown,
  showingAlso,
  showingAlways,
  showingMade,
  showingOnly,
  type ViewFilter,
  withEdgeType,
  withLabel,
} from './view-filter';

const LABELS = ['Person', 'City', '都市'];
const TYPES = ['KNOWS', 'LIVES IN'];
const NODES: ReadonlyMap<string, NodeRow> = new Map(
  Array.from({ length: 9 }, (_, i) => {
    const id = testNodeId(i);
    return [id, { id, label: LABELS[i % LABELS.length] ?? '', position: { x: 0, y: 0 }, properties: {} }];
  }),
);
const EDGES: ReadonlyMap<string, EdgeRow> = new Map(
  Array.from({ length: 6 }, (_, i) => {
    const id = testEdgeId(i);
    const type = TYPES[i % TYPES.length] ?? '';
    return [id, { id, type, source: testNodeId(i), target: testNodeId(i + 1), properties: {} }];
  }),
);
const nodeAt = (i: number) => testNodeId(i % NODES.size);
const edgeAt = (i: number) => testEdgeId(i % EDGES.size);
const shownNodes = (filter: ViewFilter) =>
  [...NODES.values()].filter((row) => isNodeShown(filter, row)).map(({ id }) => id);
const allowedEdges = (filter: ViewFilter) =>
  [...EDGES.values()].filter((row) => isEdgeAllowed(filter, row)).map(({ id }) => id);

/** What a person does, on the filter and on a model that only knows of each element why it is hidden. */
interface Model {
  readonly why: Map<string, Set<string>>;
}
type Step = readonly [run: (filter: ViewFilter) => ViewFilter, model: (model: Model) => void];

const mark = ({ why }: Model, ids: Iterable<string>, reason: string, is: boolean) => {
  for (const id of ids) {
    const reasons = why.get(id) ?? new Set();
    if (is) reasons.add(reason);
    else reasons.delete(reason);
    why.set(id, reasons);
  }
};
const idsOf = <T extends { id: string }>(rows: ReadonlyMap<string, T>, is: (row: T) => boolean) =>
  [...rows.values()].filter(is).map(({ id }) => id);

const label: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...LABELS), fc.boolean()).map(([name, hidden]) => [
  (filter) => withLabel(filter, name, hidden, NODES),
  (model) => {
    const ids = idsOf(NODES, (row) => row.label === name);
    mark(model, ids, 'label', hidden);
    if (hidden) mark(model, ids, 'always', false);
  },
]);
const edgeType: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...TYPES), fc.boolean()).map(([name, hidden]) => [
  (filter) => withEdgeType(filter, name, hidden, EDGES),
  (model) => {
    const ids = idsOf(EDGES, (row) => row.type === name);
    mark(model, ids, 'type', hidden);
    if (hidden) mark(model, ids, 'always', false);
  },
]);
const hide: fc.Arbitrary<Step> = fc.tuple(fc.array(fc.nat(8)), fc.array(fc.nat(5))).map(([nodes, edges]) => [
  (filter) => hiding(filter, nodes.map(nodeAt), edges.map(edgeAt)),
  (model) => {
    const ids = [...nodes.map(nodeAt), ...edges.map(edgeAt)];
    mark(model, ids, 'one by one', true);
    mark(model, ids, 'always', false);
  },
]);
const focus: fc.Arbitrary<Step> = fc.array(fc.nat(8)).map((nodes) => [
  (filter) => showingOnly(filter, new Set(nodes.map(nodeAt))),
  (model) => {
    const only = new Set(nodes.map(nodeAt));
    const others = [...NODES.keys()].filter((id) => !only.has(id));
    mark(model, NODES.keys(), 'not among these', false);
    mark(model, others, 'not among these', true);
    mark(model, others, 'always', false);
  },
]);
const also: fc.Arbitrary<Step> = fc.array(fc.nat(8)).map((nodes) => [
  (filter) => showingAlso(filter, new Set(nodes.map(nodeAt))),
  (model) => {
    mark(model, nodes.map(nodeAt), 'not among these', false);
    mark(model, nodes.map(nodeAt), 'one by one', false);
  },
]);
const always: fc.Arbitrary<Step> = fc
  .tuple(fc.array(fc.nat(8)), fc.array(fc.nat(5)))
  .map(([nodes, edges]) => [
    (filter) => showingAlways(filter, nodes.map(nodeAt), edges.map(edgeAt)),
    (model) => mark(model, [...nodes.map(nodeAt), ...edges.map(edgeAt)], 'always', true),
  ]);

test('shows what nothing hides, or what is shown always: as a model does that knows why each is hidden', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(label, edgeType, hide, focus, also, always), { maxLength: 12 }), (steps) => {
      let filter = EVERYTHING_SHOWN;
      const model: Model = { why: new Map() };
      for (const [run, onModel] of steps) {
        filter = run(filter);
        onModel(model);
        // Exceptions end with what they are exceptions from.
        if (!isFiltering(filter)) mark(model, [...NODES.keys(), ...EDGES.keys()], 'always', false);
        const isShown = (id: string) => {
          const reasons = model.why.get(id);
          return reasons === undefined || reasons.size === 0 || reasons.has('always');
        };
        expect(shownNodes(filter)).toEqual([...NODES.keys()].filter(isShown));
        expect(allowedEdges(filter)).toEqual([...EDGES.keys()].filter(isShown));
      }
    }),
  );
});

describe('what a person makes', () => {
  const [made, madeEdge] = [testNodeId(4), testEdgeId(0)];
  const ops = [
    { op: 'create_node', nodeId: made, label: 'City', position: { x: 0, y: 0 }, properties: {} },
    { op: 'create_edge', edgeId: madeEdge, type: 'KNOWS', source: made, target: testNodeId(1), properties: {} },
  ] as const;

  test('is shown though its label, its type, or all others are hidden', () => {
    const hidden = withEdgeType(withLabel(EVERYTHING_SHOWN, 'City', true, NODES), 'KNOWS', true, EDGES);
    const focused = showingOnly(hidden, new Set([testNodeId(0)]));
    expect(shownNodes(focused)).toEqual([testNodeId(0)]);
    expect(shownNodes(showingMade(focused, ops))).toEqual([testNodeId(0), made]);
    expect(allowedEdges(showingMade(focused, ops))).toContain(madeEdge);
  });

  test('is nothing to remember while nothing is hidden, nor is any other edit', () => {
    expect(showingMade(EVERYTHING_SHOWN, ops)).toBe(EVERYTHING_SHOWN);
    const focused = showingOnly(EVERYTHING_SHOWN, new Set());
    expect(showingMade(focused, [{ op: 'delete_node', nodeId: made }])).toBe(focused);
  });
});

test('names are the same in any case', () => {
  const hidden = withLabel(EVERYTHING_SHOWN, 'PERSON', true, NODES);
  expect(shownNodes(hidden)).not.toContain(testNodeId(0));
  expect(withLabel(hidden, 'person', false, NODES)).toBe(EVERYTHING_SHOWN);
});
