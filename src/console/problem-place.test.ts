import { expect, onTestFinished, test } from 'vitest';
import { speak } from '../i18n/i18n';
import { problemPlace } from './problem-place';
import { problemWords } from './problem-words';

/** The query with what is marked in brackets. */
function marked(message: string, query: string): string {
  const place = problemPlace(message, query);
  if (place === undefined) return query;
  return `${query.slice(0, place.from)}⟦${query.slice(place.from, place.to)}⟧${query.slice(place.to)}`;
}

// As the database says it.
const SYNTAX =
  'Parser exception: Invalid input <MATCH (a:P RETURN>: expected rule oC_SingleQuery (line: 1, offset: 11)\n"MATCH (a:P RETURN a"\n            ^^^^^^';
const EARLY =
  'Parser exception: mismatched input \'<EOF>\' expecting SP (line: 1, offset: 28)\n"MATCH (a:P) RETURN a.n ORDER"\n                             ';

test.each([
  [SYNTAX, 'MATCH (a:P RETURN a', 'MATCH (a:P ⟦RETURN⟧ a'],
  [EARLY, 'MATCH (a:P) RETURN a.n ORDER', 'MATCH (a:P) RETURN a.n ORDE⟦R⟧'],
  [
    'Parser exception: x (line: 3, offset: 7)',
    'MATCH (a:P)\n WHERE a.n > \nRETURN a',
    'MATCH (a:P)\n WHERE a.n > \nRETURN ⟦a⟧',
  ],
  [
    'Parser exception: x (line: 1, offset: 13)',
    "RETURN '😀😀' + zz oops",
    "RETURN '😀😀' ⟦+⟧ zz oops".replace('⟦+⟧', '+').replace(' zz', '⟦ ⟧zz'),
  ],
  ['Binder exception: Cannot find property nam for a.', 'MATCH (a) RETURN a.nam', 'MATCH (a) RETURN a.⟦nam⟧'],
  ['Binder exception: Cannot find property full nam for a.', 'RETURN a.`full nam`', 'RETURN a.⟦`full nam`⟧'],
  ['Binder exception: Table Q does not exist.', "MATCH (Qa:Q) RETURN 'Q'", "MATCH (Qa:⟦Q⟧) RETURN 'Q'"],
  ['Binder exception: Variable x is not in scope.', 'RETURN x // x', 'RETURN ⟦x⟧ // x'],
  ['Catalog exception: function FOO does not exist.', 'RETURN foo(1)', 'RETURN ⟦foo⟧(1)'],
  ['Runtime exception: Divide by zero.', 'RETURN 1/0', 'RETURN 1/0'],
  ['Binder exception: Variable $^ is not in scope.', 'RETURN 1', 'RETURN 1'],
])('%s', (message, query, expected) => {
  expect(marked(message, query)).toBe(expected);
});

test('what the database says is said in words, in the language of the page, and kept beside them', () => {
  onTestFinished(() => speak('en'));
  const missing = 'Binder exception: Cannot find property nam for a.';
  expect(problemWords(missing)).toEqual({ sentence: 'a has no property “nam”.', original: missing });
  expect(problemWords(EARLY).sentence).toBe('The query ends too early: something is missing.');
  expect(problemWords(SYNTAX).sentence).toBe('This cannot be read as Cypher, from the marked place on.');
  expect(
    problemWords('Binder exception: Function + did not receive correct arguments:\nActual:   (INT64,NODE)\nExpected: …')
      .sentence,
  ).toBe('+ cannot be used with these kinds of values: INT64,NODE.');
  const ours = 'Only one statement can be run at a time.';
  expect(problemWords(ours)).toEqual({ sentence: ours, original: undefined });
  speak('ja');
  expect(problemWords(missing).sentence).toBe('aに「nam」というプロパティはありません。');
});
