import { describe, expect, test } from 'vitest';
import type { ElementType } from '../../shared/graph/model';
import type { RowProperties } from '../../store/rows';
import { folded, matchOf, wordsOf } from './match';

const CITY: ElementType = {
  name: 'City',
  properties: new Map([
    ['name', { name: 'name', type: 'STRING' }],
    ['native', { name: 'native', type: 'STRING' }],
    ['people', { name: 'people', type: 'INT64' }],
    ['founded', { name: 'founded', type: 'DATE' }],
    ['capital', { name: 'capital', type: 'BOOLEAN' }],
  ]),
  style: { caption: 'name' },
};
const KYOTO: RowProperties = {
  name: 'Kyoto',
  native: '京都市',
  people: 1463723,
  founded: '0794-10-22',
  capital: false,
};
const look = (query: string, properties: RowProperties = KYOTO) => matchOf(wordsOf(query), CITY, properties);

describe('text is the same', () => {
  test.each([
    ['in any case', 'KYOTO', 'kyoto'],
    ['in full width', 'Ｋｙｏｔｏ　１２', 'kyoto 12'],
    ['in half width', 'ｷｮｳﾄ ﾀﾞｲｶﾞｸ', 'キョウト ダイガク'],
    ['composed or not', 'が', 'か\u3099'],
    ['without accents', "Côte d'Ivoire, Łódź, Ελλάς", "cote d'ivoire, łodz, ελλας"],
    ['as one sign or several', '㍿', '株式会社'],
  ])('%s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test.each([
    ['か', 'が'],
    ['ハ', 'パ'],
    ['は', 'ハ'],
    ['京都', '東京'],
  ])('but %s is not %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});

describe('an element is found', () => {
  test.each([
    ['kyo', 'begins'],
    ['OTO', 'caption'],
    ['京都', 'property'],
    ['1463723', 'property'],
    ['1,463', 'property'],
    ['794-10', 'property'],
    ['kyo 都市', 'property'],
    ['都市　kyo', 'property'],
  ])('by "%s": %s', (query, rank) => {
    expect(look(query)?.rank).toBe(rank);
  });

  test('with the property that has it, where the caption has not', () => {
    expect(look('kyo')?.because).toBeUndefined();
    expect(look('京都')?.because).toEqual({ name: 'native', value: '京都市' });
    expect(look('kyo 1463')?.because).toEqual({ name: 'people', value: 1463723 });
  });

  test('only when every word is there, and not by the names of properties', () => {
    expect(look('kyoto tokyo')).toBeUndefined();
    expect(look('people')).toBeUndefined();
    expect(look('  　 ')).toBeUndefined();
  });

  test('also where nothing serves as caption', () => {
    expect(matchOf(['kyo'], undefined, KYOTO)).toEqual({ rank: 'property', because: { name: 'name', value: 'Kyoto' } });
    expect(look('x', {})).toBeUndefined();
  });
});
