/** Deleting what the person chose. */
import { t } from '../i18n/i18n';
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Editor } from '../store/editor-context';
import { notify } from '../store/editor-store';
import { deleteOps } from './delete-ops';
import { LOCK_KEYS } from './lock-keys';
import { shortcutWords } from './shortcut';

/** Deletes nodes and edges, but for nodes that are locked: of these the person is told. */
export function deleteElements(
  { store, edit }: Pick<Editor, 'store' | 'edit'>,
  nodes: readonly NodeId[],
  edges: readonly EdgeId[],
): void {
  const { lockedNodes, edges: rows } = store.getState();
  const free = nodes.filter((id) => !lockedNodes.has(id));
  const ops = deleteOps(free, edges, rows);
  if (ops.length > 0) void edit(ops);
  if (free.length === nodes.length) return;
  const keys = shortcutWords(LOCK_KEYS, navigator.platform);
  const text = t('elements:lockedKept', { count: nodes.length - free.length, keys });
  notify(store, { text, passing: true, topic: 'locked' });
}
