import { describe, expect, test } from 'vitest';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { PropertyType } from '../shared/graph/values';
import { offersAt, written } from './complete';

function type(name: string, properties: Record<string, PropertyType>): ElementType {
  const entries = Object.entries(properties).map(([key, of]) => [foldName(key), { name: key, type: of }] as const);
  return { name, properties: new Map(entries), style: {} };
}

const types = (...all: ElementType[]) => new Map(all.map((each) => [foldName(each.name), each]));
const SCHEMA = {
  labels: types(
    type('Person', { name: 'STRING', 'full name': 'STRING' }),
    type('Order', { price: 'DOUBLE' }),
    type('お店', {}),
  ),
  edgeTypes: types(type('KNOWS', { since: 'DATE' }), type('LIVES IN', {})),
};

/** What is offered where the text has a bar, by how it would be written. */
function offered(marked: string, explicit = false) {
  const at = marked.indexOf('|>');
  const text = marked.replace('|>', '');
  const found = offersAt(text, at, SCHEMA, explicit);
  return found && { replaced: text.slice(found.from, at), texts: found.offers.map((offer) => offer.text) };
}

describe('what is offered', () => {
  test.each([
    ['MATCH (p:|>', '', ['Person', '`Order`', 'お店']],
    ['MATCH (p:Per|>)', 'Per', ['Person', '`Order`', 'お店']],
    ['MATCH (p:`Or|>', '`Or', ['Person', '`Order`', 'お店']],
    ['MATCH (:お|>', 'お', ['Person', '`Order`', 'お店']],
    ['MATCH (p)-[:|>', '', ['KNOWS', '`LIVES IN`']],
    ['MATCH (p)-[e:KNOWS|LI|>]->()', 'LI', ['KNOWS', '`LIVES IN`']],
    ['MATCH (p:Person) RETURN p.na|>', 'na', ['name', '`full name`', 'id']],
    ['RETURN p.|> MATCH (p:`Order`)', '', ['price', 'id']],
    ['MATCH ()-[e:KNOWS]->() RETURN e.|>', '', ['since', 'id']],
    ['MATCH (p:Person {|>})', '', ['name', '`full name`', 'id']],
    ["MATCH (p:Person {name: 'a', fu|>})", 'fu', ['name', '`full name`', 'id']],
  ])('%s', (marked, replaced, texts) => {
    expect(offered(marked)).toEqual({ replaced, texts });
  });

  test('are the properties of everything where a variable says no label', () => {
    expect(offered('MATCH (n) RETURN n.|>')?.texts).toEqual(['name', '`full name`', 'price', 'since', 'id']);
  });

  test('are the names of the query, and the words and functions of the language', () => {
    const texts = offered('MATCH (who:Person) WITH who, count(*) AS friends RET|>')?.texts ?? [];
    expect(texts).toEqual(expect.arrayContaining(['who', 'friends', 'RETURN', 'count(']));
    expect(texts).not.toContain('CREATE');
    expect(texts).not.toContain('RET');
  });

  test.each([
    "RETURN 'MAT|>",
    'RETURN "a:|>',
    '// MAT|>',
    '/* (p:|>',
    'RETURN $na|>',
    'RETURN 1 |>',
    'RETURN map[1:|>',
  ])('is nothing: %s', (marked) => {
    const found = offered(marked);
    expect(found?.texts ?? []).not.toContain('Person');
    if (!marked.includes('[')) expect(found).toBeUndefined();
  });

  test('comes anywhere when it is asked for', () => {
    expect(offered('RETURN 1 |>', true)?.texts).toContain('LIMIT');
  });
});

test('a name is put in backticks where it would be read as something else', () => {
  expect(['Person', 'order', 'LIVES IN', 'a`b', '日本', '1st'].map(written)).toEqual([
    'Person',
    '`order`',
    '`LIVES IN`',
    '`a``b`',
    '日本',
    '`1st`',
  ]);
});
