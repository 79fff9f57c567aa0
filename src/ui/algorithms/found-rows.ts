/** What an algorithm found, as rows to be listed. */
import type { QueryValue } from '../../engine/graph-engine';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import type { EditorState } from '../../store/editor-store';
import type { Measure } from '../../store/measure';

export interface FoundRow {
  readonly id: NodeId;
  /** From 1, for the highest value; the same for the same value. */
  readonly rank: number;
  readonly value: number;
}

/** The highest value first; of groups the first. */
export function foundRows({ values, isGroups }: Pick<Measure, 'values' | 'isGroups'>): readonly FoundRow[] {
  const turn = isGroups ? 1 : -1;
  const sorted = [...values].sort(([, one], [, other]) => turn * (one - other));
  let rank = 0;
  return sorted.map(([id, value], index) => {
    if (value !== sorted[index - 1]?.[1]) rank = index + 1;
    return { id, rank, value };
  });
}

/** What a node is called, as it is now; undefined when it is gone. */
export function nameOf({ nodes, labels }: Pick<EditorState, 'nodes' | 'labels'>, id: NodeId): string | undefined {
  const row = nodes.get(id);
  return row && (captionOf(labels.get(foldName(row.label)), row.properties) ?? row.label);
}

/** The cells of a row, as they are sorted: in the order of `FOUND_COLUMNS`. */
export function foundCells(row: FoundRow, state: Pick<EditorState, 'nodes' | 'labels'>): readonly QueryValue[] {
  return [row.rank, nameOf(state, row.id) ?? null, row.value];
}

export const FOUND_COLUMNS = ['rank', 'name', 'value'] as const;
