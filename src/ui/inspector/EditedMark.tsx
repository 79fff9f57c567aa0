/** Says who else is editing a field. It is there when nobody is, too, so that screen readers tell when someone comes. */
import { isolated } from '../../kit/bidi';
import type { Person } from '../../shared/protocol/person';
import styles from './EditedMark.module.css';

const NAMES = new Intl.ListFormat('en');

export function EditedMark({ id, editors }: { id: string; editors: readonly Person[] }) {
  return (
    <p id={id} className={styles['mark']} aria-live="polite">
      {editors.length > 0 &&
        `${NAMES.format(editors.map(({ name }) => isolated(name)))} ${editors.length === 1 ? 'is' : 'are'} editing this`}
    </p>
  );
}
