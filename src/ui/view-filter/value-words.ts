/** Values as people read them, and filters by them in words. */
import { t } from '../../i18n/i18n';
import { yesNo } from '../../i18n/yes-no';
import { isolated } from '../../kit/bidi';
import { formatValue } from '../../kit/format-value';
import { foldName } from '../../shared/graph/names';
import type { SchemaSlice } from '../../store/schema';
import type { ValueRule } from '../../store/value-rules';

type Schema = Pick<SchemaSlice, 'labels' | 'edgeTypes'>;

/** What the words of a rule are filled with; no value where the rule is about having none. */
export function ruleParts({ on, of, key, value }: ValueRule, { labels, edgeTypes }: Schema) {
  const type = (on === 'node' ? labels : edgeTypes).get(foldName(of))?.properties.get(foldName(key))?.type ?? 'STRING';
  const words = value === undefined ? undefined : isolated(formatValue(type, value, yesNo));
  return { of: isolated(of), key: isolated(key), value: words };
}

/** "only Country with region: Asia" */
export function ruleWords(rule: ValueRule, schema: Schema): string {
  const { of, key, value } = ruleParts(rule, schema);
  if (value === undefined) return t(`explore:part.${rule.keeps}Without`, { of, key });
  return t(`explore:part.${rule.keeps}`, { of, key, value });
}
