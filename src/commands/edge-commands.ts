/** Leading edges elsewhere. */
import { ArrowLeftRight, ArrowRightFromLine, ArrowRightToLine } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { EditorState } from '../store/editor-store';
import type { EdgeRow } from '../store/rows';
import type { Command } from './command';

/** One end of an edge at another node; nothing where it is there already. */
export function endsOps(row: EdgeRow, end: 'source' | 'target', node: NodeId): Op[] {
  const { id: edgeId, source, target } = row;
  if (row[end] === node) return [];
  return [{ op: 'set_ends', edgeId, source, target, [end]: node }];
}

/** The rows of edges that lead from one node to another. */
function turnable({ selectedEdges, edges }: EditorState): EdgeRow[] {
  return selectedEdges.flatMap((id) => edges.get(id) ?? []).filter(({ source, target }) => source !== target);
}

function onlyEdge({ selectedNodes, selectedEdges }: EditorState): EdgeId | undefined {
  return selectedNodes.length + selectedEdges.length === 1 ? selectedEdges[0] : undefined;
}

const changeEnd = (end: 'source' | 'target'): Command => ({
  id: `change-${end}`,
  title: () => t(end === 'source' ? 'elements:changeSource' : 'elements:changeTarget'),
  group: 'edit',
  icon: end === 'source' ? ArrowRightFromLine : ArrowRightToLine,
  menus: ['edge'],
  changes: true,
  isEnabled: (state) => onlyEdge(state) !== undefined,
  run: ({ editor: { store } }) => {
    const edge = onlyEdge(store.getState());
    if (edge !== undefined) store.setState({ making: { asks: 'end', edge, end } });
  },
});

export const edgeCommands: readonly Command[] = [
  changeEnd('source'),
  changeEnd('target'),
  {
    id: 'reverse',
    title: () => t('elements:reverse'),
    group: 'edit',
    icon: ArrowLeftRight,
    menus: ['edge', 'selection'],
    changes: true,
    isEnabled: (state) => turnable(state).length > 0,
    run: ({ editor }) => {
      const ops = turnable(editor.store.getState()).map(
        ({ id, source, target }): Op => ({ op: 'set_ends', edgeId: id, source: target, target: source }),
      );
      if (ops.length > 0) void editor.editInParts(ops);
    },
  },
];
