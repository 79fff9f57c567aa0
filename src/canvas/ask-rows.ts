/** Asks the database for rows: for all there are, or for those that were touched. */
import type { GraphEngine } from '../engine/graph-engine';
import { must } from '../shared/assert';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { EdgeRow, NodeRow, RowUpdate } from '../store/rows';
import type { SchemaSlice } from '../store/schema';
import * as queries from './queries';
import type { Touched } from './touched';

type Types = ReadonlyMap<string, ElementType>;

function typeNamed(types: Types, name: string): ElementType {
  return must(types.get(foldName(name)), `the label or edge type "${name}"`);
}

/** Collects answers that are asked for at once. */
class Answers {
  readonly nodes = new Map<string, NodeRow | undefined>();
  readonly edges = new Map<string, EdgeRow | undefined>();
  readonly counts = new Map<string, number>();
  readonly #open: Promise<void>[] = [];

  constructor(private readonly engine: GraphEngine) {}

  askNodes(query: queries.Query, label: ElementType): void {
    this.#ask(query, (rows) => {
      for (const row of rows) this.nodes.set(String(row['id']), queries.nodeRow(row, label));
    });
  }

  askEdges(query: queries.Query, type: ElementType): void {
    this.#ask(query, (rows) => {
      for (const row of rows) this.edges.set(String(row['id']), queries.edgeRow(row, type));
    });
  }

  askCount(query: queries.Query, name: string): void {
    this.#ask(query, (rows) => this.counts.set(name, queries.countIn(rows)));
  }

  async complete(complete: boolean): Promise<RowUpdate> {
    await Promise.all(this.#open);
    return { nodes: this.nodes, edges: this.edges, counts: this.counts, complete };
  }

  #ask({ cypher, parameters }: queries.Query, take: (rows: Awaited<ReturnType<GraphEngine['query']>>) => void): void {
    this.#open.push(this.engine.query(cypher, parameters).then(take));
  }
}

export function askAll(engine: GraphEngine, { labels, edgeTypes }: SchemaSlice): Promise<RowUpdate> {
  const answers = new Answers(engine);
  for (const label of labels.values()) {
    answers.askNodes(queries.allNodes(label), label);
    answers.askCount(queries.countOfLabel(label), label.name);
  }
  for (const type of edgeTypes.values()) {
    answers.askEdges(queries.allEdges(type), type);
    answers.askCount(queries.countOfEdgeType(type), type.name);
  }
  return answers.complete(true);
}

/**
 * Asks for what was touched. What is gone is not asked for, and what the database does not return counts as gone.
 * @param known the rows on screen: tells the label of a node that was not touched itself
 */
export function askTouched(
  engine: GraphEngine,
  { labels, edgeTypes }: SchemaSlice,
  touched: Touched,
  known: ReadonlyMap<string, NodeRow>,
): Promise<RowUpdate> {
  const answers = new Answers(engine);
  const labelOf = (nodeId: string) =>
    must(touched.nodes.get(nodeId)?.label ?? known.get(nodeId)?.label, `the label of ${nodeId}`);

  const idsByLabel = new Map<string, string[]>();
  for (const [id, node] of touched.nodes) {
    answers.nodes.set(id, undefined);
    if (node !== undefined) listIn(idsByLabel, node.label).push(id);
  }
  for (const [name, ids] of idsByLabel) {
    const label = typeNamed(labels, name);
    answers.askNodes(queries.nodesById(label, ids), label);
  }

  const edgesByTables = new Map<string, queries.WantedEdge[]>();
  for (const [id, edge] of touched.edges) {
    answers.edges.set(id, undefined);
    if (edge === undefined) continue;
    // Names cannot hold a slash, so the key is unambiguous.
    listIn(edgesByTables, [edge.type, labelOf(edge.source), labelOf(edge.target)].join('/')).push(edge);
  }
  for (const [tables, edges] of edgesByTables) {
    const [typeName = '', source = '', target = ''] = tables.split('/');
    const type = typeNamed(edgeTypes, typeName);
    answers.askEdges(queries.edgesByEnds(type, source, target, edges), type);
  }

  for (const name of touched.countedLabels) {
    const label = labels.get(foldName(name));
    if (label !== undefined) answers.askCount(queries.countOfLabel(label), label.name);
  }
  for (const name of touched.countedEdgeTypes) {
    const type = edgeTypes.get(foldName(name));
    if (type !== undefined) answers.askCount(queries.countOfEdgeType(type), type.name);
  }
  return answers.complete(false);
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
