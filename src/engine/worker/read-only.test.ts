/**
 * E4: whatever a person types reads and nothing else. Every writing statement of Kuzu's documented Cypher, and attempts to
 * smuggle one in: the graph stays as it is, a reason is given, and the database goes on.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { toSnapshot } from '../../shared/graph/snapshot';
import type { QueryParameters } from '../graph-engine';
import { EditedGraph, expectSame } from '../testing/model';
import { KuzuGraph } from '../testing/node-kuzu';

const WRITING = {
  'making nodes and edges': [
    "CREATE (:Person {id: 'x'})",
    "CREATE (n:Person {id: 'x'}) RETURN n",
    "MATCH (a:Person), (b:Person) CREATE (a)-[:KNOWS {id: 'x'}]->(b)",
    "CREATE (:Person {id: 'x'})-[:KNOWS {id: 'y'}]->(:Person {id: 'z'})",
    "MERGE (:Person {id: 'x'})",
    "MERGE (n:Person {id: 'n_1'}) ON MATCH SET n.name = 'x' ON CREATE SET n.name = 'y'",
    "MATCH (a:Person {id: 'n_1'}), (b:Person {id: 'n_2'}) MERGE (b)-[:KNOWS]->(a)",
    "UNWIND ['x', 'y'] AS id CREATE (:Person {id: id})",
    "WITH 'x' AS id CREATE (:Person {id: id})",
    "OPTIONAL MATCH (n:Person) CREATE (:Person {id: 'x'})",
    "LOAD FROM '/load.json' (file_format = 'json') CREATE (:Person {id: 'x'})",
  ],
  'changing and deleting them': [
    "MATCH (n:Person) SET n.name = 'x'",
    "MATCH (n:Person) SET n.name = 'x', n.age = 3 RETURN n.*",
    "MATCH (n:Person) SET n = {name: 'x'}",
    "MATCH (n:Person) SET n += {name: 'x'}",
    'MATCH (n:Person) SET n.name = NULL',
    "MATCH ()-[e:KNOWS]->() SET e.note = 'x'",
    'MATCH (n:Person) REMOVE n.name',
    'MATCH ()-[e:KNOWS]->() DELETE e',
    'MATCH ()-[e]->() DELETE e RETURN e.id',
    'MATCH (n:Person) DELETE n',
    'MATCH (n) DETACH DELETE n',
    "MATCH (n:Person) WITH n LIMIT 1 SET n.name = 'x' RETURN n.name",
  ],
  'the schema': [
    'CREATE NODE TABLE T (id STRING PRIMARY KEY)',
    'CREATE NODE TABLE IF NOT EXISTS Person (id STRING PRIMARY KEY)',
    'CREATE NODE TABLE T (id STRING, PRIMARY KEY (id))',
    'CREATE REL TABLE T (FROM Person TO Person)',
    'CREATE REL TABLE GROUP T (FROM Person TO Person, FROM Person TO Person)',
    'CREATE NODE TABLE T AS MATCH (n:Person) RETURN n.id',
    'CREATE REL TABLE T (FROM Person TO Person) AS MATCH (a:Person)-[:KNOWS]->(b:Person) RETURN a.id, b.id',
    'CREATE SEQUENCE s',
    'CREATE TYPE t AS STRING',
    'CREATE MACRO m(x) AS x + 1',
    'DROP TABLE KNOWS',
    'DROP TABLE IF EXISTS KNOWS',
    'DROP SEQUENCE s',
    'DROP MACRO m',
    'ALTER TABLE Person ADD x STRING',
    "ALTER TABLE Person ADD x STRING DEFAULT 'x'",
    'ALTER TABLE Person DROP name',
    'ALTER TABLE Person RENAME TO Human',
    'ALTER TABLE Person RENAME name TO title',
    'ALTER TABLE KNOWS ADD FROM Person TO Person',
    "COMMENT ON TABLE Person IS 'x'",
    "CALL CREATE_FTS_INDEX('Person', 'i', ['name'])",
    "CALL CREATE_FTS_INDEX('Person', 'i', ['name'], stemmer := 'none')",
    "CALL DROP_FTS_INDEX('Person', 'i')",
    "CALL CREATE_VECTOR_INDEX('Person', 'i', 'name')",
    "CALL DROP_VECTOR_INDEX('Person', 'i')",
    "CALL PROJECT_GRAPH('g', ['Person'], ['KNOWS'])",
    "CALL DROP_PROJECTED_GRAPH('g')",
  ],
  'files and other databases': [
    "COPY Person FROM '/load.json'",
    "COPY Person FROM (UNWIND ['x'] AS id RETURN id)",
    "COPY KNOWS FROM '/load.csv' (from = 'Person', to = 'Person')",
    "COPY (MATCH (n:Person) RETURN n.id) TO '/out.csv'",
    "LOAD FROM '/load.json' RETURN *",
    "LOAD WITH HEADERS (id STRING) FROM '/load.csv' RETURN id",
    "EXPORT DATABASE '/out'",
    "EXPORT DATABASE '/out' (format = 'csv')",
    "IMPORT DATABASE '/out'",
    "ATTACH '/x' AS x (dbtype kuzu)",
    'DETACH x',
    'USE x',
    'INSTALL json',
    'FORCE INSTALL json',
    'UPDATE json',
    'UNINSTALL json',
    'LOAD EXTENSION json',
    'LOAD json',
  ],
  'transactions and settings': [
    'BEGIN TRANSACTION',
    'BEGIN TRANSACTION READ ONLY',
    'COMMIT',
    'ROLLBACK',
    'CHECKPOINT',
    'CALL timeout = 1',
    'CALL threads = 1',
    'CALL progress_bar = true',
    "CALL home_directory = '/'",
    'CALL /**/ timeout /**/ = 1',
    'call\n\ttimeout=1',
  ],
  'what is smuggled in': [
    "RETURN 1; CREATE (:Person {id: 'x'})",
    "RETURN 1;CREATE (:Person {id: 'x'});",
    'RETURN 1;\n\n-- \nMATCH (n) DETACH DELETE n',
    "COMMIT; CREATE (:Person {id: 'x'})",
    "RETURN 1; COMMIT; CREATE (:Person {id: 'x'}); BEGIN TRANSACTION READ ONLY",
    'RETURN 1; ROLLBACK; MATCH (n) DETACH DELETE n',
    "/* RETURN 1 */ CREATE (:Person {id: 'x'})",
    "// RETURN 1\nCREATE (:Person {id: 'x'})",
    "RETURN 1 // \n; CREATE (:Person {id: 'x'})",
    "RETURN 1 /* */; /* */ CREATE (:Person {id: 'x'})",
    "RETURN ';'; CREATE (:Person {id: 'x'})",
    "RETURN '\\''; CREATE (:Person {id: 'x'})",
    'RETURN "\\""; MATCH (n) DETACH DELETE n',
    'RETURN 1 AS `;`; MATCH (n) DETACH DELETE n',
    "EXPLAIN CREATE (:Person {id: 'x'})",
    "PROFILE CREATE (:Person {id: 'x'})",
    'PROFILE MATCH (n) DETACH DELETE n',
    "EXPLAIN LOGICAL CREATE (:Person {id: 'x'})",
    "EXPLAIN RETURN 1; CREATE (:Person {id: 'x'})",
    'PROFILE COMMIT',
    'EXPLAIN ROLLBACK',
    "PROFILE COPY Person FROM '/load.json'",
    'PROFILE CALL timeout = 1',
    'PROFILE CREATE NODE TABLE T (id STRING PRIMARY KEY)',
    "MATCH (n:Person) WITH n CREATE (:Person {id: n.id + 'x'})",
    "MATCH (n:Person) WHERE EXISTS { MATCH (n) SET n.name = 'x' } RETURN n",
    "MATCH (n:Person) WHERE EXISTS { CREATE (:Person {id: 'x'}) } RETURN n",
    'MATCH (n:Person) RETURN COUNT { MATCH (n) DELETE n }',
    "RETURN 1 UNION CREATE (:Person {id: 'x'})",
    "RETURN 1 UNION ALL MATCH (n:Person) SET n.name = 'x' RETURN 1",
    "CALL { CREATE (:Person {id: 'x'}) } RETURN 1",
    "FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
    "MATCH (n:Person) CALL show_tables() CREATE (:Person {id: 'x'})",
    "ＣＲＥＡＴＥ (:Person {id: 'x'})",
    "CR\u0000EATE (:Person {id: 'x'})",
    "\ufeffCREATE (:Person {id: 'x'})",
    "\u200bCREATE (:Person {id: 'x'})",
    "\u00a0CREATE (:Person {id: 'x'})",
    "RETURN 1\u037e CREATE (:Person {id: 'x'})",
    "RETURN 1\u2028; CREATE (:Person {id: 'x'})",
    "RETURN 1\u0000; CREATE (:Person {id: 'x'})",
    "\\u0043REATE (:Person {id: 'x'})",
    "cReAtE (:Person {id: 'x'})",
    "MATCH (n:Person)\tset\tn.name='x'",
    '',
    '   ',
    ';',
    '// nothing',
    '/* nothing */',
  ],
} as const;

const model = new EditedGraph();
const database = new KuzuGraph();

beforeAll(async () => {
  model.submit(
    { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
    { op: 'create_edge_type', type: 'KNOWS', properties: { note: 'STRING' } },
    ...['n_1', 'n_2'].map(
      (nodeId) =>
        ({
          op: 'create_node',
          nodeId,
          label: 'Person',
          position: { x: 1, y: 2 },
          properties: { name: nodeId },
        }) as const,
    ),
    { op: 'create_edge', edgeId: 'e_1', type: 'KNOWS', source: 'n_1', target: 'n_2', properties: { note: 'a' } },
  );
  await database.load(toSnapshot(model.graph));
  model.takeChanges();
});

async function ask(cypher: string, parameters: QueryParameters = {}) {
  const outcome = await database.query(cypher, parameters);
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  return outcome.rows;
}

/** What the catalog has, besides the rows that are compared elsewhere. */
async function catalog(): Promise<unknown> {
  return [
    await ask('CALL show_tables() RETURN name, type, comment ORDER BY name'),
    await ask("CALL table_info('Person') RETURN name, type"),
    await ask("CALL table_info('KNOWS') RETURN name, type"),
    await ask('CALL show_indexes() RETURN *'),
    await ask('CALL show_sequences() RETURN *'),
    await ask('CALL show_attached_databases() RETURN *'),
    await ask('CALL show_projected_graphs() RETURN *'),
    await ask("CALL show_functions() WITH name WHERE lower(name) = 'm' RETURN name"),
  ];
}

describe.each(Object.entries(WRITING))('E4: %s', (_, statements) => {
  it.each(statements.map((statement) => [JSON.stringify(statement), statement] as const))(
    '%s',
    async (_shown, cypher) => {
      const before = await catalog();
      const limits = { rows: 10, stopMs: 10_000 };
      const outcomes = [await database.query(cypher, {}), await database.ask(cypher, {}, limits)];
      // Twice: what was let through once is run without the guard from then on.
      outcomes.push(await database.query(cypher, {}));
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'refused', reason: expect.stringMatching(/\w{3}/u) });
      }
      expect(await catalog()).toEqual(before);
      await expectSame(model.graph, [], ask);
    },
  );
});

it('E4: the database still takes changes, and shows them, after all of that', async () => {
  model.submit({ op: 'create_node', nodeId: 'n_3', label: 'Person', position: { x: 0, y: 0 }, properties: {} });
  model.submit({ op: 'set_property', on: 'node', id: 'n_1', key: 'name', value: 'Ann' });
  model.submit({ op: 'delete_edge', edgeId: 'e_1' });
  expect(await database.apply(model.takeChanges())).toMatchObject({ status: 'applied' });
  await expectSame(model.graph, ['n_x'], ask);
});

it('E4: what only looks like writing may be asked', async () => {
  expect(await ask("RETURN 'CREATE (n); COMMIT' AS `SET`, 1 /* DELETE */ AS one // ; MERGE")).toEqual([
    { SET: 'CREATE (n); COMMIT', one: 1 },
  ]);
  expect(await ask('RETURN $text AS x;', { text: 'DROP TABLE Person' })).toEqual([{ x: 'DROP TABLE Person' }]);
});
