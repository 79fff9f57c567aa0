/** What a rule's label, edge type and properties are called now: it keeps the names of the time when it was set. */
import { findProperty, findType, GONE } from '../../shared/graph/former-names';
import { TYPE_KINDS } from '../../shared/graph/model';
import type { StyleRule } from '../../shared/graph/style-rules';
import type { RuleFacts } from '../../store/rule-looks';

export type RuleNames = RuleFacts['schema'];

/** The rule with the names of now; where something is gone, with that by which it was known. */
export function ruleWithPresentNames(rule: StyleRule, names: RuleNames): StyleRule {
  const kind = TYPE_KINDS[rule.on];
  const found = rule.of === undefined ? undefined : findType(names, kind, rule.of);
  if (found === undefined || found === GONE) return rule;
  const now = (key: string) => {
    const property = findProperty(names, kind, found, key);
    return property === undefined || property === GONE ? key : property.name;
  };
  const { where, look } = rule;
  return {
    ...rule,
    of: found.name,
    ...(where === undefined ? {} : { where: { ...where, key: now(where.key) } }),
    look:
      'by' in look && 'key' in look.by
        ? { ...look, by: { key: now(look.by.key) } }
        : look.set === 'caption'
          ? { ...look, key: now(look.key) }
          : look,
  };
}

/** Whether the rule is for a label or edge type that is not in the graph any more. */
export function isForNothing({ on, of }: StyleRule, names: RuleNames): boolean {
  const type = of === undefined ? null : findType(names, TYPE_KINDS[on], of);
  return type === undefined || type === GONE;
}
