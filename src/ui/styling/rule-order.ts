/** The order of rules: of two that set the same, the upper one counts. */
import type { Op } from '../../shared/graph/ops';
import type { StyleRule } from '../../shared/graph/style-rules';

/** From the one that counts most, as they are listed. */
export function inOrder(rules: Iterable<StyleRule>): StyleRule[] {
  return [...rules].sort((a, b) => b.rank - a.rank || (a.id < b.id ? 1 : -1));
}

/** The rank of a rule that is to count more than all there are. */
export function topRank(rules: Iterable<StyleRule>): number {
  return Math.max(0, ...Array.from(rules, ({ rank }) => rank)) + 1;
}

/**
 * Moves a rule in the list. What others change meanwhile in rules it passes is not touched, unless ranks have to be dealt
 * out anew: there is no room between two of them.
 */
export function movedOps(listed: readonly StyleRule[], from: number, to: number): Op[] {
  const rule = listed[from];
  if (rule === undefined) return [];
  const next = listed.toSpliced(from, 1).toSpliced(to, 0, rule);
  const [above, below] = [next[to - 1]?.rank, next[to + 1]?.rank];
  const rank = above === undefined ? (below ?? 0) + 1 : below === undefined ? above - 1 : (above + below) / 2;
  const hasRoom = (above === undefined || rank < above) && (below === undefined || rank > below);
  if (hasRoom) return [{ op: 'put_rule', rule: { ...rule, rank } }];
  return next.map((each, index) => ({ op: 'put_rule', rule: { ...each, rank: next.length - index } }));
}
