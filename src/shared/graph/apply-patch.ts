/**
 * The one meaning of every op, run by the server when it orders a patch and by every client when it shows one
 * (SPEC.md, A1–A7). It depends on nothing but the graph and the ops: the same patch on the same graph has the same
 * outcome everywhere.
 *
 * Two things can be wrong with an op, and they are kept apart:
 *  - it is *moot*: someone's earlier patch removed what it is about. The op is skipped, the rest of the patch counts.
 *  - it is *wrong*: it does not fit the schema. The whole patch is refused and changes nothing.
 */
import type { MutableGraph } from './graph';
import { type GraphLimits, WIDEST_LIMITS } from './graph-limits';
import { type Elements, type ElementType, INFO_KEY, type Kind, type Properties } from './model';
import { foldName } from './names';
import type { Op } from './ops';
import { type PropertyType, type PropertyValue, TYPE_WORDS, valueProblem } from './values';

/** Why an op was moot: the node or edge it names is gone, an end of the new edge is gone, or its id is in use. */
export type SkipReason = 'node_gone' | 'edge_gone' | 'end_gone' | 'exists';

export interface SkippedOp {
  /** Index of the op in its patch. */
  readonly op: number;
  readonly reason: SkipReason;
}

export const REFUSAL_CODES = [
  'NO_SUCH_LABEL',
  'NO_SUCH_EDGE_TYPE',
  'NO_SUCH_PROPERTY',
  'WRONG_TYPE',
  'NAME_TAKEN',
  'LIMIT_REACHED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One element as it was before the patch wrote to it. */
export type JournalEntry = { [K in Kind]: { kind: K; key: string; before: Elements[K] | undefined } }[Kind];

export type PatchOutcome =
  | { readonly status: 'applied'; readonly skipped: readonly SkippedOp[]; readonly journal: readonly JournalEntry[] }
  | { readonly status: 'refused'; readonly code: RefusalCode; readonly reason: string };

/** Nodes and edges are not even counted: in an overlay that takes time, and replaying has none to lose. */
const UNCOUNTED: GraphLimits = {
  ...WIDEST_LIMITS,
  nodes: Number.POSITIVE_INFINITY,
  edges: Number.POSITIVE_INFINITY,
};

/** Thrown inside this file only, to leave a patch at the op that is wrong. */
class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/**
 * Applies a patch to `graph` in place: all of it (skipping moot ops), or, when it is refused, nothing.
 * @param limits what a new patch is held to; a patch that was accepted before is applied without
 * @returns what was skipped and what was written (oldest first; an element may appear more than once), or the refusal
 */
export function applyPatch(graph: MutableGraph, ops: readonly Op[], limits: GraphLimits = UNCOUNTED): PatchOutcome {
  const journal: JournalEntry[] = [];
  const skipped: SkippedOp[] = [];
  const recording = new RecordingGraph(graph, journal, limits);
  try {
    if (ops.length > limits.opsPerPatch) {
      throw new Refusal('LIMIT_REACHED', `A patch can have at most ${limits.opsPerPatch} ops.`);
    }
    ops.forEach((op, index) => {
      const reason = applyOp(recording, op);
      if (reason !== undefined) skipped.push({ op: index, reason });
    });
    return { status: 'applied', skipped, journal };
  } catch (error) {
    for (const entry of journal.reverse()) restore(graph, entry);
    if (error instanceof Refusal) return { status: 'refused', code: error.code, reason: error.reason };
    throw error;
  }
}

function restore<K extends Kind>(
  graph: MutableGraph,
  entry: { kind: K; key: string; before: Elements[K] | undefined },
) {
  graph.put(entry.kind, entry.key, entry.before);
}

/** Writes through to a graph and notes what each write replaced. */
class RecordingGraph {
  /** Those that were asked for, kept up to date. */
  readonly #counts = new Map<Kind, number>();

  constructor(
    private readonly graph: MutableGraph,
    private readonly journal: JournalEntry[],
    readonly limits: GraphLimits,
  ) {}

  get<K extends Kind>(kind: K, key: string): Elements[K] | undefined {
    return this.graph.get(kind, key);
  }

  count(kind: Kind): number {
    const count = this.#counts.get(kind) ?? this.graph.count(kind);
    this.#counts.set(kind, count);
    return count;
  }

  edgesAt(nodeId: string): Iterable<string> {
    return this.graph.edgesAt(nodeId);
  }

  put<K extends Kind>(kind: K, key: string, value: Elements[K] | undefined): void {
    const before = this.graph.get(kind, key);
    const count = this.#counts.get(kind);
    if (count !== undefined) this.#counts.set(kind, count + Number(value !== undefined) - Number(before !== undefined));
    this.journal.push({ kind, key, before } as JournalEntry);
    this.graph.put(kind, key, value);
  }
}

function applyOp(graph: RecordingGraph, op: Op): SkipReason | undefined {
  switch (op.op) {
    case 'set_title':
      graph.put('info', INFO_KEY, { title: op.title });
      return undefined;
    case 'create_label':
      createType(graph, 'label', op.label, op);
      return undefined;
    case 'create_edge_type':
      createType(graph, 'edgeType', op.type, op);
      return undefined;
    case 'add_property': {
      const kind = op.on === 'node' ? 'label' : 'edgeType';
      const type = typeNamed(graph, kind, op.of);
      putType(graph, kind, withProperties(type, { [op.key]: op.type }, graph.limits));
      return undefined;
    }
    case 'create_node': {
      const label = typeNamed(graph, 'label', op.label);
      const properties = checkedProperties(label, op.properties, graph.limits);
      if (graph.get('node', op.nodeId) !== undefined) return 'exists';
      checkRoom(graph, 'node', graph.limits.nodes, 'nodes');
      graph.put('node', op.nodeId, { id: op.nodeId, label: label.name, position: op.position, properties });
      return undefined;
    }
    case 'move_node': {
      const node = graph.get('node', op.nodeId);
      if (node === undefined) return 'node_gone';
      graph.put('node', op.nodeId, { ...node, position: op.position });
      return undefined;
    }
    case 'set_property':
      return changeProperties(graph, op, (type, properties) => {
        const [key, value] = checkedProperty(type, op.key, op.value, graph.limits);
        return new Map(properties).set(key, value);
      });
    case 'remove_property':
      return changeProperties(graph, op, (type, properties) => {
        const key = type.properties.get(foldName(op.key))?.name;
        if (key === undefined || !properties.has(key)) return properties;
        const rest = new Map(properties);
        rest.delete(key);
        return rest;
      });
    case 'delete_node':
      if (graph.get('node', op.nodeId) === undefined) return 'node_gone';
      for (const edgeId of [...graph.edgesAt(op.nodeId)]) graph.put('edge', edgeId, undefined);
      graph.put('node', op.nodeId, undefined);
      return undefined;
    case 'create_edge': {
      const type = typeNamed(graph, 'edgeType', op.type);
      const properties = checkedProperties(type, op.properties, graph.limits);
      if (graph.get('edge', op.edgeId) !== undefined) return 'exists';
      const { edgeId: id, source, target } = op;
      if (graph.get('node', source) === undefined || graph.get('node', target) === undefined) return 'end_gone';
      checkRoom(graph, 'edge', graph.limits.edges, 'edges');
      graph.put('edge', id, { id, type: type.name, source, target, properties });
      return undefined;
    }
    case 'delete_edge':
      if (graph.get('edge', op.edgeId) === undefined) return 'edge_gone';
      graph.put('edge', op.edgeId, undefined);
      return undefined;
  }
}

/** Sees to it that there is room for one more. */
function checkRoom(graph: RecordingGraph, kind: Kind, limit: number, words: string): void {
  if (limit < Number.POSITIVE_INFINITY && graph.count(kind) >= limit)
    throw new Refusal('LIMIT_REACHED', `A graph can have at most ${limit} ${words}.`);
}

type TypeKind = 'label' | 'edgeType';

function typeNamed(graph: RecordingGraph, kind: TypeKind, name: string): ElementType {
  const type = graph.get(kind, foldName(name));
  if (type !== undefined) return type;
  throw kind === 'label'
    ? new Refusal('NO_SUCH_LABEL', `There is no label "${name}" in this graph.`)
    : new Refusal('NO_SUCH_EDGE_TYPE', `There is no edge type "${name}" in this graph.`);
}

function putType(graph: RecordingGraph, kind: TypeKind, type: ElementType): void {
  const key = foldName(type.name);
  if (graph.get(kind, key) !== type) graph.put(kind, key, type);
}

/** Creates a label or edge type; one that exists keeps its style and gets the properties it lacks. */
function createType(
  graph: RecordingGraph,
  kind: TypeKind,
  name: string,
  given: { properties: Readonly<Record<string, PropertyType>>; style?: ElementType['style'] | undefined },
): void {
  const key = foldName(name);
  const existing = graph.get(kind, key);
  if (existing === undefined) {
    const [other, otherWords] =
      kind === 'label' ? (['edgeType', 'an edge type'] as const) : (['label', 'a label'] as const);
    const clash = graph.get(other, key);
    if (clash !== undefined) throw new Refusal('NAME_TAKEN', `"${clash.name}" is already ${otherWords} in this graph.`);
    if (kind === 'label') checkRoom(graph, kind, graph.limits.labels, 'labels');
    else checkRoom(graph, kind, graph.limits.edgeTypes, 'edge types');
  }
  const type = existing ?? { name, properties: new Map(), style: given.style ?? {} };
  putType(graph, kind, withProperties(type, given.properties, graph.limits));
}

/** `type` with the properties it lacks; `type` itself when it lacks none. */
function withProperties(
  type: ElementType,
  wanted: Readonly<Record<string, PropertyType>>,
  limits: GraphLimits,
): ElementType {
  const properties = new Map(type.properties);
  for (const [name, wantedType] of Object.entries(wanted)) {
    const existing = properties.get(foldName(name));
    if (existing === undefined) properties.set(foldName(name), { name, type: wantedType });
    else if (existing.type !== wantedType) {
      throw new Refusal('WRONG_TYPE', `"${existing.name}" of ${type.name} is already a ${TYPE_WORDS[existing.type]}.`);
    }
  }
  if (properties.size > type.properties.size && properties.size > limits.propertiesPerType) {
    throw new Refusal('LIMIT_REACHED', `${type.name} can have at most ${limits.propertiesPerType} properties.`);
  }
  return properties.size === type.properties.size ? type : { ...type, properties };
}

function checkedProperty(
  type: ElementType,
  key: string,
  value: PropertyValue,
  limits: GraphLimits,
): [string, PropertyValue] {
  const property = type.properties.get(foldName(key));
  if (property === undefined) throw new Refusal('NO_SUCH_PROPERTY', `${type.name} has no property "${key}".`);
  const problem = valueProblem(property.type, value);
  if (problem !== undefined) throw new Refusal('WRONG_TYPE', `"${property.name}" of ${type.name}: ${problem}`);
  if (typeof value === 'string' && value.length > limits.textLength) {
    throw new Refusal(
      'LIMIT_REACHED',
      `"${property.name}" of ${type.name} can have at most ${limits.textLength} characters.`,
    );
  }
  return [property.name, value];
}

function checkedProperties(
  type: ElementType,
  given: Readonly<Record<string, PropertyValue>>,
  limits: GraphLimits,
): Properties {
  return new Map(Object.entries(given).map(([key, value]) => checkedProperty(type, key, value, limits)));
}

function changeProperties(
  graph: RecordingGraph,
  target: { on: 'node' | 'edge'; id: string },
  change: (type: ElementType, properties: Properties) => Properties,
): SkipReason | undefined {
  if (target.on === 'node') {
    const node = graph.get('node', target.id);
    if (node === undefined) return 'node_gone';
    const properties = change(typeNamed(graph, 'label', node.label), node.properties);
    if (properties !== node.properties) graph.put('node', node.id, { ...node, properties });
    return undefined;
  }
  const edge = graph.get('edge', target.id);
  if (edge === undefined) return 'edge_gone';
  const properties = change(typeNamed(graph, 'edgeType', edge.type), edge.properties);
  if (properties !== edge.properties) graph.put('edge', edge.id, { ...edge, properties });
  return undefined;
}
