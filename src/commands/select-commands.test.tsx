// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { shownRows } from '../store/neighbourhood';
import { EVERYTHING_SHOWN, isFiltering } from '../store/view-filter';
import { CommandsAround } from '../ui/testing/commands-around';
import { renderEditor } from '../ui/testing/render-editor';
import { basicCommands } from './basic-commands';
import type { CommandContext } from './command';
import { isEnabled, runCommand, useCommands } from './commands-context';
import { selectCommands } from './select-commands';
import { viewCommands } from './view-commands';

const all = [...basicCommands, ...selectCommands, ...viewCommands];
const node = (n: number, label: string): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label,
  position: { x: 0, y: 0 },
  properties: {},
});
const edge = (n: number, type: string, source: number, target: number): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type,
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
/** 1 → 2 → 3 ⇢ 4, and 5 alone; 3 and 4 are cities, ⇢ is of another type. */
const GRAPH: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: {} },
  { op: 'create_label', label: 'City', properties: {} },
  { op: 'create_edge_type', type: 'KNOWS', properties: {} },
  { op: 'create_edge_type', type: 'NEAR', properties: {} },
  ...[1, 2, 5].map((n) => node(n, 'Person')),
  ...[3, 4].map((n) => node(n, 'City')),
  edge(1, 'KNOWS', 1, 2),
  edge(2, 'KNOWS', 2, 3),
  edge(3, 'NEAR', 3, 4),
];
const nodes = (...numbers: number[]) => numbers.map(testNodeId);
const edges = (...numbers: number[]) => numbers.map(testEdgeId);
const command = (id: string) =>
  must(
    all.find((each) => each.id === id),
    id,
  );

function Taker({ onTaken }: { onTaken: (context: CommandContext) => void }) {
  onTaken(useCommands().context);
  return null;
}

function page() {
  let context: CommandContext | undefined;
  const take = (taken: CommandContext) => {
    context = taken;
  };
  const rendered = renderEditor(
    <CommandsAround all={all}>
      <Taker onTaken={take} />
    </CommandsAround>,
    GRAPH,
  );
  const { store, set } = rendered;
  return {
    ...rendered,
    select: (chosen: readonly string[], chosenEdges: readonly string[] = []) =>
      set({ selectedNodes: chosen, selectedEdges: chosenEdges }),
    run: (id: string) => runCommand(command(id), must(context, 'the commands')),
    enabled: (id: string) => isEnabled(command(id), store.getState()),
    selected: () => {
      const { selectedNodes, selectedEdges } = store.getState();
      return [[...selectedNodes].sort(), [...selectedEdges].sort()];
    },
    shown: () => {
      const rows = shownRows(store.getState());
      return [rows.nodes.map(({ id }) => id).sort(), rows.edges.map(({ id }) => id).sort()];
    },
  };
}

describe('selecting', () => {
  test.each<[string, string[], string[], string[], string[]]>([
    ['select-neighbours', nodes(2), [], nodes(1, 2, 3), edges(1, 2)],
    ['select-neighbours-out', nodes(2), [], nodes(2, 3), edges(2)],
    ['select-neighbours-in', nodes(2), [], nodes(1, 2), edges(1)],
    ['select-same', nodes(1), [], nodes(1, 2, 5), []],
    ['select-same', nodes(3), edges(1), nodes(3, 4), edges(1, 2)],
    ['select-connected', nodes(4), [], nodes(1, 2, 3, 4), edges(1, 2, 3)],
    ['select-connected', [], edges(1), nodes(1, 2, 3, 4), edges(1, 2, 3)],
    ['select-connected', nodes(5), [], nodes(5), []],
    ['select-inverse', nodes(1, 2), edges(1), nodes(3, 4, 5), edges(2, 3)],
  ])('%s from %j %j', (id, from, fromEdges, toNodes, toEdges) => {
    const { select, run, selected, edits } = page();
    select(from, fromEdges);
    expect(run(id)).toBe(true);
    expect(selected()).toEqual([toNodes, toEdges]);
    expect(edits).toEqual([]);
  });

  test('neighbours again and again grows by a step', () => {
    const { select, run, selected } = page();
    select(nodes(1));
    run('select-neighbours');
    expect(selected()[0]).toEqual(nodes(1, 2));
    run('select-neighbours');
    expect(selected()[0]).toEqual(nodes(1, 2, 3));
  });

  test('passes over what is hidden, and does not go through it', () => {
    const { select, run, selected, set } = page();
    set({ viewFilter: { ...EVERYTHING_SHOWN, hiddenNodes: new Set(nodes(3)) } });
    select(nodes(2));
    run('select-connected');
    expect(selected()).toEqual([nodes(1, 2), edges(1)]);
    run('select-inverse');
    expect(selected()).toEqual([nodes(4, 5), []]);
  });

  test('needs something to begin with', () => {
    const { enabled } = page();
    const without = selectCommands.filter(({ id }) => enabled(id)).map(({ id }) => id);
    expect(without).toEqual(['select-inverse']);
  });
});

describe('hiding and showing', () => {
  test('hides the selection with its edges, and shows everything again', () => {
    const { select, run, shown, store, enabled } = page();
    expect(enabled('show-everything')).toBe(false);
    select(nodes(2), edges(3));
    run('hide-selection');
    expect(shown()).toEqual([nodes(1, 3, 4, 5), []]);
    run('show-everything');
    expect(shown()).toEqual([nodes(1, 2, 3, 4, 5), edges(1, 2, 3)]);
    expect(isFiltering(store.getState().viewFilter)).toBe(false);
  });

  test('shows only the selection, or its neighbours too, and then more by a step', () => {
    const { select, run, shown } = page();
    select(nodes(1));
    run('focus');
    expect(shown()).toEqual([nodes(1), []]);
    run('expand');
    expect(shown()).toEqual([nodes(1, 2), edges(1)]);
    select([]);
    run('expand');
    expect(shown()).toEqual([nodes(1, 2, 3), edges(1, 2)]);
    select(nodes(3));
    run('focus-neighbours');
    expect(shown()).toEqual([nodes(2, 3), edges(2)]);
  });

  test('of an edge alone, shows its ends with it', () => {
    const { select, run, shown } = page();
    select([], edges(3));
    run('focus');
    expect(shown()).toEqual([nodes(3, 4), edges(3)]);
  });

  test('expanding brings back what was hidden one by one, but not a hidden label', () => {
    const { select, run, shown, set } = page();
    set({ viewFilter: { ...EVERYTHING_SHOWN, hiddenLabels: new Set(['city']), hiddenNodes: new Set(nodes(1)) } });
    select(nodes(2));
    run('expand');
    expect(shown()).toEqual([nodes(1, 2, 5), edges(1)]);
  });

  test('is for viewers as well', () => {
    const { select, run, shown, set } = page();
    set({ role: 'viewer' });
    select(nodes(2));
    expect(run('hide-selection')).toBe(true);
    expect(shown()[0]).toEqual(nodes(1, 3, 4, 5));
  });
});

test('no two commands have one shortcut', () => {
  const keys = all.flatMap((each) => each.keys ?? []);
  expect(keys).toEqual([...new Set(keys)]);
});
