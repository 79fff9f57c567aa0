/** In the console: the query under a name, for everyone; or what an existing view is to be from now on. */
import { Save } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { TextInput } from '../../kit/TextInput';
import type { SavedView } from '../../shared/graph/saved-views';
import { LIMITS } from '../../shared/limits';
import { ConditionFields } from './ConditionFields';
import { KindField } from './KindField';
import styles from './SaveViewForm.module.css';
import { useSaveView } from './use-save-view';

/** @param begun the view that is being changed; undefined: a new one */
export function SaveViewForm({ begun }: { readonly begun: SavedView | undefined }) {
  const { t } = useTranslation('views');
  const { typed, change, problem, clearProblem, words, isNew, isFull, submit, close } = useSaveView(begun);
  const [nameId, wordsId] = [useId(), useId()];
  return (
    <form
      className={styles['form']}
      aria-label={begun === undefined ? t('form.title') : t('form.titleEdit', { name: isolated(begun.name) })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onChange={clearProblem}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles['name']}>
        <label htmlFor={nameId}>{t('form.name')}</label>
        <TextInput
          id={nameId}
          autoFocus
          placeholder={t('form.namePlaceholder')}
          maxLength={LIMITS.titleLength}
          aria-invalid={problem?.what === 'noName'}
          aria-describedby={wordsId}
          value={typed.name}
          onChange={({ target }) => change.setName(target.value)}
        />
      </div>
      <KindField kind={typed.kind} onChoose={change.setKind} />
      {typed.kind === 'number' && <ConditionFields condition={typed.condition} onChange={change.setCondition} />}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" disabled={isFull}>
          <Save size={14} aria-hidden /> {t(isNew ? 'form.save' : 'form.saveChanges')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <p id={wordsId} role="status" className={styles['note']} data-problem={problem !== undefined}>
        {words}
      </p>
    </form>
  );
}
