/** Says who else is editing a field. It is there when nobody is, too, so that screen readers tell when someone comes. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import type { Person } from '../../shared/protocol/person';
import styles from './EditedMark.module.css';

export function EditedMark({ id, editors }: { id: string; editors: readonly Person[] }) {
  const { t, i18n } = useTranslation('inspector');
  const names = new Intl.ListFormat(i18n.language).format(editors.map(({ name }) => isolated(name)));
  return (
    <p id={id} className={styles['mark']} aria-live="polite">
      {editors.length > 0 && t('editing', { count: editors.length, names })}
    </p>
  );
}
