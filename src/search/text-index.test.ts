import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from './fold';
import type { SearchedElement } from './search-answer';
import { FEW, TextIndex } from './text-index';

const node = (
  id: string,
  name: string,
  more: Readonly<Record<string, string>> = {},
  type = 'City',
): SearchedElement => ({
  id,
  kind: 'node',
  type,
  caption: 'name',
  texts: Object.entries({ ...more, name }),
});

function indexOf(...puts: SearchedElement[]): TextIndex {
  const index = new TextIndex();
  index.update({ puts, gone: [] });
  return index;
}

/** The ids of what is found, best first. */
function found(index: TextIndex, query: string): string[] {
  return index.search(query, 50).types.flatMap(({ listed }) => listed.map(({ id }) => id));
}

/** Found in one text, and nothing else with it. */
const finds = (text: string, query: string) => found(indexOf(node('it', text), node('other', '')), query).length === 1;

describe('found', () => {
  test.each([
    ['東京都', '東京'],
    ['大東京', '東京'],
    ['東京タワー', 'ﾀﾜｰ 東京'],
    ['大阪で寿司を食べる', '寿司'],
    ['すし屋', 'スシ'],
    ['我爱北京天安门', '北京'],
    ['서울에서 만나요', '서울'],
    ['สวัสดีกรุงเทพ', 'กรุงเทพ'],
    ['Reykjavík', 'reykjavik'],
    ['Reykjavík', 'rey'],
    ['Reykjavík', 'JAVÍ'],
    ['1463723 1,463,723', '1,463'],
    ['0794-10-22', '794-10'],
    ['(Kyoto), old', 'kyoto'],
    ['Kyoto is old', 'old kyo'],
    ['Kyoto', 'kyoot'],
  ])('%s, by “%s”', (text, query) => {
    expect(finds(text, query)).toBe(true);
  });

  test.each([
    ['Kyoto', 'kyoto tokyo'],
    ['京都と東', '東京'],
    ['か', 'が'],
    ['Kyoto', '  　 '],
    ['Rome', 'some'],
  ])('not %s, by “%s”', (text, query) => {
    expect(finds(text, query)).toBe(false);
  });

  test('with words in different properties, and says in which', () => {
    const kyoto = node('kyoto', 'Kyoto', { native: '京都市', people: '1463723' });
    const [city] = indexOf(kyoto).search('kyo 1463 都市', 50).types;
    expect(city?.listed).toEqual([{ id: 'kyoto', because: ['people', 'native'], marks: ['kyo', '1463', '都市'] }]);
    expect(indexOf(kyoto).search('kyoto', 50).types[0]?.listed[0]?.because).toEqual([]);
  });

  test('not by the names of properties', () => {
    expect(found(indexOf(node('it', 'Kyoto', { people: '1' })), 'people')).toEqual([]);
  });
});

describe('the best come first', () => {
  test('what is it, begins with it, has the word, begins a word, has it elsewhere, has it in a word, is like it', () => {
    const index = indexOf(
      node('like', 'Roman Rhome'),
      node('inside-property', 'X', { note: 'aerodrome' }),
      node('inside', 'Hippodrome'),
      node('property-begins', 'Bo', { note: 'romeo' }),
      node('property', 'Bo', { note: 'near Rome.' }),
      node('begins-word', 'The Romeos'),
      node('word', 'Old Rome'),
      node('begins', 'Romeo'),
      node('is', 'Rome'),
    );
    expect(found(index, 'rome')).toEqual([
      'is',
      'begins',
      'word',
      'begins-word',
      'property',
      'property-begins',
      'inside',
      'inside-property',
      'like',
    ]);
  });

  test('in Japanese, too: a word before a piece of one', () => {
    const index = indexOf(node('piece', '東京都'), node('word', '古い京都の町並み'));
    expect(found(index, '京都')).toEqual(['word', 'piece']);
  });

  test('of alike ones the shorter, then by the alphabet', () => {
    const index = indexOf(node('c', 'Lima C'), node('a', 'Lima A'), node('long', 'Lima Airport'));
    expect(found(index, 'lima')).toEqual(['a', 'c', 'long']);
  });

  test('are listed, of all of them; the others are only counted', () => {
    const many = Array.from({ length: 300 }, (_, n) => node(`${n}`, `by the sea ${n}`));
    const [city] = indexOf(...many, node('best', 'Sea')).search('sea', 20).types;
    expect([city?.count, city?.listed.length, city?.listed[0]?.id]).toEqual([301, 20, 'best']);
  });

  test('are shared out where there are many labels, with a few of each', () => {
    const many = Array.from({ length: 300 }, (_, n) => node(`${n}`, `by the sea ${n}`, {}, `Label ${n % 3}`));
    const listed = (most: number) =>
      indexOf(...many)
        .search('sea', most)
        .types.map((type) => type.listed.length);
    expect([listed(60), listed(9)]).toEqual([
      [20, 20, 20],
      [5, 5, 5],
    ]);
  });

  test('by label and edge type, with whether they have what was typed', () => {
    const index = indexOf(node('a', 'Tokyo'), node('b', 'Tokio', {}, 'Hotel'));
    expect(index.search('tokio', 50).types.map(({ type, isAsTyped }) => [type, isAsTyped])).toEqual([
      ['City', false],
      ['Hotel', true],
    ]);
    expect(index.search('tokio', 50).types[0]?.listed[0]?.marks).toEqual(['tokyo']);
  });

  test('and where there are enough, nothing that is only like it', () => {
    const enough = Array.from({ length: FEW }, (_, n) => node(`${n}`, 'Tokio'));
    expect(found(indexOf(node('like', 'Tokyo'), ...enough), 'tokio')).not.toContain('like');
  });
});

const unit = fc.constantFrom('a', 'B', 'é', 'か', 'カ', 'Ａ', '東', '京', ' ', '　', '1', '.', 'ß', 'ค', '한');
const text = fc.string({ unit, maxLength: 12 });

test('finds whatever has each word anywhere in one of its texts, before what is only like it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 12 }), text, (values, query) => {
      const words = folded(query).split(/\s+/u).filter(Boolean);
      const has = (all: readonly string[]) =>
        words.length > 0 && words.every((word) => all.some((each) => folded(each).includes(word)));
      const nodes = values.map(([name, more], n) => node(`${n}`, name, { more }));
      const expected = nodes.filter(({ texts }) => has(texts.map(([, value]) => value))).map(({ id }) => id);
      const all = found(indexOf(...nodes), query);
      expect(all.slice(0, expected.length).sort()).toEqual(expected.sort());
      // Mistakes are looked for in longer words only; ß makes two letters.
      if (words.every((word) => word.length < 4)) expect(all).toHaveLength(expected.length);
    }),
    { examples: [[[['', 'ßß']], 'ßßa']] },
  );
});

test('after any changes it answers like a new one, also once it has cleared up', () => {
  const change = fc.record({
    id: fc.nat({ max: 8 }).map(String),
    name: fc.option(text),
    note: text,
    type: fc.constantFrom('A', 'B'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), text, fc.boolean(), (changes, query, many) => {
      const now = new Map<string, SearchedElement>();
      const index = new TextIndex();
      for (const { id, name, note, type } of changes) {
        if (name === null) now.delete(id);
        else now.set(id, node(id, name, { note }, type));
        const put = now.get(id);
        index.update(put === undefined ? { puts: [], gone: [id] } : { puts: [put], gone: [] });
      }
      if (many)
        for (let n = 0; n < 1_100; n++) index.update({ puts: [node('x', `${n}`)], gone: n % 2 === 0 ? [] : ['x'] });
      if (many) index.update({ puts: [], gone: ['x'] });
      const byType = (of: TextIndex) => of.search(query, 50).types.toSorted((a, b) => (a.type < b.type ? -1 : 1));
      expect(byType(index)).toEqual(byType(indexOf(...now.values())));
    }),
  );
});
