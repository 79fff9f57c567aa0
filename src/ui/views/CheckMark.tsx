/** Whether a check holds: by shape, word and colour. */
import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckState } from '../../views/checks';
import styles from './Views.module.css';

export const CHECK_ICONS = { holds: CircleCheck, fails: CircleX, broken: CircleAlert, waiting: CircleDashed } as const;

export function CheckMark({ state, size = 14 }: { readonly state: CheckState; readonly size?: number }) {
  const { t } = useTranslation('views');
  const Icon = CHECK_ICONS[state];
  return (
    <span className={styles['mark']} data-state={state}>
      <Icon size={size} aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}
