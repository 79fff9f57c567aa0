import { expect, test } from 'vitest';
import { testNodeId, testViewId } from '../shared/graph/ops.arbitrary';
import { createEditorStore } from '../store/editor-store';
import {
  EVERYTHING_SHOWN,
  hiding,
  showingAlways,
  showingOnly,
  showingOnlyEdgeTypes,
  showingOnlyLabels,
  type ViewFilter,
  withLabel,
  withValueRule,
} from '../store/view-filter';
import { followViewFilter } from './kept-view-filter';

class Kept {
  readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);

  /** Opens a graph in this browser. */
  open(room: string) {
    const store = createEditorStore();
    followViewFilter(store, this, room);
    return store;
  }

  /** What is hidden when a graph is opened. */
  hidden(room: string): ViewFilter {
    return this.open(room).getState().viewFilter;
  }
}

test('what was hidden is hidden when the graph is opened again, and nothing in others', () => {
  const browser = new Kept();
  const label = withLabel(EVERYTHING_SHOWN, 'City', true, new Map());
  const viewFilter = showingAlways(
    hiding(showingOnly(label, new Set([1, 2, 3].map(testNodeId))), [testNodeId(2)], []),
    [testNodeId(4)],
    [],
  );
  browser.open('a').setState({ viewFilter });
  expect(browser.hidden('a')).toEqual(viewFilter);
  expect(browser.hidden('b')).toBe(EVERYTHING_SHOWN);
  browser.open('a').setState({ viewFilter: EVERYTHING_SHOWN });
  expect(browser.hidden('a')).toEqual(EVERYTHING_SHOWN);
});

test('filters by labels, types and values are kept, too, whatever the value is', () => {
  const browser = new Kept();
  const rule = { on: 'node', of: 'City', key: 'size', keeps: 'only' } as const;
  const none = { nodes: new Map(), edges: new Map() };
  const values = ['1', 1, true, undefined].map((value, n) => ({ ...rule, key: `p${n}`, value }));
  const filtered = values.reduce<ViewFilter>((filter, each) => withValueRule(filter, each, none), EVERYTHING_SHOWN);
  const viewFilter = showingOnlyEdgeTypes(showingOnlyLabels(filtered, ['City'], none.nodes), ['KNOWS'], none.edges);
  browser.open('a').setState({ viewFilter });
  expect(browser.hidden('a')).toEqual(viewFilter);
});

test('a saved view that filters is kept by its id: what it shows is asked for anew', () => {
  const browser = new Kept();
  const id = testViewId(1);
  const shows = { nodes: new Set([testNodeId(1)]), edges: undefined };
  browser.open('a').setState({ viewFilter: { ...EVERYTHING_SHOWN, byView: { id, shows } } });
  expect(browser.hidden('a')).toEqual({ ...EVERYTHING_SHOWN, byView: { id, shows: undefined } });
});

test('what was kept before there were such filters is still hidden', () => {
  const browser = new Kept();
  const before = { hiddenLabels: ['city'], hiddenEdgeTypes: [], hiddenNodes: [], hiddenEdges: [] };
  browser.setItem('kumiko.view-filters', JSON.stringify([{ room: 'a', ...before, alwaysNodes: [], alwaysEdges: [] }]));
  expect(browser.hidden('a')).toEqual(withLabel(EVERYTHING_SHOWN, 'City', true, new Map()));
});

test('only the latest graphs are remembered', () => {
  const browser = new Kept();
  for (let n = 0; n < 13; n += 1) {
    browser.open(`room-${n}`).setState({ viewFilter: withLabel(EVERYTHING_SHOWN, 'City', true, new Map()) });
  }
  expect(browser.hidden('room-0')).toBe(EVERYTHING_SHOWN);
  expect(browser.hidden('room-1').hiddenLabels).toEqual(new Set(['city']));
});

test('too many single elements are shown again, but hidden labels stay hidden', () => {
  const browser = new Kept();
  const many = Array.from({ length: 2001 }, (_, n) => testNodeId(n));
  const label = withLabel(EVERYTHING_SHOWN, 'City', true, new Map());
  browser.open('a').setState({ viewFilter: hiding(label, many, []) });
  expect(browser.hidden('a')).toEqual(label);
  browser.open('a').setState({ viewFilter: hiding(label, many.slice(1), []) });
  expect(browser.hidden('a').hiddenNodes.size).toBe(2000);
});

test('what cannot be read hides nothing', () => {
  const browser = new Kept();
  browser.setItem('kumiko.view-filters', '[{"room":"a","hiddenLabels":"all"}]');
  expect(browser.hidden('a')).toBe(EVERYTHING_SHOWN);
});
