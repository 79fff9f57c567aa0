import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import type { Measuring } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';

/** Says that an algorithm runs, how far it is where that is known, and stops it. */
export function Progress({ measuring: { setting, done, cancel } }: { readonly measuring: Measuring }) {
  const { t } = useTranslation('algorithms');
  return (
    <div className={styles['progress']}>
      <span>{t('running')}</span>
      <progress aria-label={t(`kind.${setting.algorithm}`)} value={done} max={1} />
      <Button onClick={cancel}>{t('cancel')}</Button>
    </div>
  );
}
