/** Styling rules in words: "City where people > 1000: size by people". */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ALGORITHMS } from '../../algorithms/algorithms';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import { LABEL_COLORS } from '../../kit/colors';
import type { RuleLook, StyleRule } from '../../shared/graph/style-rules';
import { useEditorState } from '../../store/editor-context';
import { COLOR_NAMES } from '../type-panel/ColorChoice';
import { iconTitle } from '../type-panel/icon-title';
import { type RuleNames, ruleWithPresentNames } from './rule-names';

export interface RuleWords {
  /** What it is for. */
  readonly subject: (rule: StyleRule) => string;
  readonly whole: (rule: StyleRule) => string;
}

/** What a kind of look is called: of edges it is thickness that is size. */
export function lookKindWords(t: TFunction<'styling'>, kind: RuleLook['set'], on: StyleRule['on']): string {
  switch (kind) {
    case 'size':
      return t(`looks.size.${on}`);
    case 'size_by_number':
      return t(`looks.sizeByNumber.${on}`);
    case 'color_by_value':
      return t('looks.colorByValue');
    case 'color_by_number':
      return t('looks.colorByNumber');
    default:
      return t(`looks.${kind}`);
  }
}

/** By the names that things have now, in the language that is spoken now. */
export function useRuleWords(): RuleWords {
  useTranslation();
  return ruleWords(useEditorState((state) => state.ruleNames));
}

export function ruleWords(names: RuleNames): RuleWords {
  const subject = (rule: StyleRule) => subjectWords(ruleWithPresentNames(rule, names));
  return {
    subject,
    whole: (rule) => t('styling:rule', { subject: subject(rule), look: lookWords(ruleWithPresentNames(rule, names)) }),
  };
}

function subjectWords({ on, of, where }: StyleRule): string {
  const subject = of === undefined ? t(`styling:all.${on}`) : isolated(of);
  if (where === undefined) return subject;
  const value = 'value' in where ? isolated(String(where.value)) : '';
  return t('styling:subjectWhere', {
    subject,
    condition: t(`styling:where.${where.is}`, { key: isolated(where.key), value }),
  });
}

function lookWords({ on, look }: StyleRule): string {
  switch (look.set) {
    case 'color':
      return t('styling:does.color', { color: colorWords(look.color) });
    case 'color_by_value':
    case 'color_by_number':
      return t('styling:does.colorBy', { by: byWords(look) });
    case 'size':
      return t(`styling:does.size.${on}`, { size: t(`types:sizes.${look.size}`) });
    case 'size_by_number':
      return t(`styling:does.sizeBy.${on}`, { by: byWords(look) });
    case 'icon':
      return t('styling:does.icon', { icon: iconTitle(look.icon) });
    case 'caption':
      return t('styling:does.caption', { key: isolated(look.key) });
  }
}

function byWords({ by }: Extract<RuleLook, { by: unknown }>): string {
  if ('key' in by) return isolated(by.key);
  const algorithm = ALGORITHMS.find((each) => each === by.algorithm);
  return algorithm === undefined ? isolated(by.algorithm) : t(`algorithms:kind.${algorithm}`);
}

function colorWords(color: string): string {
  const name = COLOR_NAMES[LABEL_COLORS.indexOf(color)];
  return name === undefined ? color : t(`types:colors.${name}`);
}
