/** By what a node or an edge has, what one can filter by. */
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { EditorState } from '../../store/editor-store';
import { hasValue, type Valued, type ValueRule } from '../../store/value-rules';

export interface ValueChoice {
  /** Unique among the choices. */
  readonly key: string;
  readonly rule: ValueRule;
  /** How many in the graph have the value. */
  readonly count: number;
}

type Rows = Pick<EditorState, 'nodes' | 'edges' | 'labels' | 'edgeTypes'>;

/** First to show only what has a value, then to hide it. Values that few share come first, those of this one alone last. */
export function valueChoices(on: 'node' | 'edge', id: NodeId | EdgeId, rows: Rows): ValueChoice[] {
  const all = on === 'node' ? valuedNodes(rows) : valuedEdges(rows);
  const here = all.get(id);
  const type = (on === 'node' ? rows.labels : rows.edgeTypes).get(foldName(here?.of ?? ''));
  if (here === undefined || type === undefined) return [];
  const rules = Array.from(
    type.properties.values(),
    ({ name }): ValueRule => ({ on, of: type.name, key: name, value: here.properties[name], keeps: 'only' }),
  );
  const counts = rules.map(() => 0);
  for (const element of all.values()) {
    rules.forEach((rule, index) => {
      if (hasValue(rule, element)) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  const shows = rules
    .map((rule, index) => ({ key: `only ${rule.key}`, rule, count: counts[index] ?? 0 }))
    .sort((a, b) => Number(a.count === 1) - Number(b.count === 1) || a.count - b.count);
  const hides = shows.map(({ rule, count }) => ({
    key: `others ${rule.key}`,
    rule: { ...rule, keeps: 'others' } as const,
    count,
  }));
  return [...shows, ...hides];
}

function valuedNodes({ nodes }: Rows): ReadonlyMap<string, Valued> {
  return new Map(Array.from(nodes, ([id, { label, properties }]) => [id, { of: label, properties }]));
}

function valuedEdges({ edges }: Rows): ReadonlyMap<string, Valued> {
  return new Map(Array.from(edges, ([id, { type, properties }]) => [id, { of: type, properties }]));
}
