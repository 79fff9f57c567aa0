/** Views to begin with, made from the labels and edge types of the graph that is open. */
import { written } from '../console/complete';
import { edgePattern } from '../console/type-queries';
import { t } from '../i18n/i18n';
import { foldName } from '../shared/graph/names';
import { newViewId } from '../shared/graph/new-ids';
import type { SavedView } from '../shared/graph/saved-views';
import { captionKey } from '../store/caption';
import type { EditorState } from '../store/editor-store';

type Graph = Pick<EditorState, 'labels' | 'edgeTypes' | 'nodes' | 'edges' | 'counts'>;
export type Suggestion = Omit<SavedView, 'id'>;

/** Views that come to something as they are; none where there is nothing to look at. */
export function suggestedViews(graph: Graph): Suggestion[] {
  if (graph.labels.size === 0) return [];
  return [howMany(), ...perTarget(graph), ...onlyEdges(graph), withoutEdges(), ...unnamed(graph)];
}

export function asView(suggestion: Suggestion): SavedView {
  return { ...suggestion, id: newViewId() };
}

function howMany(): Suggestion {
  return {
    name: t('views:suggested.howMany'),
    query: 'MATCH (n)\nRETURN label(n) AS label, count(*) AS nodes\nORDER BY nodes DESC',
    shows: 'table',
  };
}

function withoutEdges(): Suggestion {
  return {
    name: t('views:suggested.withoutEdges'),
    query: 'MATCH (n)\nWHERE NOT EXISTS { MATCH (n)--() }\nRETURN count(*) AS nodes',
    shows: 'number',
    condition: { is: 'equal', than: 0 },
  };
}

/** Of the label with most nodes: those that nobody could call by a name. */
function unnamed({ labels, counts }: Graph): Suggestion[] {
  const [label] = [...labels.values()].sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0));
  const key = captionKey(label);
  if (label === undefined || key === undefined) return [];
  const isText = label.properties.get(foldName(key))?.type === 'STRING';
  const property = `n.${written(key)}`;
  return [
    {
      name: t('views:suggested.unnamed', { label: label.name, property: key }),
      query: `MATCH (n:${written(label.name)})\nWHERE ${property} IS NULL${isText ? ` OR ${property} = ''` : ''}\nRETURN count(*) AS nodes`,
      shows: 'number',
      condition: { is: 'equal', than: 0 },
    },
  ];
}

/** Where edges of a type lead to few from many: how many to each. */
function perTarget(graph: Graph): Suggestion[] {
  const targets = new Map<
    string,
    { count: number; readonly to: Set<string>; readonly source: string; readonly target: string }
  >();
  for (const { type, source, target } of graph.edges.values()) {
    const found = targets.get(type);
    if (found !== undefined) {
      found.count += 1;
      found.to.add(target);
      continue;
    }
    const [from, to] = [graph.nodes.get(source)?.label, graph.nodes.get(target)?.label];
    if (from !== undefined && to !== undefined)
      targets.set(type, { count: 1, to: new Set([target]), source: from, target: to });
  }
  const gathering = ([, { count, to }]: [string, { count: number; to: Set<string> }]) => count / to.size;
  const [best] = [...targets].sort((a, b) => gathering(b) - gathering(a));
  if (best === undefined) return [];
  const [type, { source, target }] = best;
  const key = captionKey(graph.labels.get(foldName(target)));
  const to = key === undefined ? 'b.id' : `b.${written(key)}`;
  return [
    {
      name: t('views:suggested.perTarget', { source: source, target: target }),
      query: `MATCH ${edgePattern(type, source, target)}\nRETURN ${to} AS ${written(target)}, count(*) AS count\nORDER BY count DESC`,
      shows: 'table',
    },
  ];
}

/** The edge type with most edges, alone. */
function onlyEdges({ edgeTypes, counts }: Graph): Suggestion[] {
  const [type] = [...edgeTypes.values()].sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0));
  if (type === undefined || (counts.get(type.name) ?? 0) === 0) return [];
  return [
    {
      name: t('views:suggested.onlyEdges', { type: type.name }),
      query: `MATCH ${edgePattern(type.name)}\nRETURN a, e, b`,
      shows: 'filter',
    },
  ];
}
