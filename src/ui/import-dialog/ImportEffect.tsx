/** What importing does to the open graph, and what it cannot keep, in sentences. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import styles from './ImportDialog.module.css';
import type { ImportPlan } from './plan-import';

interface ImportEffectProps {
  readonly plan: Extract<ImportPlan, { status: 'possible' }>;
  /** Of the graph in the file. */
  readonly title: string | undefined;
}

export function ImportEffect({ plan, title }: ImportEffectProps) {
  const { t } = useTranslation(['files', 'clipboard', 'inspector']);
  const whole = title === undefined ? t('whole') : t('wholeTitled', { title: isolated(title) });
  return (
    <>
      <p>{plan.ops.length === 0 ? t('nothing') : plan.isWhole ? whole : t('beside')}</p>
      {plan.misfits.length > 0 && (
        <div className={styles['misfits']}>
          <p>{t('clipboard:misfits.intro')}</p>
          <ul>
            {plan.misfits.map(({ of, property, type, values }) => (
              <li key={`${of}\n${property}`}>
                {t('clipboard:misfits.property', {
                  count: values,
                  of: isolated(of),
                  property: isolated(property),
                  type: t(`inspector:types.${type}`),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
