/** Another name for a saved view. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { TextInput } from '../../kit/TextInput';
import { LIMITS } from '../../shared/limits';
import styles from './Views.module.css';

interface RenameFormProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

export function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  const { t } = useTranslation('views');
  const [typed, setTyped] = useState(name);
  const next = typed.trim().toWellFormed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next !== '') onRename(next);
  };
  return (
    <form
      className={styles['actions']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextInput
        autoFocus
        aria-label={t('newName', { name: isolated(name) })}
        maxLength={LIMITS.titleLength}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" look="primary" disabled={next === ''}>
        {t('save')}
      </Button>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </form>
  );
}
