/**
 * Fills an empty database with a graph. All but small ones by `COPY` from files of JSON lines, several times faster
 * than any statement with parameters; but the first `COPY` takes some 115 MB of memory for good, so small ones without.
 * Columns are named c0, c1, … in the files, so that no property's name can mean something to Kuzu.
 */
import { must } from '../../shared/assert';
import { quoted } from '../../shared/cypher/cypher-text';
import type { PropertyDefinition } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import type { PropertyValue } from '../../shared/graph/values';
import type { Catalog } from './catalog';
import { Groups } from './groups';
import type { KuzuDatabase } from './kuzu-database';
import { run, toCell, type Write } from './write';
import { type Column, createEdges, createNodes, EDGE_COLUMNS, type EdgeShape, NODE_COLUMNS } from './writes';

type Values = readonly (PropertyValue | undefined)[];
const ENDS: readonly Column[] = [
  { name: 'source', type: 'STRING' },
  { name: 'target', type: 'STRING' },
];
const FILE = '/load.json';
/** Edge properties by these names are given the ends' ids by `COPY`, in silence. */
const MISREAD: ReadonlySet<string> = new Set(['from', 'to']);

/**
 * Loads `snapshot` into a database that has nothing but its foundations, and records its tables in `catalog`.
 * @param copyFrom number of nodes and edges from which on `COPY` is used
 */
export function bulkLoad(database: KuzuDatabase, catalog: Catalog, snapshot: GraphSnapshot, copyFrom: number): void {
  defineTypes(database, catalog, snapshot);
  const isSmall = snapshot.nodes.length + snapshot.edges.length < copyFrom;
  const labels = new Map(snapshot.nodes.map(({ id, label }) => [id, label]));

  const nodes = new Groups<string, GraphSnapshot['nodes'][number]>();
  for (const node of snapshot.nodes) nodes.add(node.label, node);
  for (const [label, group] of nodes) {
    const own = columnsOf(catalog, label);
    const columns = [...NODE_COLUMNS, ...own];
    const rows = group.map(({ id, position, properties }) => [
      id,
      position.x,
      position.y,
      ...own.map(({ name }) => ownValue(properties, name)),
    ]);
    const create = (cells: Write['rows']) => createNodes(label, columns, cells);
    if (isSmall) loadAsParameters(database, rows, create);
    else load(database, rows, columns, `COPY ${quoted(label)} FROM`, create);
  }

  const edges = new Groups<EdgeShape, GraphSnapshot['edges'][number]>();
  for (const edge of snapshot.edges) {
    const source = must(labels.get(edge.source), `the source of ${edge.id}`);
    const target = must(labels.get(edge.target), `the target of ${edge.id}`);
    edges.add({ type: edge.type, source, target }, edge);
  }
  for (const [shape, group] of edges) {
    const join = catalog.join(shape.type, shape.source, shape.target);
    if (join !== undefined) database.define(join);
    const own = columnsOf(catalog, shape.type);
    const rows = group.map(({ id, source, target, properties }) => [
      source,
      target,
      id,
      ...own.map(({ name }) => ownValue(properties, name)),
    ]);
    const columns = [...EDGE_COLUMNS, ...own];
    const create = (cells: Write['rows']) => createEdges(shape, columns, cells);
    if (isSmall || own.some(({ name }) => MISREAD.has(foldName(name)))) loadAsParameters(database, rows, create);
    // The names of the labels are text here, in quotes: they hold nothing that would need escaping.
    else
      load(database, rows, [...ENDS, ...columns], `COPY ${quoted(shape.type)} FROM`, create, {
        options: `(from='${shape.source}', to='${shape.target}')`,
      });
  }
}

function defineTypes(database: KuzuDatabase, catalog: Catalog, snapshot: GraphSnapshot): void {
  const define = (
    kind: 'label' | 'edgeType',
    name: string,
    types: Readonly<Record<string, PropertyDefinition['type']>>,
  ) => {
    const properties = Object.entries(types).map(([name, type]) => ({ name, type }));
    for (const statement of must(catalog.define(kind, { name, properties }), `a new ${kind}`))
      database.define(statement);
  };
  for (const { name, properties } of snapshot.labels) define('label', name, properties);
  for (const { name, properties } of snapshot.edgeTypes) define('edgeType', name, properties);
}

function columnsOf(catalog: Catalog, typeName: string): Column[] {
  return Array.from(must(catalog.propertyTypes(typeName), typeName), ([name, type]) => ({ name, type }));
}

function ownValue(properties: Readonly<Record<string, PropertyValue>>, name: string): PropertyValue | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

type Create = (cells: Write['rows']) => Write;

function load(
  database: KuzuDatabase,
  rows: readonly Values[],
  columns: readonly Column[],
  copy: string,
  create: Create,
  { options = '' } = {},
): void {
  // Kuzu's JSON reader ends a text at a NUL character.
  const [unreadable, readable] = [rows.filter(hasNul), rows.filter((row) => !hasNul(row))];
  if (readable.length > 0) {
    const lines = readable.map((row) => JSON.stringify(Object.fromEntries(row.map((value, i) => [`c${i}`, value]))));
    const headers = columns.map(({ type }, i) => `c${i} ${type}`).join(', ');
    const source = `LOAD WITH HEADERS (${headers}) FROM '${FILE}' (file_format='json') RETURN *`;
    database.withFile(FILE, lines.join('\n'), () => database.define(`${copy} (${source}) ${options}`));
  }
  loadAsParameters(database, unreadable, create);
}

/** The slower way, for few rows and for those that a file would not carry faithfully. */
function loadAsParameters(database: KuzuDatabase, rows: readonly Values[], create: Create): void {
  if (rows.length === 0) return;
  database.transaction(() => run(database, create(rows.map((row) => row.map(toCell)))));
}

function hasNul(row: Values): boolean {
  return row.some((value) => typeof value === 'string' && value.includes('\0'));
}
