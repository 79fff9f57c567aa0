/**
 * Groups numbered from 1, the largest first; of two as large, the one with the first node.
 * @param groups for each node a number that it shares with its group alone
 */
export function rankedGroups(groups: Float64Array): Float64Array {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort(([, one], [, other]) => other - one).map(([group]) => group);
  const ranks = new Map(order.map((group, index) => [group, index + 1]));
  return groups.map((group) => ranks.get(group) ?? 0);
}
