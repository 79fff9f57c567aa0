/** Selecting by what is there: neighbours, the same kind, what is connected, everything else. Of what is shown only. */
import { ArrowDownLeft, ArrowUpRight, Network, SquareDashedMousePointer, Tags, Waypoints } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { NodeId } from '../shared/graph/model';
import type { EditorState } from '../store/editor-store';
import { connectedWith, type Direction, shownRows, within } from '../store/neighbourhood';
import type { EdgeRow } from '../store/rows';
import type { Command, CommandContext } from './command';

const hasNodesSelected = ({ selectedNodes }: EditorState) => selectedNodes.length > 0;
const hasSelection = ({ selectedNodes, selectedEdges }: EditorState) => selectedNodes.length + selectedEdges.length > 0;
const hasNodes = ({ nodes }: EditorState) => nodes.size > 0;

/** The nodes, and the edges among them. */
function selectWithEdges({ canvas }: CommandContext, nodes: ReadonlySet<NodeId>, edges: readonly EdgeRow[]): void {
  const among = edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target));
  canvas.select(
    [...nodes],
    among.map(({ id }) => id),
  );
}

/** Adds the neighbours to the selection: run again, it grows by a step each time. */
function selectNeighbours(context: CommandContext, direction: Direction): void {
  const state = context.editor.store.getState();
  const { edges } = shownRows(state);
  selectWithEdges(context, within(1, state.selectedNodes, edges, direction), edges);
}

/** Selects what is around the selection as well, so many steps far. */
export function selectWithin(context: CommandContext, steps: number): void {
  const state = context.editor.store.getState();
  const { edges } = shownRows(state);
  selectWithEdges(context, within(steps, touchedNodes(state), edges), edges);
}

/** The selected nodes, and those at the ends of the selected edges. */
export function touchedNodes({
  selectedNodes,
  selectedEdges,
  edges,
}: Pick<EditorState, 'selectedNodes' | 'selectedEdges' | 'edges'>): Set<NodeId> {
  const ends = selectedEdges.flatMap((id) => {
    const row = edges.get(id);
    return row === undefined ? [] : [row.source, row.target];
  });
  return new Set([...selectedNodes, ...ends]);
}

export const selectCommands: readonly Command[] = [
  {
    id: 'select-neighbours',
    title: () => t('view:selectNeighbours'),
    group: 'select',
    icon: Waypoints,
    keys: ['Alt+Shift+N'],
    menus: ['node', 'selection'],
    isEnabled: hasNodesSelected,
    run: (context) => selectNeighbours(context, 'both'),
  },
  {
    id: 'select-neighbours-out',
    title: () => t('view:selectOut'),
    group: 'select',
    icon: ArrowUpRight,
    menus: ['node', 'selection'],
    isEnabled: hasNodesSelected,
    run: (context) => selectNeighbours(context, 'out'),
  },
  {
    id: 'select-neighbours-in',
    title: () => t('view:selectIn'),
    group: 'select',
    icon: ArrowDownLeft,
    menus: ['node', 'selection'],
    isEnabled: hasNodesSelected,
    run: (context) => selectNeighbours(context, 'in'),
  },
  {
    id: 'select-same',
    title: () => t('view:selectSame'),
    group: 'select',
    icon: Tags,
    keys: ['Alt+Shift+L'],
    menus: ['node', 'edge', 'selection'],
    isEnabled: hasSelection,
    run: ({ editor, canvas }) => {
      const state = editor.store.getState();
      const labels = new Set(state.selectedNodes.map((id) => state.nodes.get(id)?.label));
      const types = new Set(state.selectedEdges.map((id) => state.edges.get(id)?.type));
      const { nodes, edges } = shownRows(state);
      canvas.select(
        nodes.filter(({ label }) => labels.has(label)).map(({ id }) => id),
        edges.filter(({ type }) => types.has(type)).map(({ id }) => id),
      );
    },
  },
  {
    id: 'select-connected',
    title: () => t('view:selectConnected'),
    group: 'select',
    icon: Network,
    menus: ['node', 'edge', 'selection'],
    isEnabled: hasSelection,
    run: (context) => {
      const state = context.editor.store.getState();
      const { edges } = shownRows(state);
      selectWithEdges(context, connectedWith(touchedNodes(state), edges), edges);
    },
  },
  {
    id: 'select-inverse',
    title: () => t('view:selectInverse'),
    group: 'select',
    icon: SquareDashedMousePointer,
    menus: ['selection', 'canvas'],
    isEnabled: hasNodes,
    run: ({ editor, canvas }) => {
      const state = editor.store.getState();
      const { nodes, edges } = shownRows(state);
      const selected = new Set([...state.selectedNodes, ...state.selectedEdges]);
      const others = (rows: readonly { readonly id: string }[]) =>
        rows.map(({ id }) => id).filter((id) => !selected.has(id));
      canvas.select(others(nodes), others(edges));
    },
  },
];
