import { iconNamed } from '../../kit/icons';
import type { LegendSample } from '../../picture/legend-entry';
import type { ActiveRule } from '../../store/rule-looks';
import { BeneathWords } from '../algorithms/BeneathWords';
import shared from '../algorithms/MeasureLegend.module.css';
import styles from './Legends.module.css';
import { ruleEntry } from './rule-entry';
import { useRuleWords } from './rule-words';

/** One rule: what it is for, and what its looks mean. */
export function LegendRule({ active }: { readonly active: ActiveRule }) {
  const { words, sample } = ruleEntry(active, useRuleWords());
  return (
    <>
      <span className={styles['one']}>
        <Mark sample={sample} />
        {words}
      </span>
      <BeneathWords sample={sample} />
    </>
  );
}

function Mark({ sample }: { readonly sample: LegendSample | undefined }) {
  if (sample?.kind === 'color') {
    return <span className={shared['swatch']} style={{ '--color': sample.color }} aria-hidden />;
  }
  if (sample?.kind !== 'icon') return null;
  const Icon = iconNamed(sample.icon);
  return <Icon size={14} aria-hidden />;
}
