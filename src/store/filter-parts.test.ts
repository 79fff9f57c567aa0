import { expect, test } from 'vitest';
import { filterParts } from './filter-parts';
import { EVERYTHING_SHOWN, type ViewFilter } from './view-filter';

const FULL: ViewFilter = {
  ...EVERYTHING_SHOWN,
  hiddenLabels: new Set(['a', 'b']),
  hiddenEdgeTypes: new Set(['k', 'l', 'm', 'n']),
  onlyLabels: new Set(['c', 'd']),
  onlyEdgeTypes: new Set(['o']),
  values: [
    { on: 'node', of: 'C', key: 'size', value: 1, keeps: 'only' },
    { on: 'node', of: 'C', key: 'size', value: 2, keeps: 'others' },
  ],
  hiddenNodes: new Set(['n_1']),
  hiddenEdges: new Set(['e_1', 'e_2']),
  onlyThese: new Set(['n_2']),
  alwaysNodes: new Set(['n_3']),
  alwaysEdges: new Set(['e_3']),
};

test('what is not filtered has no parts', () => {
  expect(filterParts(EVERYTHING_SHOWN)).toEqual([]);
});

test('each part says what it does; a few names are parts of their own, many are one', () => {
  expect(filterParts(FULL).map(({ key: _key, without: _without, ...part }) => part)).toEqual([
    { kind: 'onlyThese', count: 1 },
    { kind: 'onlyLabels', names: ['c', 'd'] },
    { kind: 'onlyEdgeTypes', names: ['o'] },
    { kind: 'value', rule: FULL.values[0] },
    { kind: 'value', rule: FULL.values[1] },
    { kind: 'hiddenLabels', names: ['a'] },
    { kind: 'hiddenLabels', names: ['b'] },
    { kind: 'hiddenEdgeTypes', names: ['k', 'l', 'm', 'n'] },
    { kind: 'oneByOne', count: 3 },
    { kind: 'always', count: 2 },
  ]);
});

test('taken back alone, a part leaves all others; taken back one after the other, nothing is filtered', () => {
  for (const part of filterParts(FULL)) {
    const others = filterParts(FULL).filter(({ key }) => key !== part.key);
    expect(filterParts(part.without(FULL)).map(({ key }) => key)).toEqual(others.map(({ key }) => key));
  }
  expect(filterParts(FULL).reduce((filter, part) => part.without(filter), FULL)).toBe(EVERYTHING_SHOWN);
});

test('exceptions go with what they are exceptions from', () => {
  const filter = { ...EVERYTHING_SHOWN, onlyLabels: new Set(['c']), alwaysNodes: new Set(['n_3']) };
  expect(filterParts(filter)[0]?.without(filter)).toBe(EVERYTHING_SHOWN);
});
