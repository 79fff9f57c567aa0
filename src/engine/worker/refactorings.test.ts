/** Changes that people make to a graph by query, on the World sample: what comes back makes the same graph. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { applyPatch } from '../../shared/graph/apply-patch';
import { canonicalGraph } from '../../shared/graph/canonical';
import { Graph } from '../../shared/graph/graph';
import { type Op, opsSchema } from '../../shared/graph/ops';
import { opsBetween } from '../../shared/graph/ops-between';
import { fromSnapshot, toSnapshot } from '../../shared/graph/snapshot';
import { KuzuGraph } from '../testing/node-kuzu';

const file = fileURLToPath(new URL('../../../server/samples/data/world.json', import.meta.url));
const { patches } = z.object({ patches: z.array(opsSchema) }).parse(JSON.parse(readFileSync(file, 'utf8')));

/** What the editor prepares for some of them: labels, edge types and properties that the query fills. */
const PREPARED: readonly Op[] = [
  { op: 'create_label', label: 'Capital', properties: { name: 'STRING' }, style: { caption: 'name' } },
  { op: 'create_label', label: 'Size', properties: { name: 'STRING' } },
  { op: 'create_edge_type', type: 'HAS_CAPITAL', properties: {} },
  { op: 'create_edge_type', type: 'OF_SIZE', properties: {} },
  { op: 'create_edge_type', type: 'SHARES_LANGUAGE', properties: { languages: 'INT64' } },
  { op: 'create_edge_type', type: 'TRADES_WITH', properties: { since: 'DATE', note: 'STRING' } },
  { op: 'add_property', on: 'node', of: 'Country', key: 'neighbours', type: 'INT64' },
  { op: 'add_property', on: 'node', of: 'Country', key: 'density class', type: 'STRING' },
];

function world(): Graph {
  const graph = new Graph();
  for (const ops of [...patches, PREPARED]) expect(applyPatch(graph, ops).status).toBe('applied');
  return graph;
}

/** What it does in words, the query, and the kinds of ops it comes to. */
const REFACTORINGS: readonly (readonly [string, string, readonly Op['op'][]])[] = [
  [
    'a property becomes nodes',
    "MATCH (c:Country) WHERE c.capital IS NOT NULL AND c.capital <> '' MERGE (k:Capital {name: c.capital})",
    ['create_node'],
  ],
  [
    'a property becomes nodes with edges',
    "MATCH (c:Country) WHERE c.capital <> '' CREATE (c)-[:HAS_CAPITAL]->(:Capital {name: c.capital})",
    ['create_edge', 'create_node'],
  ],
  [
    'a property is cleared where its work is done',
    'MATCH (c:Country) WHERE c.landlocked SET c.capital = NULL',
    ['remove_property'],
  ],
  [
    'bulk set of a computed value',
    'MATCH (c:Country)-[:BORDERS]-(other:Country) WITH c, count(DISTINCT other) AS n SET c.neighbours = n',
    ['set_property'],
  ],
  [
    'bulk set by case',
    "MATCH (c:Country) SET c.`density class` = CASE WHEN c.area > 1000000 THEN 'vast' WHEN c.area > 10000 THEN 'middling' ELSE 'small' END",
    ['set_property'],
  ],
  ['values are rewritten', 'MATCH (l:Language) SET l.name = upper(l.name)', ['set_property']],
  [
    'values are trimmed and joined',
    "MATCH (c:Country) WHERE c.landlocked SET c.officialName = concat(c.name, ' (', c.code, ')')",
    ['set_property'],
  ],
  ['numbers are rounded', 'MATCH (c:Country) SET c.latitude = round(c.latitude, 0)', ['set_property']],
  ['a yes/no is turned round', 'MATCH (c:Country) SET c.landlocked = NOT c.landlocked', ['set_property']],
  [
    'edges are turned round',
    'MATCH (a:Country)-[e:BORDERS]->(b:Country) WHERE a.name < b.name DELETE e CREATE (b)-[:BORDERS]->(a)',
    ['create_edge', 'delete_edge'],
  ],
  [
    'doubled edges are taken out',
    'MATCH (a:Country)-[e:BORDERS]->(b:Country) WHERE a.name > b.name DELETE e',
    ['delete_edge'],
  ],
  [
    'one hop instead of two',
    'MATCH (a:Country)-[:SPEAKS]->(l:Language)<-[:SPEAKS]-(b:Country) WHERE a.name < b.name WITH a, b, count(*) AS n WHERE n > 1 CREATE (a)-[:SHARES_LANGUAGE {languages: n}]->(b)',
    ['create_edge'],
  ],
  ['classes as nodes', "UNWIND ['small', 'middling', 'vast'] AS name CREATE (:Size {name: name})", ['create_node']],
  [
    'classes as nodes, with edges to them',
    "CREATE (s:Size {name: 'landlocked'}) WITH s MATCH (c:Country) WHERE c.landlocked CREATE (c)-[:OF_SIZE]->(s)",
    ['create_edge', 'create_node'],
  ],
  [
    'edges with properties',
    "MATCH (a:Country {name: 'Japan'}) MATCH (b:Country) WHERE b.name IN ['France', 'Germany', 'India'] CREATE (a)-[:TRADES_WITH {since: date('1990-01-01'), note: b.name}]->(b)",
    ['create_edge'],
  ],
  ['what is not used goes', 'MATCH (l:Language) WHERE NOT EXISTS { MATCH (l)<-[:SPEAKS]-(:Country)} DELETE l', []],
  ['a region goes with its edges', "MATCH (r:Region {name: 'Antarctic'}) DETACH DELETE r", ['delete_node']],
  ['many nodes go with their edges', 'MATCH (c:Country) WHERE NOT c.independent DETACH DELETE c', ['delete_node']],
  [
    'nodes are laid out by their values',
    'MATCH (c:Country) SET c._x = c.longitude * 20, c._y = c.latitude * -20',
    ['move_node'],
  ],
  [
    'a duplicate is merged into the first',
    "MATCH (a:Country {name: 'Germany'}) MATCH (b:Country {name: 'Austria'})-[e:SPEAKS]->(l:Language) MERGE (a)-[:SPEAKS]->(l) DELETE e",
    ['create_edge', 'delete_edge'],
  ],
];

test.each(REFACTORINGS)('%s', async (_what, cypher, kinds) => {
  const graph = world();
  const outcome = await new KuzuGraph().fork(toSnapshot(graph), cypher, {});
  if (outcome.status === 'refused') expect.fail(outcome.reason);
  const ops = opsBetween(graph, fromSnapshot(outcome.after));
  expect([...new Set(ops.map(({ op }) => op))].toSorted()).toEqual(kinds);
  if (ops.length > 0) expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  // Two such graphs would fill pages.
  expect(canonicalGraph(graph) === canonicalGraph(outcome.after)).toBe(true);
});
