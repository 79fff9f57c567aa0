/** Finding, and hiding and showing parts of the graph in one's own view of it. */
import { Expand, Eye, EyeOff, Focus, Orbit, SlidersHorizontal, TextSearch } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { EditorState } from '../store/editor-store';
import { shownRows, within } from '../store/neighbourhood';
import {
  EVERYTHING_SHOWN,
  hiding,
  isEdgeAllowed,
  isFiltering,
  isNodeShown,
  showingAlso,
  showingOnly,
} from '../store/view-filter';
import type { Command, CommandContext } from './command';
import { touchedNodes } from './select-commands';

const hasSelection = ({ selectedNodes, selectedEdges }: EditorState) => selectedNodes.length + selectedEdges.length > 0;
const isHiding = ({ viewFilter }: EditorState) => isFiltering(viewFilter);

/** Shows the selection and what one reaches from it in so many steps, and nothing else. */
export function focusOnSelection({ editor, canvas }: CommandContext, steps: number): void {
  const { store } = editor;
  const state = store.getState();
  const near = within(steps, touchedNodes(state), shownRows(state).edges);
  store.setState({ viewFilter: showingOnly(state.viewFilter, near) });
  canvas.show([...near]);
}

/** Shows the neighbours as well of what is selected; of everything that is shown, where nothing is. */
function expand({ editor, canvas }: CommandContext): void {
  const { store } = editor;
  const state = store.getState();
  const { nodes, edges, viewFilter } = state;
  const touched = touchedNodes(state);
  const from = touched.size > 0 ? touched : shownRows(state).nodes.map(({ id }) => id);
  const allowed = [...edges.values()].filter((row) => isEdgeAllowed(viewFilter, row));
  const next = showingAlso(viewFilter, within(1, from, allowed));
  store.setState({ viewFilter: next });
  canvas.show([...nodes.values()].filter((row) => isNodeShown(next, row)).map(({ id }) => id));
}

export const viewCommands: readonly Command[] = [
  {
    id: 'open-find',
    title: () => t('find:title'),
    group: 'select',
    icon: TextSearch,
    keys: ['Mod+F'],
    whileTyping: true,
    menus: ['canvas'],
    run: ({ editor }) => editor.store.setState({ panel: 'find' }),
  },
  {
    id: 'open-view',
    title: () => t('view:open'),
    group: 'view',
    icon: SlidersHorizontal,
    menus: ['canvas'],
    run: ({ editor }) => editor.store.setState({ panel: 'view' }),
  },
  {
    id: 'focus',
    title: () => t('view:focus'),
    group: 'view',
    icon: Focus,
    menus: ['node', 'edge', 'selection'],
    isEnabled: hasSelection,
    run: (context) => focusOnSelection(context, 0),
  },
  {
    id: 'focus-neighbours',
    title: () => t('view:focusNeighbours'),
    group: 'view',
    icon: Orbit,
    keys: ['Alt+Shift+O'],
    menus: ['node', 'selection'],
    isEnabled: hasSelection,
    run: (context) => focusOnSelection(context, 1),
  },
  {
    id: 'expand',
    title: () => t('view:expand'),
    group: 'view',
    icon: Expand,
    keys: ['Alt+Shift+E'],
    menus: ['node', 'selection'],
    isEnabled: isHiding,
    run: expand,
  },
  {
    id: 'hide-selection',
    title: () => t('view:hideSelection'),
    group: 'view',
    icon: EyeOff,
    keys: ['Mod+Shift+H'],
    menus: ['node', 'edge', 'selection'],
    isEnabled: hasSelection,
    run: ({ editor }) =>
      editor.store.setState(({ viewFilter, selectedNodes, selectedEdges }) => ({
        viewFilter: hiding(viewFilter, selectedNodes, selectedEdges),
      })),
  },
  {
    id: 'show-everything',
    title: () => t('view:showEverything'),
    group: 'view',
    icon: Eye,
    keys: ['Alt+Shift+A'],
    menus: ['canvas'],
    isEnabled: isHiding,
    run: ({ editor }) => editor.store.setState({ viewFilter: EVERYTHING_SHOWN }),
  },
];
