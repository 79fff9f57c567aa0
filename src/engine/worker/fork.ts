/**
 * Runs one writing statement on a private copy of a graph, and says what the graph is then. The copy is a database of its
 * own, filled as the engine's is, and thrown away after: whatever the statement does, nobody else's graph knows of it.
 */
import { must } from '../../shared/assert';
import { quoted } from '../../shared/cypher/cypher-text';
import { isCoordinate, isEdgeId, isNodeId, isPropertyValue } from '../../shared/graph/field-schemas';
import { Graph } from '../../shared/graph/graph';
import type { ElementType, GraphEdge, GraphNode, Properties } from '../../shared/graph/model';
import { newEdgeId, newNodeId } from '../../shared/graph/new-ids';
import { fromSnapshot, type GraphSnapshot, toSnapshot } from '../../shared/graph/snapshot';
import { type PropertyValue, valueProblem } from '../../shared/graph/values';
import type { ForkOutcome } from '../engine-worker';
import type { QueryParameters, QueryValue, Row } from '../graph-engine';
import { bulkLoad } from './bulk-load';
import { Catalog } from './catalog';
import type { KuzuDatabase } from './kuzu-database';
import { wellFormed } from './parameters';
import { inWords, writeProblem } from './query-problem';
import { toRows } from './result-rows';

/** Pairs of labels that an edge type is made to join for a statement's sake: each costs some megabytes. */
const MOST_PAIRS = 64;

/** What a statement left that a graph cannot hold, in words. */
class Unfit extends Error {}

/**
 * @param database has its foundations and nothing else; not to be used again
 * @param copyFrom number of nodes and edges from which on files are used to fill it
 */
export function runOnFork(
  database: KuzuDatabase,
  snapshot: GraphSnapshot,
  { cypher, parameters, copyFrom }: { cypher: string; parameters: QueryParameters; copyFrom: number },
): ForkOutcome {
  const problem = writeProblem(cypher, parameters);
  if (problem !== undefined) return { status: 'refused', reason: problem };
  const catalog = new Catalog({ mintsIds: true });
  bulkLoad(database, catalog, snapshot, copyFrom);
  for (const statement of joinsFor(cypher, snapshot, catalog)) database.define(statement);
  const outcome = database.attempt(cypher, wellFormed(parameters));
  if (!outcome.ok) return { status: 'refused', reason: inWords(outcome.message) };
  const rows = toRows(outcome.table, (name) => catalog.propertyTypes(name));
  try {
    return { status: 'ran', rows, ...new ReadBack(database, catalog, fromSnapshot(snapshot)).read() };
  } catch (error) {
    if (error instanceof Unfit) return { status: 'refused', reason: error.message };
    throw error;
  }
}

/** A table of edges joins what it is told to join. Here it may join all that the statement names. */
function* joinsFor(cypher: string, { labels, edgeTypes }: GraphSnapshot, catalog: Catalog): Iterable<string> {
  const text = cypher.toLowerCase();
  const named = (types: readonly { readonly name: string }[]) =>
    types.filter(({ name }) => text.includes(name.toLowerCase())).map(({ name }) => name);
  let pairs = 0;
  for (const type of named(edgeTypes)) {
    for (const source of named(labels)) {
      for (const target of named(labels)) {
        if (pairs >= MOST_PAIRS) return;
        const join = catalog.join(type, source, target);
        if (join === undefined) continue;
        pairs += 1;
        yield join;
      }
    }
  }
}

/** Reads a whole graph out of a database, as far as it can differ from the one that was put in. */
class ReadBack {
  readonly #after = new Graph();
  readonly #ids = new Map<string, string>();
  readonly #unplaced: string[] = [];

  constructor(
    private readonly database: KuzuDatabase,
    private readonly catalog: Catalog,
    private readonly before: Graph,
  ) {}

  /** @throws Unfit when something in it cannot be in a graph */
  read(): { after: GraphSnapshot; unplaced: readonly string[] } {
    for (const [key, info] of this.before.entries('info')) this.#after.put('info', key, info);
    for (const [key, former] of this.before.entries('former')) this.#after.put('former', key, former);
    for (const [key, view] of this.before.entries('view')) this.#after.put('view', key, view);
    for (const [key, rule] of this.before.entries('rule')) this.#after.put('rule', key, rule);
    for (const [key, label] of this.before.entries('label')) this.#after.put('label', key, label);
    for (const [key, type] of this.before.entries('edgeType')) this.#after.put('edgeType', key, type);
    for (const [, label] of this.before.entries('label')) this.#readNodes(label);
    for (const [, type] of this.before.entries('edgeType')) this.#readEdges(type);
    return { after: toSnapshot(this.#after), unplaced: this.#unplaced };
  }

  #readNodes(label: ElementType): void {
    for (const row of this.#ask(`MATCH (n:${quoted(label.name)}) RETURN ${nodeColumns(label)}`, label)) {
      const { id: given, x, y } = row;
      const was = this.before.get('node', given);
      const id = was?.label === label.name || (isNodeId(given) && was === undefined) ? given : newNodeId();
      this.#ids.set(given, id);
      const position = { x: x ?? was?.position.x ?? 0, y: y ?? was?.position.y ?? 0 };
      if (!isCoordinate(position.x) || !isCoordinate(position.y)) throw new Unfit('A node would lie too far away.');
      if (was === undefined && (x === undefined || y === undefined)) this.#unplaced.push(id);
      const node: GraphNode = { id, label: label.name, position, properties: row.properties };
      this.#after.put('node', id, was?.locked ? { ...node, locked: true } : node);
    }
  }

  #readEdges(type: ElementType): void {
    const match = `MATCH (a)-[e:${quoted(type.name)}]->(b) RETURN e.id AS id, a.id AS second, b.id AS third${columns('e', type)}`;
    for (const row of this.#ask(match, type)) {
      const end = (id: QueryValue | undefined) => must(this.#ids.get(String(id)), 'the end of an edge');
      const [source, target] = [end(row.second), end(row.third)];
      const edge: GraphEdge = { id: row.id, type: type.name, source, target, properties: row.properties };
      const id = this.#isSameEdge(edge) || this.#isNewEdgeId(edge.id) ? edge.id : newEdgeId();
      this.#after.put('edge', id, { ...edge, id });
    }
  }

  #isSameEdge({ id, type, source, target }: GraphEdge): boolean {
    const was = this.before.get('edge', id);
    const isSame = was?.type === type && was.source === source && was.target === target;
    return isSame && this.#after.get('edge', id) === undefined;
  }

  #isNewEdgeId(id: string): boolean {
    return isEdgeId(id) && this.before.get('edge', id) === undefined && this.#after.get('edge', id) === undefined;
  }

  *#ask(cypher: string, type: ElementType) {
    const outcome = this.database.read(cypher);
    if (!outcome.ok) throw new Error(`${outcome.message} (${cypher})`);
    for (const row of toRows(outcome.table, (name) => this.catalog.propertyTypes(name))) {
      const { id, second, third } = row;
      yield {
        id: String(id),
        second,
        third,
        x: typeof second === 'number' ? second : undefined,
        y: typeof third === 'number' ? third : undefined,
        properties: propertiesOf(row, type),
      };
    }
  }
}

function nodeColumns(label: ElementType): string {
  return `n.id AS id, n._x AS second, n._y AS third${columns('n', label)}`;
}

function columns(variable: string, { properties }: ElementType): string {
  return Array.from(properties.values(), ({ name }, index) => `, ${variable}.${quoted(name)} AS p${index}`).join('');
}

function propertiesOf(row: Row, type: ElementType): Properties {
  const values = new Map<string, PropertyValue>();
  let index = 0;
  for (const property of type.properties.values()) {
    const value = row[`p${index}`] ?? null;
    index += 1;
    if (value === null) continue;
    const problem = isPropertyValue(value) ? valueProblem(property.type, value) : 'It cannot be kept.';
    if (!isPropertyValue(value) || problem !== undefined) {
      throw new Unfit(`"${property.name}" of ${type.name} would be ${JSON.stringify(value)}. ${problem}`);
    }
    values.set(property.name, value);
  }
  return values;
}
