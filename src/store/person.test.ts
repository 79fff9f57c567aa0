import { describe, expect, test } from 'vitest';
import { personSchema } from '../shared/protocol/person';
import { inventPerson, keepPerson, keptPerson } from './person';

/** A storage in memory, which has kept the given text. */
function storage(text?: string): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>(text === undefined ? [] : [['kumiko.person', text]]);
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

const ann = { name: 'Ann', color: '#a422fd' };

test('a new browser knows nobody', () => {
  expect(keptPerson(storage())).toBeUndefined();
});

test('who one is stays', () => {
  const kept = storage();
  keepPerson(kept, ann);
  expect(keptPerson(kept)).toEqual(ann);
});

describe('what is broken is nobody, and makes way for the next', () => {
  test.each([
    ['not JSON', '{"name":'],
    ['null', 'null'],
    ['no colour', '{"name":"Ann"}'],
    ['a colour that is none', '{"name":"Ann","color":"red"}'],
    ['a name that is empty', '{"name":" ","color":"#a422fd"}'],
    ['too much', '{"name":"Ann","color":"#a422fd","admin":true}'],
  ])('%s', (_, text) => {
    const kept = storage(text);
    expect(keptPerson(kept)).toBeUndefined();
    keepPerson(kept, ann);
    expect(keptPerson(kept)).toEqual(ann);
  });
});

describe('someone made up', () => {
  const colors = [{ color: '#a422fd' }, { color: '#02823a' }];

  test.each([0, 0.5, 0.999_999])('has two words and one of the colours, whatever chance says: %s', (chance) => {
    const person = inventPerson(colors, () => chance);
    expect(personSchema.parse(person)).toEqual(person);
    expect(person.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/u);
    expect(colors).toContainEqual({ color: person.color });
  });

  test('is often someone else', () => {
    const names = new Set(Array.from({ length: 20 }, (_, n) => inventPerson(colors, () => n / 20).name));
    expect(names.size).toBe(20);
  });
});
