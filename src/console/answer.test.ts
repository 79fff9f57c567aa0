import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { QueryValue } from '../engine/graph-engine';
import { elementsIn } from './answer-elements';
import { toCsv, toJson } from './answer-text';
import { nextSorting, sortedRows } from './sort-rows';

const own = { offset: 0, table: 0 };
const ann: QueryValue = { _id: own, _label: 'Person', id: 'n_ann', _x: 1, _y: 2, name: 'Ann "the" Ant' };
const bo: QueryValue = { _id: own, _label: 'Person', id: 'n_bo', _x: 1, _y: 2, name: null };
const knows: QueryValue = { _id: own, _src: own, _dst: own, _label: 'KNOWS', id: 'e_1' };

const answer = {
  columns: [
    { name: 'p', type: 'NODE' },
    { name: 'a, b', type: 'STRING' },
    { name: 'n', type: 'INT64' },
  ],
  rows: [
    [ann, 'two\nlines', 1],
    [null, '=1+1', -2.5],
  ],
  rowCount: 2,
  tookMs: 1,
};

describe('an answer as text', () => {
  test('is CSV that others read back; nodes are without what the database has for itself', () => {
    const { data } = Papa.parse<string[]>(toCsv(answer));
    expect(data).toEqual([
      ['p', 'a, b', 'n'],
      ['{"_label":"Person","id":"n_ann","name":"Ann \\"the\\" Ant"}', 'two\nlines', '1'],
      ['', '=1+1', '-2.5'],
    ]);
    expect(toCsv(answer).split('\r\n')).toHaveLength(3);
  });

  test('is JSON with an object for each row', () => {
    expect(JSON.parse(toJson(answer))).toEqual([
      { p: { _label: 'Person', id: 'n_ann', name: 'Ann "the" Ant' }, 'a, b': 'two\nlines', n: 1 },
      { p: null, 'a, b': '=1+1', n: -2.5 },
    ]);
  });
});

test('nodes and edges are found wherever they stand in an answer', () => {
  const path = { _nodes: [ann, bo], _rels: [knows] };
  const found = (...rows: QueryValue[][]) => {
    const { nodes, edges } = elementsIn(rows);
    return [[...nodes], [...edges]];
  };
  expect(found([1, ann], ['x', null])).toEqual([['n_ann'], []]);
  expect(found([path])).toEqual([['n_ann', 'n_bo'], ['e_1']]);
  expect(found([[{ who: [bo] }], knows], [bo])).toEqual([['n_bo'], ['e_1']]);
  expect(found([{ id: 'n_ann' }, 'n_ann'])).toEqual([[], []]);
});

describe('sorting', () => {
  const sort = (values: QueryValue[], descending = false) =>
    sortedRows(
      values.map((value) => [value]),
      { column: 0, descending },
      { text: String, locale: 'en' },
    ).map((index) => values[index]);

  test('puts numbers by size, text as in a dictionary, and what is empty last', () => {
    expect(sort([10, 9, null, -1, 2.5])).toEqual([-1, 2.5, 9, 10, null]);
    expect(sort([10, 9, null, -1, 2.5], true)).toEqual([10, 9, 2.5, -1, null]);
    expect(sort(['Zoe', 'Émile', 'adam', 'item 10', 'item 9', ''])).toEqual([
      '',
      'adam',
      'Émile',
      'item 9',
      'item 10',
      'Zoe',
    ]);
    expect(sort([true, false])).toEqual([false, true]);
  });

  test('leaves equal rows in their order, both ways, and goes back to how they came', () => {
    const rows = [
      ['b', 1],
      ['a', 2],
      ['b', 3],
      ['a', 4],
    ];
    const order = (descending: boolean) => sortedRows(rows, { column: 0, descending }, { text: String, locale: 'en' });
    expect(order(false)).toEqual([1, 3, 0, 2]);
    expect(order(true)).toEqual([0, 2, 1, 3]);
    expect(sortedRows(rows, undefined, { text: String, locale: 'en' })).toEqual([0, 1, 2, 3]);
    const up = nextSorting(undefined, 1);
    const down = nextSorting(up, 1);
    expect([up, down, nextSorting(down, 1), nextSorting(down, 0)]).toEqual([
      { column: 1, descending: false },
      { column: 1, descending: true },
      undefined,
      { column: 0, descending: false },
    ]);
  });
});
