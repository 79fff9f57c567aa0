import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElementType } from '../../shared/graph/model';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import type { EdgeRow, NodeRow } from '../../store/rows';
import { LISTED, Search, type SearchResults } from './search';

const type = (name: string): ElementType => ({
  name,
  properties: new Map([['name', { name: 'name', type: 'STRING' }]]),
  style: {},
});
const labels = new Map([
  ['city', type('City')],
  ['person', type('Person')],
]);
const edgeTypes = new Map([['knows', type('KNOWS')]]);
const node = (n: number, label: string, name: string, more = ''): NodeRow => ({
  id: testNodeId(n),
  label,
  position: { x: 0, y: 0 },
  properties: { name, more },
});
const edge = (n: number, name: string): EdgeRow => ({
  id: testEdgeId(n),
  type: 'KNOWS',
  source: testNodeId(0),
  target: testNodeId(1),
  properties: { name },
});
const table = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
const search = (query: string, nodes: readonly NodeRow[], edges: readonly EdgeRow[] = []) =>
  new Search(query, { nodes: table(nodes), edges: table(edges), labels, edgeTypes });
const found = (results: SearchResults | undefined) =>
  results?.groups.map(({ name, count, listed }) => [name, count, listed.map(({ row }) => row.id)]);

describe('results', () => {
  test('are by label, then by edge type, in the order of the schema', () => {
    const nodes = [node(0, 'Person', 'Ann'), node(1, 'City', 'Annecy'), node(2, 'Person', 'Bo')];
    expect(found(search('ann', nodes, [edge(3, 'annual')]).step(() => false))).toEqual([
      ['City', 1, [testNodeId(1)]],
      ['Person', 1, [testNodeId(0)]],
      ['KNOWS', 1, [testEdgeId(3)]],
    ]);
  });

  test('have the best first: what begins with it, what has it in its caption, what has it elsewhere', () => {
    const nodes = [
      node(0, 'City', 'Bo', 'near Rome'),
      node(1, 'City', 'Old Rome'),
      node(2, 'City', 'Rome'),
      node(3, 'City', 'Romeo'),
    ];
    const [, count, ids] = found(search('rome', nodes).step(() => false))?.[0] ?? [];
    expect([count, ids]).toEqual([4, [2, 3, 1, 0].map(testNodeId)]);
  });

  test('are listed up to a number, the best of all of them; all are counted', () => {
    const many = Array.from({ length: 3 * LISTED }, (_, n) => node(n, 'City', `by the sea ${n}`));
    const results = search('sea', [...many, node(999, 'City', 'Seattle')]).step(() => false);
    expect(results?.count).toBe(3 * LISTED + 1);
    expect(results?.groups[0]?.listed.length).toBe(LISTED);
    expect(results?.groups[0]?.listed[0]?.row.id).toBe(testNodeId(999));
  });
});

test('a search in slices finds what one in a single go does', () => {
  const nodes = Array.from({ length: 1000 }, (_, n) => node(n, n % 3 === 0 ? 'City' : 'Person', `Node ${n}`));
  const sliced = search('7', nodes);
  let slices = 1;
  let results = sliced.step(() => true);
  while (results === undefined) {
    slices += 1;
    results = sliced.step(() => true);
  }
  expect(slices).toBeGreaterThan(5);
  expect(results).toEqual(search('7', nodes).step(() => false));
});

test('finds exactly the rows that have each word in one of their values', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'か', 'Ａ', ' ', '1') });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 12 }), text, (values, query) => {
      const plain = (each: string) => each.replaceAll('Ａ', 'a').replaceAll('é', 'e').toLowerCase();
      const words = plain(query).split(' ').filter(Boolean);
      const has = (all: readonly string[]) =>
        words.length > 0 && words.every((word) => all.some((each) => plain(each).includes(word)));
      const nodes = values.map(([name, more], n) => node(n, 'City', name, more));
      const expected = nodes.filter((row) => has(Object.values(row.properties).map(String))).map(({ id }) => id);
      const ids = search(query, nodes)
        .step(() => false)
        ?.groups.flatMap(({ listed }) => listed.map(({ row }) => row.id));
      expect(ids?.sort()).toEqual(expected.sort());
    }),
  );
});
