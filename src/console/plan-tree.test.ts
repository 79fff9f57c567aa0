import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpacked } from '../engine/packed-answer';
import { EditedGraph } from '../engine/testing/model';
import { KuzuGraph } from '../engine/testing/node-kuzu';
import type { Op } from '../shared/graph/ops';
import { toSnapshot } from '../shared/graph/snapshot';
import { planText } from './answer-text';
import { type PlanStep, planTree } from './plan-tree';

const at = { x: 0, y: 0 };
const TOWN: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' } },
  { op: 'create_label', label: 'お店 二号', properties: { 年齢: 'INT64' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'INT64' } },
  { op: 'create_edge_type', type: 'LIVES IN', properties: {} },
  { op: 'create_node', nodeId: 'n_1', label: 'Person', position: at, properties: { name: 'Ann' } },
  { op: 'create_node', nodeId: 'n_2', label: 'Person', position: at, properties: { name: 'Bo' } },
  { op: 'create_node', nodeId: 'n_3', label: 'City', position: at, properties: { name: 'Rome' } },
  { op: 'create_node', nodeId: 'n_4', label: 'お店 二号', position: at, properties: {} },
  { op: 'create_edge', edgeId: 'e_1', type: 'KNOWS', source: 'n_1', target: 'n_2', properties: {} },
  { op: 'create_edge', edgeId: 'e_2', type: 'LIVES IN', source: 'n_1', target: 'n_3', properties: {} },
  { op: 'create_edge', edgeId: 'e_3', type: 'LIVES IN', source: 'n_1', target: 'n_4', properties: {} },
];

const database = new KuzuGraph();
beforeAll(async () => {
  const model = new EditedGraph();
  for (const op of TOWN) model.submit(op);
  await database.load(toSnapshot(model.graph));
});

/** What the real database draws. */
async function drawn(query: string): Promise<string> {
  const outcome = await database.ask(query, {}, { rows: 10, stopMs: 10_000 });
  if (outcome.status !== 'answer') throw new Error(`${query}: ${JSON.stringify(outcome)}`);
  return planText(unpacked(outcome.answer));
}

/** The plan of a query of which one is certain to be understood. */
async function treeOf(query: string): Promise<PlanStep> {
  const text = await drawn(query);
  const tree = planTree(text);
  if (tree === undefined) throw new Error(`not understood:\n${text}`);
  return tree;
}

const called = ({ operator, number }: PlanStep) => (number === undefined ? operator : `${operator}[${number}]`);
const stepsOf = (step: PlanStep): PlanStep[] => [step, ...step.inputs.flatMap(stepsOf)];

/** The shape of a tree: a step, and in brackets what it takes its rows from. */
function shape(step: PlanStep): string {
  const inputs = step.inputs.map(shape).join(', ');
  return inputs === '' ? step.operator : `${step.operator}(${inputs})`;
}

/** The details of the first step of this kind. */
function detailsOf(tree: PlanStep, operator: string): Record<string, readonly string[]> {
  const found = stepsOf(tree).find((step) => step.operator === operator);
  return Object.fromEntries((found?.details ?? []).map(({ name = '', values }) => [name, values]));
}

/** The operators that stand in the boxes of a drawing, wherever they stand. */
function operatorsIn(text: string): Set<string> {
  const cells = text.split(/[│\n]/u).map((cell) => cell.trim());
  return new Set(cells.filter((cell) => /^[A-Z_]+\[\d+\]$/u.test(cell)));
}

/**
 * Every operator of the drawing is there once. And each hangs on the right one, as the numbers tell, which have nothing to
 * do with where a box is drawn: a step is numbered right after all that is under it. (One side of a join may wait for the
 * other before its `HASH_JOIN_BUILD` is numbered; all of the join is numbered together nevertheless.)
 */
function expectWhole(text: string): void {
  const tree = planTree(text);
  if (tree === undefined) throw new Error(`not understood:\n${text}`);
  const steps = stepsOf(tree);
  expect(steps.map(called).toSorted()).toEqual([...operatorsIn(text)].toSorted());
  for (const step of steps) {
    const numbers = stepsOf(step).map(({ number }) => Number(number));
    const last = Number(step.number);
    expect(Math.max(...numbers), called(step)).toBe(last);
    if (step.operator === 'HASH_JOIN_BUILD') continue;
    expect(Math.min(...numbers), called(step)).toBe(last - numbers.length + 1);
  }
}

const QUERIES = [
  'MATCH (n) RETURN n',
  'RETURN 1',
  'UNWIND [1, 2, 3] AS x RETURN x, x + 1 AS y',
  "MATCH (n:Person {id: 'n_1'}) RETURN n",
  'MATCH (n:Person)-[e]->(m) RETURN label(m), count(*)',
  'MATCH (n:Person) WITH DISTINCT n.age AS a RETURN a, count(*) SKIP 2 LIMIT 4',
  'MATCH (a:Person)-[:KNOWS]->(b:Person)-[:`LIVES IN`]->(c), (a)-[:`LIVES IN`]->(c) WHERE a.name < b.name RETURN a.name, c ORDER BY a.name LIMIT 3',
  'MATCH (n:Person) RETURN n.name AS x UNION ALL MATCH (c:City) RETURN c.name AS x UNION ALL MATCH (d:City) RETURN d.id AS x',
  'MATCH (n:Person) RETURN n.name AS x UNION MATCH (c:City) RETURN c.name AS x',
  'MATCH (a:Person)-[e*1..3]->(b) RETURN count(*)',
  'MATCH p = (a:Person)-[e* SHORTEST 1..3]->(b) RETURN p',
  'MATCH (a:Person) OPTIONAL MATCH (a)-[e:KNOWS]->(b) RETURN a, b',
  'MATCH (a:Person) WHERE EXISTS { MATCH (a)-[:KNOWS]->(b) } AND NOT EXISTS { MATCH (a)-[:`LIVES IN`]->(:City) } RETURN a',
  'MATCH (a:Person) RETURN a.name, COUNT { MATCH (a)-[:KNOWS]->() } AS n',
  'MATCH (n:Person), (m:City), (k:Person) RETURN n.name, m.name, k.age',
  'MATCH (a)-[e]-(b)-[f]-(c) WHERE (a)-[:KNOWS]-(c) RETURN *',
  'MATCH (a:Person)-[:KNOWS]->(b:Person), (c:Person)-[:KNOWS]->(d:Person), (x:City), (y:City) OPTIONAL MATCH (a)-[:`LIVES IN`]->(x) RETURN a.name, b.name, c.name, d.name',
  'MATCH (n:`お店 二号`) WHERE n.`年齢` > 3 RETURN n, n.`年齢` AS `年 😀 é`',
  "MATCH (n:Person) WHERE n.name IN ['a', 'b,c', 'd(e'] OR n.name = concat('├', '日本', n.name) RETURN n",
  'CALL show_tables() RETURN *',
];

describe('the plan of a query is a tree with every operator once, each under the right one', () => {
  test.each(QUERIES)('%s', async (query) => {
    expectWhole(await drawn(`EXPLAIN ${query}`));
    expectWhole(await drawn(`PROFILE ${query}`));
  });

  const part = fc.constantFrom(
    'MATCH (a:Person)',
    'MATCH (a)-[:KNOWS]->(b)',
    'MATCH (b:Person), (c:City)',
    'MATCH (c)<-[:`LIVES IN`]-(d)-[:KNOWS*1..2]->(a)',
    'MATCH (e:`お店 二号`), (f:City)',
    'OPTIONAL MATCH (a)-[:`LIVES IN`]->(c)',
    'OPTIONAL MATCH (d)-[g]->(a)',
    'MATCH (a) WHERE EXISTS { MATCH (a)-[:KNOWS]->(:Person)-[:`LIVES IN`]->(:City) }',
    'WITH * LIMIT 3',
    "UNWIND ['x', 'y'] AS each",
  );
  const single = fc
    .uniqueArray(part, { minLength: 1, maxLength: 5 })
    .map((parts) => `MATCH (z:City) ${parts.join(' ')}`);
  const many = fc.array(single, { minLength: 1, maxLength: 3 });

  test('whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(many, async (singles) => {
        expectWhole(await drawn(`EXPLAIN ${singles.map((each) => `${each} RETURN z.name`).join(' UNION ALL ')}`));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a tree', () => {
  test('has the last step at the top, and a join over what it joins', async () => {
    const tree = await treeOf('EXPLAIN MATCH (n:Person), (m:City), (k:Person) RETURN n.name, m.name, k.age');
    const [scan, other] = ['SCAN_NODE_TABLE', 'RESULT_COLLECTOR(SCAN_NODE_TABLE)'];
    expect(shape(tree)).toBe(`RESULT_COLLECTOR(PROJECTION(CROSS_PRODUCT(CROSS_PRODUCT(${scan}, ${other}), ${other})))`);
  });

  test('has what the database says of each step, by its name, whatever people’s names are', async () => {
    const tree = await treeOf(
      'EXPLAIN MATCH (n:`お店 二号`)<-[e]-(p:Person) WHERE n.`年齢` > 3 RETURN n.`年齢` AS `年 😀 é`, p.name',
    );
    expect(detailsOf(tree, 'RESULT_COLLECTOR')).toEqual({ Expressions: ['年 😀 é', 'p.name'] });
    const labels = stepsOf(tree).flatMap(({ details }) => details.filter(({ name }) => name === 'Tables'));
    expect(labels).toContainEqual({ name: 'Tables', values: ['お店 二号'] });
    const filter = await treeOf('EXPLAIN MATCH (p:Person) WHERE p.age > 3 RETURN p.name');
    expect(stepsOf(filter).find(({ operator }) => operator === 'FILTER')?.details).toEqual([
      { name: undefined, values: [expect.stringContaining('GREATER_THAN(p.age')] },
    ]);
  });

  test('has figures of a query that was run, and what the database expects of one that was not', async () => {
    const profiled = await treeOf('PROFILE MATCH (p:Person) RETURN p.name');
    const scan = stepsOf(profiled).find(({ operator }) => operator === 'SCAN_NODE_TABLE');
    expect(scan).toMatchObject({ rows: 2, milliseconds: expect.any(Number), estimate: undefined });
    const explained = await treeOf('EXPLAIN MATCH (p:Person) RETURN p.name');
    expect(stepsOf(explained).flatMap(({ rows, milliseconds }) => rows ?? milliseconds ?? [])).toEqual([]);
    const logical = await treeOf('EXPLAIN LOGICAL MATCH (p:Person), (c:City) RETURN p.name, c.name');
    expect(shape(logical)).toBe('PROJECTION(CROSS_PRODUCT(SCAN_NODE_TABLE, SCAN_NODE_TABLE))');
    expect(logical.estimate).toBe(2);
  });
});

describe('nothing is made of what is not certain', () => {
  test.each([
    ['a line break in a name', 'EXPLAIN MATCH (n:Person) RETURN n.name AS `a\nb`'],
    ['a line of boxes in a name', 'EXPLAIN MATCH (n:Person) RETURN n.name AS `a─b`'],
    ['a box in a name', 'EXPLAIN MATCH (n:Person) RETURN n.name AS `┌─┐│x│└─┘`'],
    ['a rule in a name', `EXPLAIN MATCH (n:Person) RETURN [n.name] AS x, n.name AS \`${'-'.repeat(40)}\``],
  ])('%s', async (_what, query) => {
    expect(planTree(await drawn(query))).toBeUndefined();
  });

  test('any text that is not a plan, or not all of one', async () => {
    for (const text of ['', 'Physical Plan', '┌┐', '┌─┐\n└─┘']) expect(planTree(text)).toBeUndefined();
    const text = await drawn('EXPLAIN MATCH (n:Person), (m:City) RETURN n.name, m.name');
    const lines = text.split('\n');
    for (const index of lines.keys()) {
      const without = lines.toSpliced(index, 1).join('\n');
      // Of empty lines within a box, and behind the last, one more or less makes no difference.
      const isEmpty = lines[index] === '' || lines[index]?.split('│').every((cell) => /^ *$/u.test(cell)) === true;
      if (!isEmpty && planTree(without) !== undefined) expect(operatorsIn(without)).toEqual(operatorsIn(text));
    }
    const cut = text.slice(0, text.lastIndexOf('└'));
    expect(planTree(cut)).toBeUndefined();
    expect(planTree(text.replaceAll('┴', '─'))).toBeUndefined();
    expect(planTree(text.replace('┬', '─'))).toBeUndefined();
    expect(planTree(text.replace('CROSS_PRODUCT', 'CROSS_PRODUCTS'))).toBeUndefined();
  });

  test('a box that is moved under another', async () => {
    const text = await drawn('EXPLAIN MATCH (n:Person) RETURN n.name AS x UNION ALL MATCH (c:City) RETURN c.name AS x');
    const lines = text.split('\n');
    const width = lines[0]?.length ?? 0;
    const swapped = lines.map((line) =>
      line.length === width ? line : `${line.slice(width + 1)} ${line.slice(0, width)}`,
    );
    expect(planTree(text)).toBeDefined();
    expect(planTree(swapped.join('\n'))).toBeUndefined();
  });
});
