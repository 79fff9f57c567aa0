import { describe, expect, test } from 'vitest';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { PropertyType } from '../../shared/graph/values';
import { commonProperties, countsByType, setAllOps } from './common-properties';

function type(name: string, properties: Record<string, PropertyType>): [string, ElementType] {
  const table = Object.entries(properties).map(([key, of]) => [foldName(key), { name: key, type: of }] as const);
  return [foldName(name), { name, properties: new Map(table), style: {} }];
}

const TYPES = new Map([
  type('Person', { name: 'STRING', born: 'INT64', size: 'DOUBLE' }),
  type('City', { Name: 'STRING', born: 'DATE' }),
]);
const ann = { id: 'ann', of: 'Person', properties: { name: 'Ann', born: 1 } };
const bo = { id: 'bo', of: 'Person', properties: { name: 'Bo', born: 1 } };
const rome = { id: 'rome', of: 'City', properties: { Name: 'Ann' } };

describe('what several have in common', () => {
  test('of one label is all it has: one value, mixed, or none', () => {
    expect(commonProperties([ann, bo], TYPES)).toEqual([
      { property: { name: 'name', type: 'STRING' }, value: undefined, mixed: true },
      { property: { name: 'born', type: 'INT64' }, value: 1, mixed: false },
      { property: { name: 'size', type: 'DOUBLE' }, value: undefined, mixed: false },
    ]);
  });

  test('of two labels is what has the same name, however it is spelt, and the same type', () => {
    expect(commonProperties([ann, rome], TYPES)).toEqual([
      { property: { name: 'name', type: 'STRING' }, value: 'Ann', mixed: false },
    ]);
  });

  test('set and not set are mixed', () => {
    const [, born] = commonProperties([ann, { ...bo, properties: {} }], TYPES);
    expect(born).toMatchObject({ mixed: true, value: undefined });
  });
});

test('each gets the value under its own spelling, and only where it differs', () => {
  expect(setAllOps('node', [ann, bo, rome], TYPES, 'name', 'Bo')).toEqual([
    { op: 'set_property', on: 'node', id: 'ann', key: 'name', value: 'Bo' },
    { op: 'set_property', on: 'node', id: 'rome', key: 'Name', value: 'Bo' },
  ]);
  expect(setAllOps('node', [rome], TYPES, 'name', undefined)).toEqual([
    { op: 'remove_property', on: 'node', id: 'rome', key: 'Name' },
  ]);
});

test('counts name the most frequent first', () => {
  expect(countsByType([rome, ann, bo])).toEqual([
    ['Person', 2],
    ['City', 1],
  ]);
});
