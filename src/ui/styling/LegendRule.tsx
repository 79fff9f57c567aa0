import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import { iconNamed } from '../../kit/icons';
import type { RuleLook } from '../../shared/graph/style-rules';
import type { ActiveRule } from '../../store/rule-looks';
import shared from '../algorithms/MeasureLegend.module.css';
import { ScoreLegend } from '../algorithms/ScoreLegend';
import styles from './Legends.module.css';
import { useRuleWords } from './rule-words';

/** One rule: what it is for, and what its looks mean. */
export function LegendRule({ active: { rule, scale } }: { readonly active: ActiveRule }) {
  const { whole } = useRuleWords();
  const { look, on } = rule;
  const words = whole(rule);
  if (look.set === 'color_by_value') {
    return (
      <>
        <span>{words}</span>
        <ValueList look={look} />
      </>
    );
  }
  if (scale !== undefined && look.set === 'color_by_number') {
    return (
      <>
        <span>{words}</span>
        <ScoreLegend scale={scale} show="color" colors={[look.from, look.to]} />
      </>
    );
  }
  if (scale !== undefined && look.set === 'size_by_number') {
    return (
      <>
        <span>{words}</span>
        <ScoreLegend scale={scale} show={on === 'node' ? 'size' : 'thickness'} />
      </>
    );
  }
  return (
    <span className={styles['one']}>
      <Sample look={look} />
      {words}
    </span>
  );
}

function Sample({ look }: { readonly look: RuleLook }) {
  if (look.set === 'color') return <span className={shared['swatch']} style={{ '--color': look.color }} aria-hidden />;
  if (look.set !== 'icon') return null;
  const Icon = iconNamed(look.icon);
  return <Icon size={14} aria-hidden />;
}

function ValueList({ look }: { readonly look: Extract<RuleLook, { set: 'color_by_value' }> }) {
  const { t } = useTranslation('styling');
  return (
    <ul className={shared['groups']}>
      {look.colors?.map(({ value, color }) => (
        <li key={`${typeof value} ${value}`}>
          <span className={shared['swatch']} style={{ '--color': color }} aria-hidden />
          <Isolate>{String(value)}</Isolate>
        </li>
      ))}
      <li>{t('otherValues')}</li>
    </ul>
  );
}
