/** Filters by what elements have: only those with a value of a property, or all but those. Several count together. */
import type { PropertyValue } from '../shared/graph/values';
import type { RowProperties } from './rows';

export interface ValueRule {
  readonly on: 'node' | 'edge';
  /** The label or edge type, and its property, as the schema spells them. */
  readonly of: string;
  readonly key: string;
  /** Undefined: that there is none. */
  readonly value: PropertyValue | undefined;
  readonly keeps: 'only' | 'others';
}

/** What a rule is about, of an element. */
export interface Valued {
  readonly of: string;
  readonly properties: RowProperties;
}

/** Whether the element has the value. */
export function hasValue({ of, key, value }: ValueRule, element: Valued): boolean {
  return element.of === of && element.properties[key] === value;
}

/**
 * Whether the rules leave an element. Of a label with "only" rules, all of these have to be met. Where there are any, other
 * labels have none that are left: "only those in Asia" means nothing else, and "only Latin scripts" as well adds those.
 */
export function passesRules(rules: readonly ValueRule[], on: ValueRule['on'], element: Valued): boolean {
  let isAny = false;
  let isOfThese = false;
  for (const rule of rules) {
    if (rule.on !== on) continue;
    if (rule.keeps === 'others') {
      if (hasValue(rule, element)) return false;
      continue;
    }
    isAny = true;
    if (rule.of !== element.of) continue;
    if (!hasValue(rule, element)) return false;
    isOfThese = true;
  }
  return isOfThese || !isAny;
}

/** With the rule. "Only" another value of a property takes the place of the one before; a rule ends its opposite. */
export function withRule(rules: readonly ValueRule[], rule: ValueRule): readonly ValueRule[] {
  const isReplaced = (other: ValueRule) =>
    other.on === rule.on &&
    other.of === rule.of &&
    other.key === rule.key &&
    (other.value === rule.value || (other.keeps === 'only' && rule.keeps === 'only'));
  return [...rules.filter((other) => !isReplaced(other)), rule];
}
