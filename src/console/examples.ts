/** Queries for the graph that is open, made from its labels, edge types and what they join. */
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { captionKey } from '../store/caption';
import type { EditorState } from '../store/editor-store';
import type { EdgeRow, NodeRow } from '../store/rows';
import { written } from './complete';
import { edgePattern, edgesQuery, nodesQuery } from './type-queries';

export interface Example {
  readonly title: string;
  readonly query: string;
}

type Graph = Pick<EditorState, 'labels' | 'edgeTypes' | 'nodes' | 'edges' | 'counts'>;

/** Examples that run as they are; none where there is nothing to ask. */
export function examplesFor(graph: Graph): Example[] {
  const label = mostUsed(graph.labels, graph);
  if (label === undefined) return [];
  return [
    countOf(label),
    listOf(label),
    ...joined(graph),
    mostEdges(label),
    ...shortest(graph),
    alone(),
    profiled(label),
  ];
}

function mostUsed(types: EditorState['labels'], { counts }: Graph): ElementType | undefined {
  return [...types.values()].sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0))[0];
}

/** What a node is called by, in a query. */
function caption(variable: string, type: ElementType | undefined): string {
  const property = captionKey(type);
  return property === undefined ? `${variable}.id` : `${variable}.${written(property)}`;
}

function countOf({ name }: ElementType): Example {
  return {
    title: t('console:example.count', { label: isolated(name) }),
    query: `MATCH (n:${written(name)})\nRETURN count(*) AS count`,
  };
}

function listOf(type: ElementType): Example {
  return { title: t('console:example.list', { label: isolated(type.name) }), query: nodesQuery(type) };
}

/** Of the edge type with most edges: who is joined to whom. */
function joined(graph: Graph): Example[] {
  const type = mostUsed(graph.edgeTypes, graph);
  const edge = type && [...graph.edges.values()].find((each) => each.type === type.name);
  if (type === undefined || edge === undefined) return [];
  const [source, target] = ends(edge, graph).map((node) => node && graph.labels.get(foldName(node.label)));
  if (source === undefined || target === undefined) return [];
  return [
    {
      title: t('console:example.joined', { type: isolated(type.name) }),
      query: edgesQuery(type.name, source.name, target.name),
    },
    {
      title: t('console:example.counted', { type: isolated(type.name) }),
      query: `MATCH ${edgePattern(type.name, source.name, target.name)}\nRETURN ${caption('b', target)} AS name, count(*) AS count\nORDER BY count DESC\nLIMIT 10`,
    },
  ];
}

function ends(edge: EdgeRow, { nodes }: Graph): (NodeRow | undefined)[] {
  return [nodes.get(edge.source), nodes.get(edge.target)];
}

function mostEdges(type: ElementType): Example {
  return {
    title: t('console:example.mostEdges', { label: isolated(type.name) }),
    query: `MATCH (n:${written(type.name)})-[e]-()\nRETURN n, count(e) AS edges\nORDER BY edges DESC\nLIMIT 10`,
  };
}

/** Between two nodes of one kind that have edges, found by their ids. */
function shortest(graph: Graph): Example[] {
  const sources = [...new Set([...graph.edges.values()].map(({ source }) => source))];
  const [from, to] = [graph.nodes.get(sources[0] ?? ''), graph.nodes.get(sources.at(-1) ?? '')];
  if (from === undefined || to === undefined || from === to) return [];
  const [one, other] = [from, to].map(({ id, label }) => `:${written(label)} {id: '${id}'}`);
  return [
    {
      title: t('console:example.shortest'),
      query: `MATCH p = (a${one})-[* SHORTEST 1..10]-(b${other})\nRETURN p, length(p) AS steps`,
    },
  ];
}

function alone(): Example {
  return {
    title: t('console:example.alone'),
    query: 'MATCH (n)\nWHERE NOT EXISTS { MATCH (n)--() }\nRETURN n, label(n) AS label',
  };
}

function profiled({ name }: ElementType): Example {
  return {
    title: t('console:example.explain'),
    query: `EXPLAIN MATCH (n:${written(name)})-[e]->(m)\nRETURN label(m), count(*)`,
  };
}
