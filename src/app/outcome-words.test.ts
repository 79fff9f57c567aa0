import { expect, test } from 'vitest';
import type { SkipReason } from '../shared/graph/apply-patch';
import { outcomeInWords } from './outcome-words';

const acknowledged = (...reasons: SkipReason[]) =>
  outcomeInWords({ status: 'ack', serverVersion: 7, skipped: reasons.map((reason, op) => ({ op, reason })) });

test('nothing is said of what went as it was meant', () => {
  expect(acknowledged()).toBeUndefined();
});

test.each([
  ['node_gone', 'That change was not made: someone else deleted the node first.'],
  ['edge_gone', 'That change was not made: the edge was deleted first.'],
  ['end_gone', 'The edge was not made: someone else deleted one of its nodes first.'],
  ['exists', 'It is there already; nothing was made twice.'],
] as const)('%s is said in a sentence', (reason, sentence) => {
  expect(acknowledged(reason)).toBe(sentence);
});

test('of many that were skipped the first is told, and how many more', () => {
  expect(acknowledged('end_gone', 'node_gone', 'node_gone')).toBe(
    'The edge was not made: someone else deleted one of its nodes first. (And 2 more like this.)',
  );
});

test("a refusal is told with the server's reason", () => {
  const reason = '"KNOWS" is already an edge type in this graph.';
  expect(outcomeInWords({ status: 'nack', code: 'NAME_TAKEN', reason })).toBe(`That change was not made. ${reason}`);
});
