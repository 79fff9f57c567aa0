// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import type { CanvasActions } from '../store/canvas-actions';
import { type Editor, useEditor } from '../store/editor-context';
import { NODE_SIZE } from '../store/node-size';
import { ANN, BO, FAMILY } from '../ui/testing/family';
import { renderEditor } from '../ui/testing/render-editor';
import type { CommandContext } from './command';
import { createCommands } from './create-commands';
import {
  beginConnectedNode,
  beginEdge,
  beginNode,
  freeSpot,
  reverseEdge,
  stopMaking,
  takeEdgeType,
  takeLabel,
  takeTarget,
} from './making';

const POINT = { x: 500, y: 500 };

/** Gives the editor that components are given. */
function EditorTo({ take }: { take: (editor: Editor) => void }) {
  take(useEditor());
  return null;
}

/** A page with the family, or without anything, and what was asked of its canvas. */
function page(shown: typeof FAMILY = FAMILY) {
  const selected: (readonly string[])[] = [];
  const canvas: CanvasActions = {
    select: () => {},
    selectWhenDrawn: (ids) => selected.push(ids),
    show: () => {},
    zoomBy: () => {},
    zoomTo: () => {},
    middle: () => POINT,
    pointer: () => undefined,
    preview: () => {},
  };
  const editors: Editor[] = [];
  const rendered = renderEditor(<EditorTo take={(editor) => editors.push(editor)} />, shown);
  const context: CommandContext = { editor: must(editors[0], 'the editor'), canvas };
  const run = (id: string) => createCommands.find((command) => command.id === id)?.run(context);
  return { ...rendered, context, selected, run, state: () => rendered.store.getState() };
}

describe('a node', () => {
  test('has the label used last, or the first, and its caption is in edit as soon as it is drawn', () => {
    const { context, edits, selected, state } = page();
    beginNode(context, POINT);
    expect(edits).toMatchObject([[{ op: 'create_node', label: 'Person' }]]);
    expect(selected).toEqual([[state().captionInEdit]]);
    context.editor.store.setState({ lastLabel: 'City' });
    beginNode(context, POINT);
    expect(edits[1]).toMatchObject([{ op: 'create_node', label: 'City' }]);
  });

  test('of a graph without labels waits for one, which is made with it in one edit', () => {
    const { context, edits, state } = page([]);
    beginNode(context, POINT);
    expect(edits).toEqual([]);
    expect(state().making).toEqual({ asks: 'label', point: POINT });
    takeLabel(context, 'Person', true);
    expect(edits).toMatchObject([
      [
        { op: 'create_label', label: 'Person' },
        { op: 'create_node', label: 'Person' },
      ],
    ]);
    expect(state()).toMatchObject({ making: undefined, lastLabel: 'Person' });
  });

  test('that a connection was dragged to is made with its edge in one edit', () => {
    const { context, edits, state } = page();
    beginConnectedNode(context, ANN, POINT);
    takeLabel(context, 'City', false);
    expect(edits).toEqual([]);
    takeEdgeType(context, 'WAS IN', true);
    const made = state().captionInEdit;
    expect(edits).toMatchObject([
      [
        { op: 'create_node', nodeId: made, label: 'City' },
        { op: 'create_edge_type', type: 'WAS IN' },
        { op: 'create_edge', source: ANN, target: made, type: 'WAS IN' },
      ],
    ]);
  });

  test('has its label without asking where there is only one', () => {
    const { context, state } = page(FAMILY.slice(0, 2));
    beginConnectedNode(context, ANN, POINT);
    expect(state().making).toMatchObject({ asks: 'edge type', from: ANN, to: { label: 'Person' } });
  });
});

test('an edge is made when its type is known, and letting go before leaves nothing', () => {
  const { context, edits, state } = page();
  beginEdge(context, ANN, BO, POINT);
  stopMaking(context);
  takeEdgeType(context, 'KNOWS', false);
  expect([edits, state().making]).toEqual([[], undefined]);
  beginEdge(context, ANN, BO, POINT);
  takeEdgeType(context, 'KNOWS', false);
  expect(edits).toMatchObject([[{ op: 'create_edge', source: ANN, target: BO, type: 'KNOWS' }]]);
});

test('by the keyboard, the node to connect to is chosen first', () => {
  const { context, run, set, state, edits } = page();
  set({ selectedNodes: [ANN] });
  run('connect');
  expect(state().making).toEqual({ asks: 'target', from: ANN });
  takeTarget(context, BO);
  expect(state().making).toMatchObject({ asks: 'edge type', from: ANN, to: BO });
  stopMaking(context);
  set({ selectedNodes: [ANN, BO] });
  run('connect-these');
  takeEdgeType(context, 'KNOWS', false);
  expect(edits).toMatchObject([[{ op: 'create_edge', source: ANN, target: BO }]]);
});

test('a node in a place that is taken goes below', () => {
  const { run, edits, show, state } = page();
  run('new-node');
  const [first] = edits[0] ?? [];
  if (first?.op !== 'create_node') throw new Error('no node was made');
  show(first);
  expect(freeSpot(POINT, state())).toEqual({ x: POINT.x, y: POINT.y + NODE_SIZE.height + 24 });
});

test('an edge between two nodes can be turned round before it is made; one to a new node cannot', () => {
  const { context, state, edits } = page();
  beginEdge(context, ANN, BO, POINT);
  reverseEdge(context);
  takeEdgeType(context, 'KNOWS', false);
  expect(edits).toEqual([[expect.objectContaining({ op: 'create_edge', source: BO, target: ANN })]]);
  beginConnectedNode(context, ANN, POINT);
  takeLabel(context, 'Person', false);
  const before = state().making;
  reverseEdge(context);
  expect(state().making).toBe(before);
});
