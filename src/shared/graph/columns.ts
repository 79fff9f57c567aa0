/**
 * A whole graph as JSON, column by column: how the server stores it and sends it over HTTP. Ends of edges are places in
 * the list of nodes, and keys are written once: a third of the text that one object for each element makes, checked and
 * read several times as fast. `GraphSnapshot`, which was stored before, can still be read.
 */
import { z } from 'zod';
import { must } from '../assert';
import { type Parsed, parseWith } from '../protocol/parse';
import { byName, isCoordinate, isEdgeId, isNodeId, isPropertyValue, nameSchema } from './field-schemas';
import { Graph, type GraphView } from './graph';
import type { GraphNode, Properties } from './model';
import { fromSnapshot, putSchema, schemaFields, schemaOf, snapshotSchema } from './snapshot';
import type { PropertyValue } from './values';

/** A JSON array of one kind of item, checked as a whole: a schema for each item costs ten times as much. */
function column<T>(isItem: (item: unknown) => item is T) {
  return z.custom<readonly T[]>((input) => Array.isArray(input) && input.every(isItem), 'An item is not valid.');
}

const isPlace = (item: unknown): item is number => Number.isSafeInteger(item) && Number(item) >= 0;
const isCell = (item: unknown): item is PropertyValue | null => item === null || isPropertyValue(item);

/** By property name; `null` where an element has none. Columns without a value are left out. */
const cells = byName(column(isCell));
type Cells = z.infer<typeof cells>;

function areAlike(ids: readonly string[], properties: Cells, ...others: readonly (readonly unknown[])[]): boolean {
  return [...others, ...Object.values(properties)].every(({ length }) => length === ids.length);
}

const UNEQUAL = 'The columns have unequal lengths.';
const nodesSchema = z
  .strictObject({
    label: nameSchema,
    ids: column(isNodeId),
    x: column(isCoordinate),
    y: column(isCoordinate),
    properties: cells,
    /** Rows of nodes that are locked; left out when none is. */
    locked: column(isPlace).optional(),
  })
  .refine(({ ids, x, y, properties }) => areAlike(ids, properties, x, y), UNEQUAL);
const edgesSchema = z
  .strictObject({
    type: nameSchema,
    ids: column(isEdgeId),
    source: column(isPlace),
    target: column(isPlace),
    properties: cells,
  })
  .refine(({ ids, source, target, properties }) => areAlike(ids, properties, source, target), UNEQUAL);

const columnsSchema = z.strictObject({
  form: z.literal('columns'),
  ...schemaFields,
  /** Elements of one label or edge type stand together. `source` and `target` count through the nodes of all labels. */
  nodes: z.array(nodesSchema),
  edges: z.array(edgesSchema),
});

/** A graph as plain JSON. */
export type GraphColumns = z.infer<typeof columnsSchema>;

export function toColumns(graph: GraphView): GraphColumns {
  const nodes = grouped(graph.entries('node'), ({ label }) => label);
  const places = new Map<string, number>();
  for (const { items } of nodes) for (const { id } of items) places.set(id, places.size);
  const placeOf = (id: string) => must(places.get(id), 'the place of an edge’s end');
  return {
    form: 'columns',
    ...schemaOf(graph),
    nodes: nodes.map(({ key, items }) => ({
      label: key,
      ids: items.map(({ id }) => id),
      x: items.map(({ position }) => position.x),
      y: items.map(({ position }) => position.y),
      properties: toCells(items),
      ...lockedRows(items),
    })),
    edges: grouped(graph.entries('edge'), ({ type }) => type).map(({ key, items }) => ({
      type: key,
      ids: items.map(({ id }) => id),
      source: items.map(({ source }) => placeOf(source)),
      target: items.map(({ target }) => placeOf(target)),
      properties: toCells(items),
    })),
  };
}

function lockedRows(nodes: readonly GraphNode[]): { locked?: readonly number[] } {
  const locked = nodes.flatMap((node, row) => (node.locked ? [row] : []));
  return locked.length > 0 ? { locked } : {};
}

function grouped<T>(entries: Iterable<[string, T]>, keyOf: (item: T) => string): { key: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const [, item] of entries) {
    const items = groups.get(keyOf(item));
    if (items === undefined) groups.set(keyOf(item), [item]);
    else items.push(item);
  }
  return Array.from(groups, ([key, items]) => ({ key, items }));
}

function toCells(items: readonly { readonly properties: Properties }[]): Cells {
  const keys = new Set(items.flatMap(({ properties }) => [...properties.keys()]));
  return Object.fromEntries(
    Array.from(keys, (key) => [key, items.map(({ properties }) => properties.get(key) ?? null)]),
  );
}

/** The graph of a stored or received snapshot, of either form. */
export function readGraph(json: unknown): Parsed<Graph> {
  if (typeof json === 'object' && json !== null && 'form' in json) {
    const columns = parseWith(columnsSchema, json);
    return columns.ok ? fromColumns(columns.value) : columns;
  }
  const snapshot = parseWith(snapshotSchema, json);
  return snapshot.ok ? { ok: true, value: fromSnapshot(snapshot.value) } : snapshot;
}

function fromColumns(columns: GraphColumns): Parsed<Graph> {
  const graph = new Graph();
  putSchema(graph, columns);
  const places: string[] = [];
  for (const { label, ids, x, y, properties, locked } of columns.nodes) {
    const read = cellReader(properties);
    const isLocked = new Set(locked);
    ids.forEach((id, row) => {
      const position = { x: coordinateAt(x, row), y: coordinateAt(y, row) };
      const node: GraphNode = { id, label, position, properties: read(row) };
      graph.put('node', id, isLocked.has(row) ? { ...node, locked: true } : node);
      places.push(id);
    });
  }
  for (const { type, ids, source: sources, target: targets, properties } of columns.edges) {
    const read = cellReader(properties);
    for (const [row, id] of ids.entries()) {
      const source = places[sources[row] ?? -1];
      const target = places[targets[row] ?? -1];
      if (source === undefined || target === undefined) return { ok: false, reason: `edge ${id} has no end` };
      graph.put('edge', id, { id, type, source, target, properties: read(row) });
    }
  }
  return { ok: true, value: graph };
}

/** −0 and 0 are one place: JSON may tell them apart, we may not. */
function coordinateAt(column: readonly number[], row: number): number {
  return must(column[row], 'a coordinate') + 0;
}

const NO_PROPERTIES: Properties = new Map();

/** Says which properties the element in a row has. */
function cellReader(cells: Cells): (row: number) => Properties {
  const columns = Object.entries(cells);
  if (columns.length === 0) return () => NO_PROPERTIES;
  return (row) => {
    const properties = new Map<string, PropertyValue>();
    for (const [key, values] of columns) {
      const value = values[row];
      if (value !== undefined && value !== null) properties.set(key, typeof value === 'number' ? value + 0 : value);
    }
    return properties;
  };
}
