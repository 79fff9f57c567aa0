/** What became of an edit, said to the person who made it. */
import type { Outcome } from '../replica/replica';
import type { SkipReason } from '../shared/graph/apply-patch';

const WORDS: Readonly<Record<SkipReason, string>> = {
  node_gone: 'That change was not made: someone else deleted the node first.',
  edge_gone: 'That change was not made: the edge was deleted first.',
  end_gone: 'The edge was not made: someone else deleted one of its nodes first.',
  exists: 'It is there already; nothing was made twice.',
};

/** A sentence, or undefined when all went as it was meant. */
export function outcomeInWords(outcome: Outcome): string | undefined {
  if (outcome.status === 'nack') return `That change was not made. ${outcome.reason}`;
  const first = outcome.skipped[0];
  if (first === undefined) return undefined;
  const others = outcome.skipped.length - 1;
  return others === 0 ? WORDS[first.reason] : `${WORDS[first.reason]} (And ${others} more like this.)`;
}
