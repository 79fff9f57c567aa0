import { describe, expect, test } from 'vitest';
import { inputText, parseInput } from './parse-input';

describe('V2: what is typed into a field becomes a value or a sentence', () => {
  test.each([
    ['INT64', ' 42 ', 42],
    ['INT64', '−7', -7],
    ['INT64', '-0', 0],
    ['DOUBLE', '2,5', 2.5],
    ['DOUBLE', '.5', 0.5],
    ['DOUBLE', '1e3', 1000],
    ['STRING', ' kept as typed ', ' kept as typed '],
    ['BOOLEAN', 'true', true],
    ['DATE', '2026-02-28', '2026-02-28'],
  ] as const)('%s from %j', (type, typed, value) => {
    expect(parseInput(type, typed)).toEqual({ ok: true, value });
  });

  test.each([
    ['INT64', '1.5'],
    ['INT64', '9007199254740993'],
    ['INT64', 'twelve'],
    ['INT64', '0x10'],
    ['DOUBLE', ''],
    ['DOUBLE', '1,000,000'],
    ['DATE', '2026-02-30'],
    ['TIMESTAMP', 'noon'],
  ] as const)('%s not from %j', (type, typed) => {
    expect(parseInput(type, typed)).toEqual({ ok: false, problem: expect.stringMatching(/^It must be/) });
  });

  test('a time is shown as local time and comes back as the same instant', () => {
    const value = '2026-07-01T12:34:56.000Z';
    expect(parseInput('TIMESTAMP', inputText('TIMESTAMP', value))).toEqual({ ok: true, value });
  });
});
