/** What a step did to the graph, in a few words: "move 3 nodes", "deleted “Kyoto”". */
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import type { Change, NetChanges } from '../shared/graph/changes';
import type { GraphEdge, GraphNode } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { captionOf } from '../store/caption';
import type { NodeRow, RowProperties, RowsSlice } from '../store/rows';
import type { SchemaSlice } from '../store/schema';
import type { UndoSlice } from '../store/undo';
import { type Doing, type ElementsDoing, isOfElements, stepDoings } from './step-doings';

/** `plain` for what can be done ("move 3 nodes"), `past` for what was ("moved 3 nodes"). */
export type Tense = 'plain' | 'past';

/** What is known of the graph besides what changed: how its elements are called. */
export type Known = Pick<SchemaSlice, 'labels'> & Pick<RowsSlice, 'nodes'>;

/** Characters of a caption that a few words have room for. */
const LONGEST = 40;

export function stepWords(changes: NetChanges, known: Known, tense: Tense): string {
  const doings = stepDoings(changes);
  const [first, second] = doings;
  if (first === undefined || second !== undefined) {
    return t(`steps:${tense}.many`, { count: doings.reduce((sum, doing) => sum + sizeOf(doing), 0) });
  }
  return doingWords(first, known, tense);
}

/** What undo or redo would do now: "Undo: move 3 nodes"; where there is nothing to take back, what it is called. */
export function turnWords(turn: 'undo' | 'redo', state: Known & UndoSlice): string {
  const changes = turn === 'undo' ? state.nextUndo : state.nextRedo;
  if (changes === undefined) return t(`commands:${turn}`);
  return t(`steps:${turn}`, { what: stepWords(changes, state, 'plain') });
}

/** "3 nodes and 2 edges". */
export function countWords(nodes: number, edges: number): string {
  const [nodeWords, edgeWords] = [t('steps:nodes', { count: nodes }), t('steps:edges', { count: edges })];
  if (nodes === 0) return edgeWords;
  return edges === 0 ? nodeWords : t('steps:both', { nodes: nodeWords, edges: edgeWords });
}

/** A node in a sentence: “Kyoto”, or what it is where it has no caption. */
export function nodeWords(label: string, properties: RowProperties, labels: SchemaSlice['labels']): string {
  const caption = captionOf(labels.get(foldName(label)), properties);
  return caption === undefined
    ? t('steps:unnamed', { label: isolated(label) })
    : t('steps:named', { caption: isolated(shortened(caption)) });
}

function sizeOf(doing: Doing): number {
  return isOfElements(doing) ? doing.nodes.length + doing.edges.length : 1;
}

function doingWords(doing: Doing, known: Known, tense: Tense): string {
  if (doing.kind === 'deleteType') {
    const what = t(doing.on === 'node' ? 'steps:theLabel' : 'steps:theEdgeType', { name: isolated(doing.name) });
    return t(`steps:${tense}.delete`, { what });
  }
  if (doing.kind === 'saveView' || doing.kind === 'deleteView') {
    return t(`steps:${tense}.${doing.kind}`, { name: isolated(doing.name) });
  }
  if (!isOfElements(doing)) return t(`steps:${tense}.${doing.kind}`);
  const { kind, nodes, edges } = doing;
  const what = thingWords(nodes, edges, known);
  if (kind === 'add') return connectionWords(doing, known, tense) ?? t(`steps:${tense}.add`, { what });
  const property = kind === 'change' ? onlyProperty([...nodes, ...edges]) : undefined;
  if (property !== undefined) return t(`steps:${tense}.changeProperty`, { property: isolated(property), what });
  // Edges have a type where nodes have a label.
  return t(`steps:${tense}.${kind === 'relabel' && nodes.length === 0 ? 'retype' : kind}`, { what });
}

/** One by its name, several by how many there are. */
function thingWords(nodes: readonly Change<GraphNode>[], edges: readonly Change<GraphEdge>[], known: Known): string {
  const [node, edge] = [lastOf(nodes[0]), lastOf(edges[0])];
  if (nodes.length + edges.length > 1) return countWords(nodes.length, edges.length);
  if (node !== undefined) return nodeWords(node.label, Object.fromEntries(node.properties), known.labels);
  return t('steps:anEdge', { type: isolated(edge?.type ?? '') });
}

/** Of one edge that was drawn and nothing else: what it connects, where both are known. */
function connectionWords({ nodes, edges }: ElementsDoing, known: Known, tense: Tense): string | undefined {
  const edge = lastOf(edges[0]);
  if (nodes.length > 0 || edges.length !== 1 || edge === undefined) return undefined;
  const [source, target] = [known.nodes.get(edge.source), known.nodes.get(edge.target)];
  if (source === undefined || target === undefined) return undefined;
  const words = ({ label, properties }: NodeRow) => nodeWords(label, properties, known.labels);
  return t(`steps:${tense}.connect`, { source: words(source), target: words(target) });
}

/** The property that all of these changes are about, if it is one. */
function onlyProperty(changes: readonly Change<GraphNode | GraphEdge>[]): string | undefined {
  const names = new Set<string>();
  for (const { before, after } of changes) {
    if (before === undefined || after === undefined) return undefined;
    for (const [name, value] of before.properties) if (after.properties.get(name) !== value) names.add(name);
    for (const name of after.properties.keys()) if (!before.properties.has(name)) names.add(name);
    if (names.size > 1) return undefined;
  }
  const [name] = names;
  return name;
}

function lastOf<T>(change: Change<T> | undefined): T | undefined {
  return change?.after ?? change?.before;
}

function shortened(caption: string): string {
  const characters = Array.from(caption);
  return characters.length <= LONGEST ? caption : `${characters.slice(0, LONGEST).join('')}…`;
}
