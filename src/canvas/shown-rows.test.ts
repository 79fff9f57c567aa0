import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { createEditorStore, takeRowUpdate } from '../store/editor-store';
import { shownRows } from '../store/neighbourhood';
import type { EdgeRow, NodeRow, RowUpdate } from '../store/rows';
import {
  EVERYTHING_SHOWN,
  hiding,
  showingAlways,
  showingOnly,
  showingOnlyEdgeTypes,
  showingOnlyLabels,
  type ViewFilter,
  withEdgeType,
  withLabel,
  withValueRule,
} from '../store/view-filter';
import { ShownRows } from './shown-rows';

const node = (n: number, label = 'Person', x = 0, properties: NodeRow['properties'] = {}): NodeRow => ({
  id: testNodeId(n),
  label,
  position: { x, y: 0 },
  properties,
});
const edge = (
  n: number,
  source: number,
  target: number,
  type = 'KNOWS',
  properties: EdgeRow['properties'] = {},
): EdgeRow => ({
  id: testEdgeId(n),
  type,
  source: testNodeId(source),
  target: testNodeId(target),
  properties,
});
function update(
  nodes: readonly (NodeRow | string)[],
  edges: readonly (EdgeRow | string)[],
  complete = false,
): RowUpdate {
  const table = <T extends { id: string }>(rows: readonly (T | string)[]) =>
    new Map(rows.map((row) => (typeof row === 'string' ? [row, undefined] : [row.id, row])));
  return { nodes: table(nodes), edges: table(edges), counts: new Map(), complete };
}

/** The page's parts between the database and the canvas; the canvas is a plain table of what it was told. */
class Page {
  readonly store = createEditorStore();
  readonly shown = new ShownRows(this.store.getState);
  readonly canvas = { nodes: new Map<string, NodeRow>(), edges: new Map<string, EdgeRow>() };
  passed: RowUpdate | undefined;

  take(change: RowUpdate): void {
    takeRowUpdate(this.store, change);
    this.#give(this.shown.take(change));
  }

  filter(viewFilter: ViewFilter): void {
    this.store.setState({ viewFilter });
    const change = this.shown.refilter();
    this.passed = undefined;
    if (change !== undefined) this.#give(change);
  }

  #give(change: RowUpdate): void {
    this.passed = change;
    if (change.complete) {
      this.canvas.nodes.clear();
      this.canvas.edges.clear();
    }
    put(this.canvas.nodes, change.nodes);
    put(this.canvas.edges, change.edges);
  }
}
function put<T>(table: Map<string, T>, rows: ReadonlyMap<string, T | undefined>): void {
  for (const [id, row] of rows) {
    if (row === undefined) table.delete(id);
    else table.set(id, row);
  }
}
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test('while nothing is hidden, updates pass as they are', () => {
  const page = new Page();
  const all = update([node(1), node(2)], [edge(1, 1, 2)], true);
  page.take(all);
  expect(page.passed).toBe(all);
  page.filter({ ...EVERYTHING_SHOWN });
  expect(page.passed).toBeUndefined();
});

describe('what is hidden', () => {
  const page = () => {
    const made = new Page();
    made.take(update([node(1), node(2), node(3, 'City')], [edge(1, 1, 2), edge(2, 2, 3, 'LIVES IN')], true));
    return made;
  };

  test('goes from the canvas with its edges and comes back with them; nothing else is named', () => {
    const shown = page();
    shown.filter(withLabel(EVERYTHING_SHOWN, 'City', true, new Map()));
    expect(shown.passed).toMatchObject({
      nodes: new Map([[testNodeId(3), undefined]]),
      edges: new Map([[testEdgeId(2), undefined]]),
    });
    shown.filter(EVERYTHING_SHOWN);
    expect(shown.passed).toMatchObject({
      nodes: new Map([[testNodeId(3), node(3, 'City')]]),
      edges: new Map([[testEdgeId(2), edge(2, 2, 3, 'LIVES IN')]]),
    });
  });

  test('does not come with changes of others', () => {
    const shown = page();
    shown.filter(withLabel(EVERYTHING_SHOWN, 'City', true, new Map()));
    shown.take(update([node(3, 'City', 50), node(4, 'City'), node(5)], [edge(3, 4, 5), edge(4, 1, 5)]));
    expect([...shown.canvas.nodes.keys()]).toEqual([1, 2, 5].map(testNodeId));
    expect([...shown.canvas.edges.keys()]).toEqual([1, 4].map(testEdgeId));
    shown.filter(EVERYTHING_SHOWN);
    expect(shown.canvas.nodes.get(testNodeId(3))).toEqual(node(3, 'City', 50));
  });

  test('stays hidden when everything is drawn anew', () => {
    const shown = page();
    shown.filter(withEdgeType(EVERYTHING_SHOWN, 'KNOWS', true, new Map()));
    shown.take(update([node(1), node(2)], [edge(1, 1, 2), edge(5, 2, 1, 'LIVES IN')], true));
    expect([...shown.canvas.edges.keys()]).toEqual([testEdgeId(5)]);
  });
});

describe('a filter by a value', () => {
  const asian = { on: 'node', of: 'Country', key: 'region', value: 'Asia', keeps: 'only' } as const;
  const page = () => {
    const made = new Page();
    const [asia, europe] = [{ region: 'Asia' }, { region: 'Europe' }];
    made.take(update([node(1, 'Country', 0, asia), node(2, 'Country', 0, europe)], [edge(1, 1, 2)], true));
    made.filter(withValueRule(EVERYTHING_SHOWN, asian, made.store.getState()));
    return made;
  };

  test('shows who gets the value, with the edges between, and hides who loses it', () => {
    const shown = page();
    expect([...shown.canvas.nodes.keys()]).toEqual([testNodeId(1)]);
    shown.take(update([node(2, 'Country', 0, { region: 'Asia' })], []));
    expect([...shown.canvas.nodes.keys(), ...shown.canvas.edges.keys()]).toEqual([
      testNodeId(1),
      testNodeId(2),
      testEdgeId(1),
    ]);
    shown.take(update([node(1, 'Country', 0, {})], []));
    expect([...shown.canvas.nodes.keys(), ...shown.canvas.edges.keys()]).toEqual([testNodeId(2)]);
  });

  test('looks at what was touched, and at nothing else', () => {
    const shown = page();
    shown.take(update([node(1, 'Country', 40, { region: 'Asia' })], []));
    expect([...(shown.passed?.nodes.keys() ?? [])]).toEqual([testNodeId(1)]);
    expect(shown.passed?.edges.size).toBe(0);
  });
});

test('whatever changes in the graph and in the filter, the canvas has the rows that the filter shows', () => {
  const some = fc.array(fc.nat(5), { maxLength: 4 });
  const labels = fc.constantFrom('Person', 'City');
  const values = fc.constantFrom<NodeRow['properties']>(
    {},
    { size: 1 },
    { size: 2 },
    { size: '1' },
    { size: 1, kind: true },
  );
  const rule = fc.record({
    of: fc.constantFrom('Person', 'City', 'KNOWS'),
    on: fc.constantFrom('node', 'edge'),
    key: fc.constantFrom('size', 'kind'),
    value: fc.constantFrom(1, 2, '1', true, undefined),
    keeps: fc.constantFrom('only', 'others'),
  });
  const change = fc.record({
    nodes: fc.array(fc.tuple(fc.nat(5), labels, fc.nat(9), fc.boolean(), values), { maxLength: 4 }),
    edges: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.boolean(), values), { maxLength: 4 }),
    complete: fc.boolean(),
  });
  const step = fc.oneof(
    change.map(({ nodes, edges, complete }) => (page: Page) => {
      const rows = nodes.map(([n, label, x, gone, has]) =>
        gone && !complete ? testNodeId(n) : node(n, label, x, has),
      );
      const edgeRows = edges.map(([n, a, b, gone, has]) =>
        gone && !complete ? testEdgeId(n) : edge(n, a, b, 'KNOWS', has),
      );
      page.take(update(rows, edgeRows, complete));
    }),
    fc.tuple(labels, fc.boolean()).map(([label, hidden]) => (page: Page) => {
      const { viewFilter, nodes } = page.store.getState();
      page.filter(withLabel(viewFilter, label, hidden, nodes));
    }),
    fc.tuple(some, some, fc.constantFrom(hiding, showingAlways)).map(([nodes, edges, how]) => (page: Page) => {
      page.filter(how(page.store.getState().viewFilter, nodes.map(testNodeId), edges.map(testEdgeId)));
    }),
    rule.map((made) => (page: Page) => {
      const state = page.store.getState();
      page.filter(withValueRule(state.viewFilter, made, state));
    }),
    fc.nat(3).map((which) => (page: Page) => {
      const { viewFilter } = page.store.getState();
      page.filter({ ...viewFilter, values: viewFilter.values.filter((_, index) => index !== which) });
    }),
    fc.array(labels, { maxLength: 2 }).map((names) => (page: Page) => {
      const { viewFilter, nodes } = page.store.getState();
      page.filter(showingOnlyLabels(viewFilter, names, nodes));
    }),
    fc.constantFrom('KNOWS', 'LIVES IN').map((name) => (page: Page) => {
      const { viewFilter, edges } = page.store.getState();
      page.filter(showingOnlyEdgeTypes(viewFilter, [name], edges));
    }),
    some.map((nodes) => (page: Page) => {
      page.filter(showingOnly(page.store.getState().viewFilter, new Set(nodes.map(testNodeId))));
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const page = new Page();
      // From here on something is always hidden: edges without their nodes are then as hidden as others.
      page.filter(hiding(EVERYTHING_SHOWN, [testNodeId(99)], []));
      for (const run of steps) {
        run(page);
        const { nodes, edges } = shownRows(page.store.getState());
        expect([...page.canvas.nodes.values()].sort(byId)).toEqual(nodes.sort(byId));
        expect([...page.canvas.edges.values()].sort(byId)).toEqual(edges.sort(byId));
      }
    }),
  );
});
