/** What an algorithm is run on, as its worker is asked. */
import { TRAITS } from '../../algorithms/algorithms';
import type { Task } from '../../algorithms/messages';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { EditorState } from '../../store/editor-store';
import type { MeasureSetting } from '../../store/measure';
import { shownRows } from '../../store/neighbourhood';
import type { EdgeRow } from '../../store/rows';

export type Measurable = Pick<EditorState, 'nodes' | 'edges' | 'edgeTypes' | 'viewFilter'>;

export interface Gathered {
  readonly task: Task;
  /** The task's nodes, by their numbers: in the order of their ids, so that what is found does not depend on any other. */
  readonly ids: readonly NodeId[];
  /** Edges without a number above 0 to count by. */
  readonly leftOut: number;
}

export function gather(setting: MeasureSetting, state: Measurable): Gathered {
  const { nodes, edges } = partOf(setting, state);
  const ids = [...nodes].sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const weightOf = weigher(setting, state);
  const [sources, targets, weights]: [number[], number[], number[]] = [[], [], []];
  let leftOut = 0;
  for (const edge of edges) {
    const [source, target] = [numbers.get(edge.source), numbers.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    if (setting.edgeTypes?.has(foldName(edge.type)) === false) continue;
    const weight = weightOf(edge);
    if (weight === undefined) {
      leftOut += 1;
      continue;
    }
    sources.push(source);
    targets.push(target);
    weights.push(weight);
  }
  const { algorithm, directed } = setting;
  const task: Task = {
    algorithm,
    nodes: ids.length,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    weights: isWeighted(setting) ? Float64Array.from(weights) : undefined,
    directed,
  };
  return { task, ids, leftOut };
}

function isWeighted({ algorithm, weight }: MeasureSetting): boolean {
  return weight !== undefined && TRAITS[algorithm].takesWeights;
}

/** Values are whole numbers: the property that keeps them is one of these. */
export function isWhole(setting: MeasureSetting): boolean {
  return TRAITS[setting.algorithm].whole && !isWeighted(setting);
}

function partOf({ scope, selected }: MeasureSetting, state: Measurable) {
  const { nodes, edges } = state;
  if (scope === 'shown') {
    const shown = shownRows(state);
    return { nodes: shown.nodes.map(({ id }) => id), edges: shown.edges };
  }
  const ids = scope === 'all' ? nodes.keys() : [...selected].filter((id) => nodes.has(id));
  return { nodes: ids, edges: edges.values() };
}

/** How much an edge counts; undefined where that is no number above 0. */
function weigher(setting: MeasureSetting, { edgeTypes }: Measurable): (edge: EdgeRow) => number | undefined {
  const { weight } = setting;
  if (weight === undefined || !isWeighted(setting)) return () => 1;
  /** The property as each type spells it. */
  const names = new Map(
    Array.from(edgeTypes.values(), (type) => [type.name, type.properties.get(foldName(weight))?.name]),
  );
  return ({ type, properties }) => {
    const name = names.get(type);
    const value = name === undefined ? undefined : properties[name];
    return typeof value === 'number' && value > 0 ? value : undefined;
  };
}
