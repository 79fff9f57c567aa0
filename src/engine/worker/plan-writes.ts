/**
 * Works out the statements that carry out net changes, few and large.
 * Their order is one that Kuzu was found to survive, and that never leaves an edge without its ends: edges are deleted
 * before nodes, nodes are created before edges.
 */
import { dequal } from 'dequal';
import { must } from '../../shared/assert';
import type { Change, NetChanges } from '../../shared/graph/changes';
import type { GraphEdge, GraphNode, NodeId, Position, Properties } from '../../shared/graph/model';
import type { Catalog } from './catalog';
import { Groups } from './groups';
import { type Cell, toCell, type Write } from './write';
import {
  type Column,
  clearOnEdges,
  clearOnNodes,
  createEdges,
  createNodes,
  deleteEdges,
  deleteNodes,
  EDGE_COLUMNS,
  type EdgeShape,
  NODE_COLUMNS,
  setOnEdges,
  setOnNodes,
} from './writes';

/**
 * The writes for `changes`, in order. The tables they need must be in the catalog.
 * @param labelOf the label of a node as it was before the changes
 */
export function planWrites(
  changes: NetChanges,
  catalog: Catalog,
  labelOf: (node: NodeId) => string | undefined,
): Write[] {
  const nodes = planNodes(changes.node, catalog);
  const label = (id: NodeId, node: GraphNode | undefined) =>
    must(node?.label ?? labelOf(id), `the end ${id} of an edge`);
  const edges = planEdges(changes.edge, catalog, {
    before: (id) => label(id, changes.node.get(id)?.before),
    after: (id) => label(id, changes.node.get(id)?.after),
  });
  return [...edges.deleted, ...nodes.deleted, ...nodes.created, ...nodes.updated, ...edges.created, ...edges.updated];
}

interface Planned {
  readonly deleted: Write[];
  readonly created: Write[];
  readonly updated: Write[];
}

function planNodes(changes: ReadonlyMap<string, Change<GraphNode>>, catalog: Catalog): Planned {
  const deleted = new Groups<string>();
  const created = new Groups<string, GraphNode>();
  const moved = new Groups<string>();
  const set = new Groups<readonly [label: string, key: string]>();
  const cleared = new Groups<readonly [label: string, key: string]>();
  for (const [id, { before, after }] of changes) {
    if (after === undefined) {
      if (before !== undefined) deleted.add(before.label, [id]);
    } else if (before === undefined) created.add(after.label, after);
    else if (before.label !== after.label) {
      // A label is a table. The node's edges, which lie between tables, are among the changes (`withRemadeEdges`).
      deleted.add(before.label, [id]);
      created.add(after.label, after);
    } else {
      if (!samePlace(before.position, after.position)) moved.add(after.label, [id, ...place(after)]);
      for (const [key, value] of changedProperties(before.properties, after.properties)) {
        if (value === null) cleared.add([after.label, key], [id]);
        else set.add([after.label, key], [id, value]);
      }
    }
  }
  return {
    deleted: deleted.map((label, rows) => deleteNodes(label, rows)),
    created: created.map((label, group) => {
      const used = usedColumns(group, label, catalog);
      const rows = group.map((node) => [node.id, ...place(node), ...cells(used, node.properties)]);
      return createNodes(label, [...NODE_COLUMNS, ...used], rows);
    }),
    updated: [
      ...moved.map((label, rows) => setOnNodes(label, NODE_COLUMNS.slice(1), rows)),
      ...set.map(([label, key], rows) => setOnNodes(label, [column(label, key, catalog)], rows)),
      ...cleared.map(([label, key], rows) => clearOnNodes(label, key, rows)),
    ],
  };
}

function planEdges(
  changes: ReadonlyMap<string, Change<GraphEdge>>,
  catalog: Catalog,
  labels: { readonly before: LabelOf; readonly after: LabelOf },
): Planned {
  const deleted = new Groups<EdgeShape>();
  const created = new Groups<EdgeShape, GraphEdge>();
  const set = new Groups<readonly [shape: EdgeShape, key: string]>();
  const cleared = new Groups<readonly [shape: EdgeShape, key: string]>();
  for (const [id, { before, after }] of changes) {
    if (after === undefined) {
      if (before !== undefined) deleted.add(shapeOf(before, labels.before), [before.source, id]);
      continue;
    }
    const shape = shapeOf(after, labels.after);
    if (before === undefined) created.add(shape, after);
    else if (!sameEnds(before, after) || !dequal(shapeOf(before, labels.before), shape)) {
      deleted.add(shapeOf(before, labels.before), [before.source, id]);
      created.add(shape, after);
    } else {
      for (const [key, value] of changedProperties(before.properties, after.properties)) {
        if (value === null) cleared.add([shape, key], [after.source, id]);
        else set.add([shape, key], [after.source, id, value]);
      }
    }
  }
  return {
    deleted: deleted.map((shape, rows) => deleteEdges(shape, rows)),
    created: created.map((shape, group) => {
      const used = usedColumns(group, shape.type, catalog);
      const rows = group.map((edge) => [edge.source, edge.target, edge.id, ...cells(used, edge.properties)]);
      return createEdges(shape, [...EDGE_COLUMNS, ...used], rows);
    }),
    updated: [
      ...set.map(([shape, key], rows) => setOnEdges(shape, [column(shape.type, key, catalog)], rows)),
      ...cleared.map(([shape, key], rows) => clearOnEdges(shape, key, rows)),
    ],
  };
}

type LabelOf = (node: NodeId) => string;

function shapeOf({ type, source, target }: GraphEdge, labelOf: LabelOf): EdgeShape {
  return { type, source: labelOf(source), target: labelOf(target) };
}

function sameEnds(one: GraphEdge, other: GraphEdge): boolean {
  return one.source === other.source && one.target === other.target;
}

function samePlace(one: Position, other: Position): boolean {
  return one.x === other.x && one.y === other.y;
}

function place({ position }: GraphNode): [Cell, Cell] {
  return [toCell(position.x), toCell(position.y)];
}

/** The properties that differ, with their new values; `null` where there is none any more. */
function* changedProperties(before: Properties, after: Properties): Iterable<[string, Cell]> {
  for (const [key, value] of after) if (before.get(key) !== value) yield [key, toCell(value)];
  for (const key of before.keys()) if (!after.has(key)) yield [key, null];
}

function column(typeName: string, key: string, catalog: Catalog): Column {
  return { name: key, type: catalog.columnType(typeName, key) };
}

/** The columns that at least one of the elements has a value for. */
function usedColumns(group: readonly { properties: Properties }[], typeName: string, catalog: Catalog): Column[] {
  const keys = new Set(group.flatMap(({ properties }) => [...properties.keys()]));
  return Array.from(keys, (key) => column(typeName, key, catalog));
}

function cells(columns: readonly Column[], properties: Properties): Cell[] {
  return columns.map(({ name }) => toCell(properties.get(name)));
}
