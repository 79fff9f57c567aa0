/** Compares what the database answers with the graph it is made from: all counts, and some rows of every kind. */
import { dequal } from 'dequal';
import type { GraphEngine, Row } from '../engine/graph-engine';
import type { GraphView } from '../shared/graph/graph';
import type { ElementType, GraphEdge, GraphNode } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import * as queries from './queries';

/** Rows that are looked at of each label and edge type. */
const SAMPLE = 12;

/**
 * All questions are asked in this turn, so that they are about the graph as it is now.
 * @param chance at least 0 and less than 1: where in the graph the sample begins
 * @returns what differs, one sentence each; empty when nothing does
 * @throws what the engine rejects with
 */
export async function auditEngine(engine: GraphEngine, view: GraphView, chance: number): Promise<string[]> {
  const audit = new Audit(engine, chance);
  const nodes = grouped(view.entries('node'), ({ label }) => label);
  for (const [key, label] of view.entries('label')) audit.label(label, nodes.get(key) ?? []);
  const edges = grouped(view.entries('edge'), ({ type }) => type);
  for (const [key, type] of view.entries('edgeType')) audit.edgeType(type, edges.get(key) ?? [], view);
  return audit.differences();
}

function grouped<T>(entries: Iterable<[string, T]>, nameOf: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [, element] of entries) {
    const key = foldName(nameOf(element));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}

class Audit {
  readonly #answers: Promise<string[]>[] = [];

  constructor(
    private readonly engine: GraphEngine,
    private readonly chance: number,
  ) {}

  async differences(): Promise<string[]> {
    return (await Promise.all(this.#answers)).flat();
  }

  label(label: ElementType, nodes: readonly GraphNode[]): void {
    this.#count(queries.countOfLabel(label), nodes.length, label.name);
    const expected = new Map(this.#some(nodes).map((node) => [node.id, plain(node)]));
    if (expected.size === 0) return;
    this.#rows(queries.nodesById(label, [...expected.keys()]), expected, (row) => queries.nodeRow(row, label));
  }

  edgeType(type: ElementType, edges: readonly GraphEdge[], view: GraphView): void {
    this.#count(queries.countOfEdgeType(type), edges.length, type.name);
    const labelOf = (id: string) => view.get('node', id)?.label ?? '';
    for (const edge of this.#some(edges)) {
      const query = queries.edgesByEnds(type, labelOf(edge.source), labelOf(edge.target), [edge]);
      this.#rows(query, new Map([[edge.id, plain(edge)]]), (row) => queries.edgeRow(row, type));
    }
  }

  #some<T>(elements: readonly T[]): T[] {
    const start = Math.floor(this.chance * Math.max(1, elements.length - SAMPLE + 1));
    return elements.slice(start, start + SAMPLE);
  }

  #count({ cypher }: queries.Query, expected: number, name: string): void {
    this.#answers.push(
      this.engine.query(cypher).then((rows) => {
        const count = queries.countIn(rows);
        return count === expected ? [] : [`${name}: ${count} in the database, ${expected} in the graph`];
      }),
    );
  }

  #rows(
    { cypher, parameters }: queries.Query,
    expected: Map<string, unknown>,
    read: (row: Row) => { id: string },
  ): void {
    this.#answers.push(
      this.engine.query(cypher, parameters).then((rows) => {
        const found = new Map(rows.map(read).map((element) => [element.id, element]));
        return [...expected].flatMap(([id, element]) => (dequal(found.get(id), element) ? [] : [`${id} differs`]));
      }),
    );
  }
}

/** An element as a row of it is read. */
function plain<T extends GraphNode | GraphEdge>(element: T) {
  return { ...element, properties: Object.fromEntries(element.properties) };
}
