import { expect, test } from 'vitest';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { CARD, cardId, planPicture, toArrange } from './picture-plan';
import type { Pair, TypeFacts } from './schema-facts';

const type = (name: string): ElementType => ({ name, properties: new Map(), style: {} });
const named = (...names: string[]) => new Map(names.map((name) => [foldName(name), type(name)]));
const joining = (...pairs: Pair[]): TypeFacts => ({ count: 0, filled: new Map(), pairs });

const SCHEMA = { labels: named('Person', 'a b', 'c', 'a', 'b c'), edgeTypes: named('KNOWS', 'LIKES') };
const PLACES = new Map(
  [...SCHEMA.labels.keys()].map((name, column) => [cardId(name), { x: column * 400, y: 0 }] as const),
);
const plan = (facts: ReadonlyMap<string, TypeFacts>) => planPicture(SCHEMA, facts, PLACES, String);

test('what is joined twice is arranged once, and counts make no difference', () => {
  const pair = { source: 'Person', target: 'Person', count: 1 };
  const facts = new Map([
    ['knows', joining(pair)],
    ['likes', joining({ ...pair, count: 7 })],
  ]);
  expect(toArrange(SCHEMA, facts).joins).toEqual([{ source: 'person', target: 'person' }]);
});

test('lines between the same two labels lie side by side, and loops each have a place of their own', () => {
  const there = { source: 'Person', target: 'c', count: 1 };
  const loop = { source: 'c', target: 'c', count: 1 };
  const facts = new Map([
    ['knows', joining(there, loop)],
    ['likes', joining({ ...there, source: 'c', target: 'Person' }, loop)],
  ]);
  const { lines } = plan(facts);
  expect(new Set(lines.map(({ path }) => path)).size).toBe(4);
  expect(new Set(lines.map(({ name }) => `${name.x} ${name.y}`)).size).toBe(4);
});

test('labels with spaces in their names are not taken for others', () => {
  const facts = new Map([
    ['knows', joining({ source: 'a b', target: 'c', count: 1 })],
    ['likes', joining({ source: 'a', target: 'b c', count: 1 })],
  ]);
  // Side by side they would be curves.
  for (const { path } of plan(facts).lines) expect(path).not.toContain('Q');
});

test('however long a name is, the count stays', () => {
  const long = type('A NAME FAR LONGER THAN THE LINE THAT IT STANDS ON IS');
  const edgeTypes = new Map([['long', long]]);
  const facts = new Map([
    ['long', joining({ source: 'Person', target: 'c', count: 1234 }, { source: 'c', target: 'c', count: 5 })],
  ]);
  const { lines } = planPicture({ ...SCHEMA, edgeTypes }, facts, PLACES, String);
  expect(lines.map(({ name }) => name.text.slice(name.text.indexOf('…')))).toEqual(['… 1234', '… 5']);
});

test('the paper has room for every card; what is not arranged yet is not drawn', () => {
  const { cards, bounds } = planPicture(SCHEMA, new Map(), new Map([['c', { x: 100, y: 50 }]]), String);
  expect(cards.map(({ label, count }) => [label.name, count])).toEqual([['c', undefined]]);
  expect(bounds.x).toBeLessThan(100);
  expect(bounds.x + bounds.width).toBeGreaterThan(100 + CARD.width);
});
