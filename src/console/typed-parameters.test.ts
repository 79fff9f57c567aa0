import { expect, test } from 'vitest';
import { type TypedParameter, takeParameters } from './typed-parameters';

const typed = (kind: TypedParameter['kind'], text: string): TypedParameter => ({ kind, text, given: true });

test('each is taken as the kind that was chosen', () => {
  const parameters = {
    t: typed('text', '12'),
    empty: typed('text', ''),
    n: typed('number', ' −12,5 '),
    y: typed('yesNo', 'false'),
    l: typed('json', '["a", "b"]'),
    x: typed('nothing', 'left over'),
    unused: typed('number', 'what'),
  };
  expect(takeParameters(['t', 'empty', 'n', 'y', 'l', 'x'], parameters)).toEqual({
    ok: true,
    parameters: { t: '12', empty: '', n: -12.5, y: false, l: ['a', 'b'], x: null },
  });
});

test('what is missing or cannot be read is said of each', () => {
  const parameters = {
    n: typed('number', '12 apples'),
    blank: typed('number', ' '),
    l: typed('json', '[1, '),
    o: typed('json', '{"a": 1}'),
  };
  expect(takeParameters(['t', 'n', 'blank', 'l', 'o', 'toString'], parameters)).toEqual({
    ok: false,
    problems: [
      { name: 't', what: 'missing' },
      { name: 'n', what: 'notANumber' },
      { name: 'blank', what: 'missing' },
      { name: 'l', what: 'notJson' },
      { name: 'o', what: 'notJson' },
      { name: 'toString', what: 'missing' },
    ],
  });
});
