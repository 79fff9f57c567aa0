import { expect, test } from 'vitest';
import { idsQuery } from './ids-query';

const node = (name: string) => ({ name, type: 'NODE' });
const edge = (name: string) => ({ name, type: 'REL' });

test('variables become their ids', () => {
  expect(idsQuery('MATCH (n:Person)\nRETURN n;', [node('n')])).toEqual({
    cypher: 'MATCH (n:Person)\nRETURN n.id',
    kinds: ['node'],
  });
  expect(
    idsQuery('MATCH (a)-[`e f`]->(b) return distinct a, `e f`, b // all', [node('a'), edge('e f'), node('b')]),
  ).toEqual({
    cypher: 'MATCH (a)-[`e f`]->(b) RETURN distinct a.id, `e f`.id, b.id',
    kinds: ['node', 'edge', 'node'],
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
