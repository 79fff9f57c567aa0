import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits';
import { nameProblem, tidyName } from './names';
import { opSchema } from './ops';

describe('N1: names', () => {
  test.each(['Person', 'LIVES_IN', 'first name', '都市', 'Ångström', 'x1', 'constructor', 'नाम', 'a'.repeat(64)])(
    '%s is one',
    (name) => {
      expect(nameProblem(name)).toBeUndefined();
    },
  );

  test.each([
    '',
    ' x',
    'a  b',
    '_x',
    'id',
    'ID',
    'a`b',
    'a-b',
    'a\u0000',
    'A\u030A',
    '__proto__',
    'a'.repeat(65),
    '🙂',
  ])('%j is none', (name) => {
    expect(nameProblem(name)).toMatch(/\.$/);
  });

  test('what is plain is no exception', () => {
    const characters = fc.constantFrom('a', 'Z', '0', '_', ' ', 'é', '-', 'id', 'a'.repeat(30));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 5 }), (parts) => {
        const name = parts.join('');
        const isOne =
          /^(?![_ ])[\p{L}\p{M}\p{N}_ ]+(?<! )$/u.test(name) &&
          !name.includes('  ') &&
          name.length <= LIMITS.nameLength &&
          name.toLowerCase() !== 'id';
        expect(nameProblem(name) === undefined).toBe(isOne);
      }),
      { numRuns: 2_000 },
    );
  });

  test('tidyName makes a name of what was typed carelessly', () => {
    expect(tidyName('  A\u030A  b ')).toBe('Å b');
  });
});

describe('W3: ops are parsed strictly', () => {
  const node = {
    op: 'create_node',
    nodeId: 'n_00000000-0000-4000-8000-000000000001',
    label: 'Person',
    position: { x: 0, y: 0 },
    properties: {},
  };
  test.each<[string, string]>([
    ['a key of its own', JSON.stringify({ ...node, extra: 1 })],
    ['__proto__ as a property', JSON.stringify(node).replace('"properties":{}', '"properties":{"__proto__":"x"}')],
    ['a list for properties', JSON.stringify({ ...node, properties: [] })],
    ['an object for a value', JSON.stringify({ ...node, properties: { name: {} } })],
    ['infinity', JSON.stringify(node).replace('"x":0', '"x":1e999')],
    ['a place off the map', JSON.stringify({ ...node, position: { x: 1e9, y: 0 } })],
    ['half a character', JSON.stringify({ ...node, properties: { name: '\ud800' } })],
    ['an id of another shape', JSON.stringify({ ...node, nodeId: 'n_1' })],
    ['an op that does not exist', JSON.stringify({ ...node, op: 'drop_table' })],
  ])('%s is refused', (_, json) => {
    expect(opSchema.safeParse(JSON.parse(json)).success).toBe(false);
  });

  test('minus zero is zero, since JSON cannot carry the difference', () => {
    const op = opSchema.parse(JSON.parse(JSON.stringify(node).replace('"x":0', '"x":-0')));
    expect(Object.is(op.op === 'create_node' && op.position.x, 0)).toBe(true);
  });
});
