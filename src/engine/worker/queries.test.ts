import { beforeAll, describe, expect, it } from 'vitest';
import { toSnapshot } from '../../shared/graph/snapshot';
import type { QueryOutcome } from '../engine-worker';
import type { QueryParameters } from '../graph-engine';
import { EditedGraph } from '../testing/model';
import { KuzuGraph } from '../testing/node-kuzu';

const database = new KuzuGraph();
const [ann, ben] = ['n_1', 'n_2'];

beforeAll(async () => {
  const model = new EditedGraph();
  model.submit(
    {
      op: 'create_label',
      label: 'Person',
      properties: { name: 'STRING', born: 'DATE', seen: 'TIMESTAMP', age: 'INT64' },
    },
    { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'DATE' } },
    { op: 'create_edge_type', type: 'LIKES', properties: {} },
    {
      op: 'create_node',
      nodeId: ann,
      label: 'Person',
      position: { x: 1, y: 2 },
      properties: { name: 'Ann', born: '1990-02-28', seen: '2026-01-31T09:30:00.000Z', age: 36 },
    },
    { op: 'create_node', nodeId: ben, label: 'Person', position: { x: 3, y: 4 }, properties: {} },
    { op: 'create_edge', edgeId: 'e_1', type: 'KNOWS', source: ann, target: ben, properties: { since: '2020-01-01' } },
  );
  await database.load(toSnapshot(model.graph));
});

async function rows(cypher: string, parameters: QueryParameters = {}): Promise<unknown> {
  const outcome = await database.query(cypher, parameters);
  return outcome.status === 'rows' ? outcome.rows : outcome.reason;
}

async function refusal(cypher: string, parameters: QueryParameters = {}): Promise<QueryOutcome['status'] | string> {
  const outcome = await database.query(cypher, parameters);
  return outcome.status === 'refused' ? outcome.reason : outcome.status;
}

describe('a query', () => {
  it('returns days, instants and numbers as plain JSON, wherever they stand', async () => {
    const cypher = `MATCH (a:Person)-[e:KNOWS]->(:Person)
      RETURN a.born AS born, a.seen AS seen, [a.born] AS days, [a.seen] AS instants, {d: a.born, t: a.seen, n: [1]} AS both,
             map(['k'], [a.born]) AS byKey, e.since AS since, collect(a.age) AS ages, 9007199254740993 AS big,
             CAST('NaN' AS DOUBLE) AS nan, 2.5 AS half, true AS yes, NULL AS nothing`;
    expect(await rows(cypher)).toEqual([
      {
        born: '1990-02-28',
        seen: '2026-01-31T09:30:00.000Z',
        days: ['1990-02-28'],
        instants: ['2026-01-31T09:30:00.000Z'],
        both: { d: '1990-02-28', t: '2026-01-31T09:30:00.000Z', n: [1] },
        byKey: { k: '1990-02-28' },
        since: '2020-01-01',
        ages: [36],
        big: '9007199254740993',
        nan: 'NaN',
        half: 2.5,
        yes: true,
        nothing: null,
      },
    ]);
  });

  it('returns nodes, edges and paths as objects with their properties', async () => {
    const person = { id: ann, _label: 'Person', _x: 1, _y: 2, name: 'Ann', born: '1990-02-28', age: 36 };
    const edge = { id: 'e_1', _label: 'KNOWS', since: '2020-01-01' };
    expect(await rows('MATCH p = (a:Person)-[e:KNOWS]->(b) RETURN a, e, p, nodes(p) AS both')).toMatchObject([
      {
        a: { ...person, seen: '2026-01-31T09:30:00.000Z' },
        e: edge,
        p: { _nodes: [person, { id: ben, name: null }], _rels: [edge] },
        both: [person, { id: ben }],
      },
    ]);
  });

  it('finds an edge type that has no edges yet to be empty', async () => {
    expect(await rows('MATCH ()-[e:LIKES]->() RETURN count(*) AS n')).toEqual([{ n: 0 }]);
    expect(await rows('MATCH (a:Person)-[e:LIKES]->(b:Person) RETURN e.id')).toEqual([]);
  });

  it('may know every built-in column in a graph without labels', async () => {
    const empty = new KuzuGraph();
    await empty.load({ labels: [], edgeTypes: [], nodes: [], edges: [] });
    const outcomes = [
      await empty.query('MATCH (n) RETURN n.id, n._x, n._y, label(n)', {}),
      await empty.query('MATCH (a)-[e]->(b) RETURN e.id, label(e), a.id, b.id', {}),
    ];
    expect(outcomes).toEqual([
      { status: 'rows', rows: [] },
      { status: 'rows', rows: [] },
    ]);
  });

  it.each([
    "CREATE (:Person {id: 'x'})",
    "MATCH (n:Person) SET n.name = 'x'",
    'MATCH (n:Person) DETACH DELETE n',
    'MATCH ()-[e:KNOWS]->() DELETE e',
    "MERGE (:Person {id: 'x'})",
    "UNWIND ['x'] AS id CREATE (:Person {id: id})",
    'CREATE NODE TABLE T (id STRING PRIMARY KEY)',
    'ALTER TABLE Person ADD x STRING',
    'DROP TABLE KNOWS',
    "COPY Person FROM '/load.json'",
    "COPY (MATCH (n:Person) RETURN n.id) TO '/out.csv'",
    'COMMIT',
    "COMMIT; CREATE (:Person {id: 'x'})",
    "RETURN 1; CREATE (:Person {id: 'x'})",
    "/* RETURN */ CREATE (:Person {id: 'x'})",
    "EXPLAIN CREATE (:Person {id: 'x'})",
    "PROFILE CREATE (:Person {id: 'x'})",
    'ROLLBACK',
    'BEGIN TRANSACTION',
    'CHECKPOINT',
    'CALL timeout = 1',
    'CALL /**/ timeout /**/ = 1',
    "EXPORT DATABASE '/out'",
    "ATTACH '/x' AS x (dbtype kuzu)",
    'INSTALL json',
    '',
    '// nothing',
  ])('E4: cannot be: %s', async (cypher) => {
    expect(await refusal(cypher)).toMatch(
      /^(A query can only read|This query would change|Only one|The query is empty|The settings)/,
    );
    expect(await rows('MATCH (n) RETURN count(*) AS n, count(n.name) AS named')).toEqual([{ n: 2, named: 1 }]);
    expect(await rows('MATCH ()-[e]->() RETURN count(*) AS n')).toEqual([{ n: 1 }]);
  });

  it('is told apart from what only looks like another statement', async () => {
    expect(await rows('RETURN \'; CREATE (n)\' AS `$x`, "COMMIT $y" AS text // $z')).toEqual([
      { $x: '; CREATE (n)', text: 'COMMIT $y' },
    ]);
  });

  it('takes parameters of every kind', async () => {
    const parameters = {
      t: "it's 😀\0",
      w: 3,
      d: 2.5,
      b: true,
      n: null,
      l: ['a', 'b'],
      e: [],
      s: [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
      ],
    };
    const cypher =
      'UNWIND $s AS s RETURN $t AS t, $w AS w, $d AS d, $b AS b, $n AS n, $l AS l, size($e) AS e, s.k AS k, s.v AS v';
    const one = { t: "it's 😀\0", w: 3, d: 2.5, b: true, n: null, l: ['a', 'b'] };
    expect(await rows(cypher, parameters)).toMatchObject([
      { ...one, k: 'a', v: 1 },
      { ...one, k: 'b', v: 2 },
    ]);
  });

  it('refuses lists that Kuzu would misread', async () => {
    const mixed: QueryParameters['x'][] = [
      [1, 2.5],
      [2.5, 1],
      ['a', 1],
      [true, 1],
      [[1], [2.5]],
      [{ a: 1 }, { a: 2.5 }],
      [{ a: 1 }, { b: 1 }],
      [{ a: null }, { a: 1 }, { a: 2.5 }],
    ];
    for (const x of mixed) expect(await refusal('RETURN $x AS x', { x })).toMatch('mixes kinds of values');
    for (const x of [
      [1, 2],
      [1.5, 2.5],
      [1.5, 1e300],
      [[1], []],
      [{ a: 1 }, { a: 2 }],
    ]) {
      expect(await refusal('UNWIND $x AS x RETURN x', { x })).toBe('rows');
    }
  });

  it('says which parameter is missing, or too many', async () => {
    expect(await refusal('UNWIND $ids AS id RETURN id')).toMatch('uses the parameter $ids, which was not given');
    expect(await refusal('RETURN 1', { ids: 1 })).toMatch('parameter "ids" was given');
  });

  it('sees new labels, properties and rows though it ran before', async () => {
    const model = new EditedGraph();
    const own = new KuzuGraph();
    model.submit({ op: 'create_label', label: 'A', properties: {} });
    await own.load(toSnapshot(model.graph));
    model.takeChanges();
    const ask = () => own.query('MATCH (n) RETURN n.id AS id ORDER BY id', {});
    expect(await ask()).toEqual({ status: 'rows', rows: [] });
    model.submit({ op: 'create_label', label: 'B', properties: {} });
    model.submit({ op: 'create_node', nodeId: 'n_b', label: 'B', position: { x: 0, y: 0 }, properties: {} });
    await own.apply(model.takeChanges());
    expect(await ask()).toEqual({ status: 'rows', rows: [{ id: 'n_b' }] });
    model.submit({ op: 'create_node', nodeId: 'n_a', label: 'A', position: { x: 0, y: 0 }, properties: {} });
    await own.apply(model.takeChanges());
    expect(await ask()).toEqual({ status: 'rows', rows: [{ id: 'n_a' }, { id: 'n_b' }] });
  });
});
