/** A plan as a list of steps, the last at the top. Where a step takes rows from several, each of those begins its own list. */
import { useTranslation } from 'react-i18next';
import type { PlanDetail, PlanStep } from '../../console/plan-tree';
import { locale } from '../../i18n/formats';
import { isolated } from '../../kit/bidi';
import styles from './PlanTree.module.css';

/**
 * Most steps have one input: those stand under each other as they are, joined by a line. Indented, forty of them would
 * leave no room for what they say.
 */
export function PlanTree({ last }: { readonly last: PlanStep }) {
  const { t } = useTranslation('console');
  return (
    <ul className={styles['steps']}>
      {lineTo(last).map((step) => (
        <li key={step.id}>
          <Step step={step} />
          {step.inputs.length > 1 && (
            <ul className={styles['inputs']} aria-label={t('planInputs', { count: step.inputs.length })}>
              {step.inputs.map((input) => (
                <li key={input.id}>
                  <PlanTree last={input} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The step and what leads to it, down to where several lead to one. */
function lineTo(last: PlanStep): readonly PlanStep[] {
  const line = [last];
  for (const { inputs } of line) if (inputs.length === 1) line.push(...inputs);
  return line;
}

function Step({ step }: { readonly step: PlanStep }) {
  const details = step.details.map(detailText).filter(({ text }) => text !== '');
  return (
    <div className={styles['step']}>
      <p className={styles['head']}>
        <span lang="en" className={styles['operator']}>
          {inWords(step.operator)}
        </span>
        {step.number !== undefined && <span>[{step.number}]</span>}
        <Figures step={step} />
      </p>
      {details.map(({ name, text }) => (
        <p key={`${name} ${text}`} className={styles['detail']}>
          {name !== undefined && <span lang="en">{name}</span>} <code>{text}</code>
        </p>
      ))}
    </div>
  );
}

/** What was measured where the query was run; otherwise what the database expects, where it says so. */
function Figures({ step }: { readonly step: PlanStep }) {
  const { t } = useTranslation('console');
  const { rows, milliseconds, estimate } = step;
  const figures = [
    rows !== undefined && t('rows', { count: rows, all: number(rows) }),
    milliseconds !== undefined && t('took', { milliseconds: number(milliseconds) }),
    estimate !== undefined && t('planEstimate', { count: estimate, all: number(estimate) }),
  ].filter((figure) => figure !== false);
  return figures.length > 0 && <span className={styles['figures']}>{figures.join(' · ')}</span>;
}

function inWords(operator: string): string {
  return operator.charAt(0) + operator.slice(1).toLowerCase().replaceAll('_', ' ');
}

function detailText({ name, values }: PlanDetail) {
  // Tables that begin so are the engine's own, and always empty.
  const shown = name === 'Tables' ? values.filter((value) => !value.startsWith('_')) : values;
  return { name, text: shown.map(isolated).join(', ') };
}

function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}
