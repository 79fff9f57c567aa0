/** Locking nodes, so that they are neither moved nor deleted by accident, and unlocking them. */
import { Lock } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { NodeId } from '../shared/graph/model';
import { type EditorState, type EditorStore, notify } from '../store/editor-store';
import type { Command } from './command';
import { LOCK_KEYS } from './lock-keys';

type Selected = Pick<EditorState, 'selectedNodes' | 'lockedNodes' | 'nodes'>;

/** What locking or unlocking would be about: all that are selected are unlocked when none of them is free. */
function turn({ selectedNodes, lockedNodes, nodes }: Selected): { readonly locked: boolean; readonly ids: NodeId[] } {
  const there = selectedNodes.filter((id) => nodes.has(id));
  const free = there.filter((id) => !lockedNodes.has(id));
  return free.length > 0 ? { locked: true, ids: free } : { locked: false, ids: there };
}

/** Says that so many nodes would have been moved, but for their lock. */
export function sayLocked(store: EditorStore, count: number): void {
  if (count > 0) notify(store, { text: t('elements:lockedNotMoved', { count }), passing: true, topic: 'locked' });
}

export const lockCommands: readonly Command[] = [
  {
    id: 'toggle-lock',
    title: () => t('elements:lockOrUnlock'),
    titleNow: (state) => (turn(state).locked ? t('elements:lock') : t('elements:unlock')),
    group: 'edit',
    icon: Lock,
    keys: [LOCK_KEYS],
    menus: ['node', 'selection'],
    changes: true,
    isEnabled: ({ selectedNodes }) => selectedNodes.length > 0,
    run: ({ editor }) => {
      const { locked, ids } = turn(editor.store.getState());
      if (ids.length > 0) void editor.editInParts(ids.map((nodeId) => ({ op: 'set_locked', nodeId, locked })));
    },
  },
];
