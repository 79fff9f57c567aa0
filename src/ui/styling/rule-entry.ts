/** What is told of a styling rule in legends. */
import { t } from '../../i18n/i18n';
import type { LegendEntry, LegendSample } from '../../picture/legend-entry';
import type { ActiveRule, RuleLooks } from '../../store/rule-looks';
import { scaleSample } from '../algorithms/scale-sample';
import type { RuleWords } from './rule-words';

/** From the one that counts most. A caption says itself what it is. */
export function toldRules({ active }: RuleLooks): readonly ActiveRule[] {
  return active.filter(({ rule }) => rule.look.set !== 'caption').toReversed();
}

export function ruleEntry(active: ActiveRule, { whole }: RuleWords): LegendEntry {
  return { words: whole(active.rule), sample: sampleOf(active) };
}

function sampleOf({ rule: { look, on }, scale }: ActiveRule): LegendSample | undefined {
  switch (look.set) {
    case 'color':
      return { kind: 'color', color: look.color };
    case 'icon':
      return { kind: 'icon', icon: look.icon };
    case 'color_by_value': {
      const given = (look.colors ?? []).map(({ value, color }) => ({ words: String(value), color }));
      return { kind: 'values', values: [...given, { words: t('styling:otherValues'), color: undefined }] };
    }
    case 'color_by_number':
      return scale && scaleSample(scale, 'color', [look.from, look.to]);
    case 'size_by_number':
      return scale && scaleSample(scale, on === 'node' ? 'size' : 'thickness');
    default:
      return undefined;
  }
}
