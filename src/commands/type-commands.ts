/** Opening labels and edge types, to change how they are called, look, and what they have. */
import { Palette } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { EditorState, EditorStore } from '../store/editor-store';
import type { TypeRef } from '../store/type-in-edit';
import type { Command } from './command';

/** Opens a label or edge type to be changed. */
export function openType(store: EditorStore, { on, of }: TypeRef): void {
  store.setState({ panel: 'type', typeInEdit: { on, of, opened: of } });
}

function labelOfSelected({ selectedNodes, nodes }: EditorState): string | undefined {
  const labels = new Set(selectedNodes.map((id) => nodes.get(id)?.label));
  return labels.size === 1 ? [...labels][0] : undefined;
}

function typeOfSelected({ selectedEdges, edges }: EditorState): string | undefined {
  const types = new Set(selectedEdges.map((id) => edges.get(id)?.type));
  return types.size === 1 ? [...types][0] : undefined;
}

export const typeCommands: readonly Command[] = [
  {
    id: 'edit-label-of-selected',
    title: () => t('types:editLabelOf'),
    group: 'edit',
    icon: Palette,
    menus: ['node', 'selection'],
    changes: true,
    isEnabled: (state) => labelOfSelected(state) !== undefined,
    run: ({ editor: { store } }) => {
      const of = labelOfSelected(store.getState());
      if (of !== undefined) openType(store, { on: 'node', of });
    },
  },
  {
    id: 'edit-type-of-selected',
    title: () => t('types:editEdgeTypeOf'),
    group: 'edit',
    icon: Palette,
    menus: ['edge', 'selection'],
    changes: true,
    isEnabled: (state) => typeOfSelected(state) !== undefined,
    run: ({ editor: { store } }) => {
      const of = typeOfSelected(store.getState());
      if (of !== undefined) openType(store, { on: 'edge', of });
    },
  },
];
