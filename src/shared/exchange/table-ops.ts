/** The rows of a table as nodes of one label, laid out in a grid: one patch. */
import type { ElementType, NodeId, Position, Style } from '../graph/model';
import { foldName } from '../graph/names';
import { newNodeId } from '../graph/new-ids';
import type { Op } from '../graph/ops';
import type { PropertyType, PropertyValue } from '../graph/values';
import { onCanvas } from './on-canvas';

export interface TableColumn {
  readonly name: string;
  readonly type: PropertyType;
  /** One for each row. */
  readonly values: readonly (PropertyValue | undefined)[];
}

/** The label of the nodes: one of the graph's, or a new one. */
export type TableLabel = { readonly existing: ElementType } | { readonly name: string; readonly style: Style };

/** @param places where each row's node goes; as many as there are rows */
export function tableOps(
  label: TableLabel,
  columns: readonly TableColumn[],
  places: readonly Position[],
): { readonly nodeIds: readonly NodeId[]; readonly ops: readonly Op[] } {
  const existing = 'existing' in label ? label.existing : undefined;
  const name = 'existing' in label ? label.existing.name : label.name;
  const added = columns.filter((column) => !existing?.properties.has(foldName(column.name)));
  const properties = Object.fromEntries(added.map((column) => [column.name, column.type]));
  const style = 'existing' in label ? {} : { style: label.style };
  const types: Op[] =
    existing !== undefined && added.length === 0 ? [] : [{ op: 'create_label', label: name, properties, ...style }];
  const nodes = places.map((position, row): Op & { op: 'create_node' } => {
    const values = columns.flatMap((column) => {
      const value = column.values[row];
      return value === undefined ? [] : [[column.name, value] as const];
    });
    return { op: 'create_node', nodeId: newNodeId(), label: name, position, properties: Object.fromEntries(values) };
  });
  return { nodeIds: nodes.map(({ nodeId }) => nodeId), ops: [...types, ...nodes] };
}

/** Places in rows and columns, as square as cards allow, with `middle` in the middle. @param cell a card and the gap after it */
export function gridAround(
  middle: Position,
  count: number,
  card: { readonly width: number; readonly height: number },
  gap: number,
): Position[] {
  const cell = { width: card.width + gap, height: card.height + gap };
  const columns = Math.max(1, Math.round(Math.sqrt((count * cell.height) / cell.width)));
  const rows = Math.ceil(count / columns);
  const left = middle.x - (columns * cell.width - gap) / 2;
  const top = middle.y - (rows * cell.height - gap) / 2;
  return Array.from({ length: count }, (_, at) =>
    onCanvas({ x: left + (at % columns) * cell.width, y: top + Math.floor(at / columns) * cell.height }),
  );
}
