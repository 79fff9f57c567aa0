/** Exploring without a query: by label, type and value, to neighbours, along paths. In one's own view only. */
import { Filter, FilterX, Orbit, Route, Telescope, Workflow } from 'lucide-react';
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import { foldName } from '../shared/graph/names';
import type { EditorState } from '../store/editor-store';
import { shownRows } from '../store/neighbourhood';
import { showingOnlyEdgeTypes, showingOnlyLabels, withEdgeType, withLabel } from '../store/view-filter';
import type { Command, CommandContext } from './command';

/** The labels of the selected nodes, each once. */
function selectedLabels({ selectedNodes, nodes }: EditorState): string[] {
  return [...new Set(selectedNodes.map((id) => nodes.get(id)?.label).filter((label) => label !== undefined))];
}

/** The types of the selected edges, each once. */
function selectedTypes({ selectedEdges, edges }: EditorState): string[] {
  return [...new Set(selectedEdges.map((id) => edges.get(id)?.type).filter((type) => type !== undefined))];
}

const inWords = (names: readonly string[]) => names.map(isolated).join(t('explore:comma'));
const hasNodes = ({ selectedNodes }: EditorState) => selectedNodes.length > 0;
const hasEdges = ({ selectedEdges }: EditorState) => selectedEdges.length > 0;
const isOneNode = ({ selectedNodes, selectedEdges }: EditorState) =>
  selectedNodes.length === 1 && selectedEdges.length === 0;
const isOne = ({ selectedNodes, selectedEdges }: EditorState) => selectedNodes.length + selectedEdges.length === 1;

function showOnlyLabels({ editor, canvas }: CommandContext): void {
  const state = editor.store.getState();
  const labels = selectedLabels(state);
  editor.store.setState({ viewFilter: showingOnlyLabels(state.viewFilter, labels, state.nodes) });
  const names = new Set(labels.map(foldName));
  const left = shownRows(editor.store.getState()).nodes.filter(({ label }) => names.has(foldName(label)));
  canvas.show(left.map(({ id }) => id));
}

export const exploreCommands: readonly Command[] = [
  {
    id: 'explore-neighbours',
    title: () => t('explore:expand'),
    group: 'explore',
    icon: Workflow,
    keys: ['Alt+Shift+X'],
    menus: ['node'],
    isEnabled: isOneNode,
    run: ({ editor }) =>
      editor.store.setState(({ selectedNodes: [id] }) =>
        id === undefined ? {} : { exploring: { asks: 'neighbours', on: 'node', id } },
      ),
  },
  {
    id: 'explore-around',
    title: () => t('explore:around'),
    group: 'explore',
    icon: Orbit,
    keys: ['Alt+Shift+W'],
    menus: ['node', 'selection'],
    isEnabled: hasNodes,
    run: ({ editor }) => editor.store.setState({ panel: 'around' }),
  },
  {
    id: 'explore-path',
    title: () => t('explore:path'),
    group: 'explore',
    icon: Route,
    keys: ['Alt+Shift+P'],
    menus: ['selection'],
    isEnabled: ({ selectedNodes }) => selectedNodes.length === 2,
    run: ({ editor }) =>
      editor.store.setState(({ selectedNodes: [from, to] }) =>
        from === undefined || to === undefined
          ? {}
          : { panel: undefined, soughtPath: { from, to, directed: false, everywhere: false } },
      ),
  },
  {
    id: 'explore-values',
    title: () => t('explore:values'),
    group: 'explore',
    icon: Filter,
    keys: ['Alt+Shift+F'],
    menus: ['node', 'edge'],
    isEnabled: isOne,
    run: ({ editor }) =>
      editor.store.setState(({ selectedNodes: [node], selectedEdges: [edge] }) => {
        if (node !== undefined) return { exploring: { asks: 'values', on: 'node', id: node } };
        return edge === undefined ? {} : { exploring: { asks: 'values', on: 'edge', id: edge } };
      }),
  },
  {
    id: 'only-label',
    title: () => t('explore:onlyLabel'),
    titleNow: (state) => t('explore:onlyLabelNow', { names: inWords(selectedLabels(state)) }),
    group: 'explore',
    icon: Telescope,
    menus: ['node', 'selection'],
    isEnabled: hasNodes,
    run: showOnlyLabels,
  },
  {
    id: 'hide-label',
    title: () => t('explore:hideLabel'),
    titleNow: (state) => t('explore:hideNow', { names: inWords(selectedLabels(state)) }),
    group: 'explore',
    icon: FilterX,
    menus: ['node', 'selection'],
    isEnabled: hasNodes,
    run: ({ editor }) =>
      editor.store.setState((state) => ({
        viewFilter: selectedLabels(state).reduce(
          (filter, label) => withLabel(filter, label, true, state.nodes),
          state.viewFilter,
        ),
      })),
  },
  {
    id: 'only-edge-type',
    title: () => t('explore:onlyEdgeType'),
    titleNow: (state) => t('explore:onlyEdgeTypeNow', { names: inWords(selectedTypes(state)) }),
    group: 'explore',
    icon: Telescope,
    menus: ['edge', 'selection'],
    isEnabled: hasEdges,
    run: ({ editor }) =>
      editor.store.setState((state) => ({
        viewFilter: showingOnlyEdgeTypes(state.viewFilter, selectedTypes(state), state.edges),
      })),
  },
  {
    id: 'hide-edge-type',
    title: () => t('explore:hideEdgeType'),
    titleNow: (state) => t('explore:hideNow', { names: inWords(selectedTypes(state)) }),
    group: 'explore',
    icon: FilterX,
    menus: ['edge', 'selection'],
    isEnabled: hasEdges,
    run: ({ editor }) =>
      editor.store.setState((state) => ({
        viewFilter: selectedTypes(state).reduce(
          (filter, type) => withEdgeType(filter, type, true, state.edges),
          state.viewFilter,
        ),
      })),
  },
];
