/** Which nodes one may want to connect to, and in which order. */
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import type { EditorState } from '../../store/editor-store';
import type { NodeRow } from '../../store/rows';

export interface TargetChoice {
  readonly id: NodeId;
  readonly label: string;
  readonly caption: string | undefined;
}

/** More than these nobody looks through: they type on. */
const MOST = 40;

/** Nodes whose caption or label has what is typed in it, the nearest first; the node itself comes last. */
export function targetChoices(
  { nodes, labels }: Pick<EditorState, 'nodes' | 'labels'>,
  from: NodeId,
  typed: string,
): TargetChoice[] {
  const start = nodes.get(from)?.position ?? { x: 0, y: 0 };
  const wanted = typed.trim().toLowerCase();
  const far = ({ id, position }: NodeRow) =>
    id === from ? Number.POSITIVE_INFINITY : Math.hypot(position.x - start.x, position.y - start.y);
  const found: { readonly choice: TargetChoice; readonly distance: number }[] = [];
  for (const row of nodes.values()) {
    const caption = captionOf(labels.get(foldName(row.label)), row.properties);
    if (!(caption ?? row.label).toLowerCase().includes(wanted)) continue;
    found.push({ choice: { id: row.id, label: row.label, caption }, distance: far(row) });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, MOST).map(({ choice }) => choice);
}
