/** What is to be arranged, as the layout worker is asked. */
import type { LayoutKind } from '../layout/layout-kinds';
import type { LayoutRequest } from '../layout/messages';
import { foldName } from '../shared/graph/names';
import { captionOf } from '../store/caption';
import type { EditorState } from '../store/editor-store';
import { cardOf } from '../store/node-look';
import type { NodeRow } from '../store/rows';
import { isEdgeAllowed, isNodeShown } from '../store/view-filter';

export interface Arranged {
  readonly rows: readonly NodeRow[];
  /** Not only a selection. */
  readonly isAll: boolean;
}

/** What is selected, if that is two nodes or more; otherwise everything that is not hidden. Locked nodes stay where they are. */
export function whatToArrange({ selectedNodes, nodes, lockedNodes, viewFilter }: EditorState): Arranged {
  const isFree = ({ id }: NodeRow) => !lockedNodes.has(id);
  const selected = selectedNodes.flatMap((id) => nodes.get(id) ?? []);
  if (selected.length >= 2) return { rows: selected.filter(isFree), isAll: false };
  const shown = [...nodes.values()].filter((row) => isNodeShown(viewFilter, row));
  return { rows: shown.filter(isFree), isAll: true };
}

export function layoutRequest(kind: LayoutKind, rows: readonly NodeRow[], state: EditorState): LayoutRequest {
  const { edges, labels, viewFilter } = state;
  return {
    kind,
    nodes: rows.map(({ id, position, label, properties }) => ({
      id,
      position,
      size: cardOf({ id, label, properties }, state),
      label,
      caption: captionOf(labels.get(foldName(label)), properties) ?? '',
    })),
    edges: [...edges.values()]
      .filter((row) => isEdgeAllowed(viewFilter, row))
      .map(({ source, target }) => ({ source, target })),
  };
}
