/** What owners know a link by: edited in place, saved when the field is left or by Enter; Esc takes it back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../shared/limits';
import styles from './Share.module.css';

interface LinkNameProps {
  readonly name: string;
  readonly disabled: boolean;
  /** @returns whether it is done; if not, what was typed stays */
  readonly onRename: (name: string) => Promise<boolean>;
  /** Something is typed: what was said before is out of date. */
  readonly onType: () => void;
}

export function LinkName({ name, disabled, onRename, onType }: LinkNameProps) {
  const { t } = useTranslation('share');
  const [draft, setDraft] = useState<string>();
  const save = async () => {
    const next = draft?.trim().toWellFormed();
    if (next === undefined || next === name || (await onRename(next))) setDraft(undefined);
  };
  return (
    <input
      className={styles['linkName']}
      dir="auto"
      aria-label={t('nameOf')}
      placeholder={t('noName')}
      maxLength={LIMITS.linkNameLength}
      value={draft ?? name}
      readOnly={disabled}
      onChange={(event) => {
        setDraft(event.target.value);
        onType();
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape' && draft !== undefined) {
          // It is the name that Esc takes back, not the dialog.
          event.preventDefault();
          setDraft(undefined);
        }
      }}
    />
  );
}
