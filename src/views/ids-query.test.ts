import { expect, test } from 'vitest';
import { idsIn, idsQuery } from './ids-query';

const node = (name: string) => ({ name, type: 'NODE' });
const edge = (name: string) => ({ name, type: 'REL' });

test('variables become their ids', () => {
  expect(idsQuery('MATCH (n:Person)\nRETURN n;', [node('n')])).toEqual({
    plain: 'MATCH (n:Person)\nRETURN n.id',
    collected: "MATCH (n:Person)\nRETURN list_to_string(',', collect(DISTINCT n.id))",
    kinds: ['node'],
  });
  expect(
    idsQuery('MATCH (a)-[`e f`]->(b) return distinct a, `e f`, b // all', [node('a'), edge('e f'), node('b')]),
  ).toEqual({
    plain: 'MATCH (a)-[`e f`]->(b) RETURN a.id, `e f`.id, b.id',
    collected:
      "MATCH (a)-[`e f`]->(b) RETURN list_to_string(',', collect(DISTINCT a.id)), list_to_string(',', collect(DISTINCT `e f`.id)), list_to_string(',', collect(DISTINCT b.id))",
    kinds: ['node', 'edge', 'node'],
  });
});

test('what comes of it is read column by column; nothing of a column is nothing', () => {
  expect(idsIn(['n_1,n_2', 'e_1', null, 'n_2,n_3'], ['node', 'edge', 'edge', 'node'])).toEqual({
    nodes: new Set(['n_1', 'n_2', 'n_3']),
    edges: new Set(['e_1']),
  });
});

test.each([
  ['a value besides', 'MATCH (n) RETURN n, n.name', [node('n'), { name: 'n.name', type: 'STRING' }]],
  ['a list', 'MATCH (n) RETURN collect(n)', [{ name: 'collect', type: 'NODE[]' }]],
  ['a path', 'MATCH p = (a)-[e]->(b) RETURN p', [{ name: 'p', type: 'RECURSIVE_REL' }]],
  ['an expression', 'MATCH (n) RETURN n AS m', [node('m')]],
  ['one twice', 'MATCH (n) RETURN n, n', [node('n'), node('n')]],
  ['all there is', 'MATCH (n) RETURN *', [node('n')]],
  ['an order', 'MATCH (n) RETURN n ORDER BY n.name LIMIT 3', [node('n')]],
  ['two parts', 'MATCH (n) RETURN n UNION MATCH (n) RETURN n', [node('n')]],
  ['the word in a part of its own', 'MATCH (n) WHERE EXISTS { MATCH (n)-[]->() RETURN n } RETURN n', [node('n')]],
])('left as it is: %s', (_what, query, columns) => {
  expect(idsQuery(query, columns)).toBeUndefined();
});
