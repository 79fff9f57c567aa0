import { describe, expect, test } from 'vitest';
import { testRuleId } from '../../shared/graph/ops.arbitrary';
import type { RuleLook, StyleRule } from '../../shared/graph/style-rules';
import { movedOps, topRank } from './rule-order';

const look: RuleLook = { set: 'color', color: '#b5563f' };
const rule = (n: number, rank: number): StyleRule => ({ id: testRuleId(n), rank, on: 'node', look });

describe('moving a rule', () => {
  const listed = [rule(1, 3), rule(2, 2), rule(3, 1)];
  const ranks = (from: number, to: number) =>
    movedOps(listed, from, to).map((op) => (op.op === 'put_rule' ? [op.rule.id, op.rule.rank] : []));

  test('changes that rule alone where there is room', () => {
    expect(ranks(2, 1)).toEqual([[testRuleId(3), 2.5]]);
    expect(ranks(1, 0)).toEqual([[testRuleId(2), 4]]);
    expect(ranks(1, 2)).toEqual([[testRuleId(2), 0]]);
  });

  test('deals the ranks out anew where two have the same', () => {
    const same = [rule(2, 1), rule(1, 1), rule(3, 1)];
    const ops = movedOps(same, 2, 1);
    expect(ops.map((op) => (op.op === 'put_rule' ? [op.rule.id, op.rule.rank] : []))).toEqual([
      [testRuleId(2), 3],
      [testRuleId(3), 2],
      [testRuleId(1), 1],
    ]);
  });

  test('a new one counts most', () => {
    expect(topRank(listed)).toBe(4);
    expect(topRank([])).toBe(1);
  });
});
