// @vitest-environment happy-dom
import { waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { LayoutKind } from '../layout/layout-kinds';
import type { LayoutAnswer, LayoutRequest } from '../layout/messages';
import { must } from '../shared/assert';
import { WIDEST_LIMITS } from '../shared/graph/graph-limits';
import type { NodeId, Position } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import type { CanvasActions } from '../store/canvas-actions';
import { type Editor, useEditor } from '../store/editor-context';
import { renderEditor } from '../ui/testing/render-editor';
import { layoutRunner } from './layout-runner';

const IDS = [1, 2, 3].map(testNodeId);
const [A = '', B = '', C = ''] = IDS;
const START = { x: 0, y: 0 };
const GRAPH: Op[] = [
  { op: 'create_label', label: 'Person', properties: {} },
  ...IDS.map((nodeId): Op => ({ op: 'create_node', nodeId, label: 'Person', position: START, properties: {} })),
];
const move = (nodeId: NodeId, position: Position): Op => ({ op: 'move_node', nodeId, position });
const there = (...ids: NodeId[]): LayoutAnswer => new Map(ids.map((id, n) => [id, { x: 300 * (n + 1), y: 0 }]));

function Find({ take }: { take: (editor: Editor) => void }) {
  take(useEditor());
  return null;
}

/** A page where layouts come when the test says so. */
function page(still = true) {
  const found: Editor[] = [];
  const rendered = renderEditor(<Find take={(each) => found.push(each)} />, GRAPH);
  const editor = must(found[0], 'the editor');
  const previews: ReadonlyMap<NodeId, Position>[] = [];
  const shown: (readonly NodeId[] | undefined)[] = [];
  const canvas: CanvasActions = {
    select: () => {},
    selectWhenDrawn: () => {},
    show: (nodes) => void shown.push(nodes),
    zoomBy: () => {},
    zoomTo: () => {},
    middle: () => START,
    pointer: () => undefined,
    preview: (places) => void previews.push(places),
  };
  const requests: LayoutRequest[] = [];
  let answer: (places: LayoutAnswer) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const clock = new ManualClock();
  const arrange = layoutRunner({
    layOut: (request, stop) => {
      requests.push(request);
      return new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
        stop.addEventListener('abort', () => reject(new Error('stopped')));
      });
    },
    clock,
    still: () => still,
  });
  return {
    ...rendered,
    previews,
    shown,
    requests,
    clock,
    arrange: (kind: LayoutKind = 'grid') => arrange(kind, { editor, canvas }),
    answer: (places: LayoutAnswer) => answer(places),
    fail: (error: Error) => fail(error),
    isOver: () => waitFor(() => expect(rendered.store.getState().arranging).toBeUndefined()),
  };
}

describe('arranging', () => {
  test('everything is one edit, and shown there until the rows say so', async () => {
    const { arrange, answer, edits, previews, requests, shown, show, isOver } = page();
    arrange();
    expect(requests[0]?.nodes.map(({ id }) => id)).toEqual(IDS);
    answer(there(A, B, C));
    await waitFor(() => expect(edits).toHaveLength(1));
    expect(edits[0]).toEqual([move(A, { x: 300, y: 0 }), move(B, { x: 600, y: 0 }), move(C, { x: 900, y: 0 })]);
    expect(previews.at(-1)).toEqual(there(A, B, C));
    expect(shown).toEqual([IDS]);
    show(...(edits[0] ?? []));
    await isOver();
    expect(previews.at(-1)).toEqual(new Map());
  });

  test('a selection of two or more is arranged alone, and the view stays', async () => {
    const { arrange, answer, edits, requests, shown, set } = page();
    set({ selectedNodes: [A, C] });
    arrange();
    expect(requests[0]?.nodes.map(({ id }) => id)).toEqual([A, C]);
    answer(there(A, C));
    await waitFor(() => expect(edits).toHaveLength(1));
    expect(shown).toEqual([]);
  });

  test('leaves alone what others moved or deleted meanwhile, and what is there already', async () => {
    const { arrange, answer, edits, show } = page();
    arrange();
    show(move(B, { x: 7, y: 7 }));
    answer(new Map([...there(A, B), [C, START]]));
    await waitFor(() => expect(edits).toEqual([[move(A, { x: 300, y: 0 })]]));
  });

  test('comes to nothing when it is cancelled, and can be begun anew', async () => {
    const { arrange, store, edits, previews, requests, isOver } = page();
    arrange();
    store.getState().arranging?.cancel?.();
    await isOver();
    expect([edits, store.getState().notices]).toEqual([[], []]);
    expect(previews.at(-1)).toEqual(new Map());
    arrange();
    expect(requests).toHaveLength(2);
  });

  test('can be cancelled on the way', async () => {
    const { arrange, answer, store, edits, previews, isOver } = page(false);
    arrange();
    answer(there(A, B, C));
    await waitFor(() => expect(previews.length).toBeGreaterThan(0));
    store.getState().arranging?.cancel?.();
    await isOver();
    expect(edits).toEqual([]);
    expect(previews.at(-1)).toEqual(new Map());
  });

  test('glides to the places', async () => {
    const { arrange, answer, edits, previews } = page(false);
    arrange();
    answer(there(A));
    await waitFor(() => expect(edits).toHaveLength(1));
    const way = previews.map((places) => places.get(A)?.x ?? Number.NaN);
    expect(way.length).toBeGreaterThan(2);
    expect(way).toEqual(way.toSorted((a, b) => a - b));
    expect(way.at(-1)).toBe(300);
  });

  test('says so when it fails, and when there is too much', async () => {
    const { arrange, fail, set, store, requests, isOver } = page();
    arrange();
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    fail(new Error('no worker'));
    await isOver();
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    set({ limits: { ...WIDEST_LIMITS, opsPerPatch: 2 } });
    arrange();
    await isOver();
    expect(requests).toHaveLength(1);
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      expect.stringContaining('could not be arranged'),
      expect.stringContaining('would move 3 nodes; at most 2'),
    ]);
  });

  test('is given up for who may not edit any more', async () => {
    const { arrange, answer, set, edits, isOver } = page();
    arrange();
    set({ role: 'viewer' });
    answer(there(A, B, C));
    await isOver();
    expect(edits).toEqual([]);
  });

  test('does not wait for rows for ever', async () => {
    const { arrange, answer, edits, previews, clock, isOver } = page();
    arrange();
    answer(there(A));
    await waitFor(() => expect(edits).toHaveLength(1));
    clock.advance(60_000);
    await isOver();
    expect(previews.at(-1)).toEqual(new Map());
  });
});
