/** Makes a new label in place: a name, with a colour and an icon chosen to fit. */
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createLabelOp } from '../../commands/create-ops';
import { typeNameWords } from '../../commands/name-words';
import { Button } from '../../kit/Button';
import { TextInput } from '../../kit/TextInput';
import { tidyName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './NewLabel.module.css';

export function NewLabel() {
  const { t } = useTranslation('labels');
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  /** How many labels a graph may have, where it has as many. */
  const full = useEditorState(({ labels, limits }) =>
    limits !== undefined && labels.size >= limits.labels ? limits.labels : undefined,
  );
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** The keyboard goes back to the button, but not when it has gone elsewhere by itself. */
  const [focusBack, setFocusBack] = useState(false);
  const problemId = useId();
  const close = (focus: boolean) => {
    setDraft(undefined);
    setProblem(undefined);
    setFocusBack(focus);
  };
  if (draft === undefined) {
    if (!editable) return null;
    if (full !== undefined) return <p className={styles['full']}>{t('full', { count: full })}</p>;
    return (
      <Button look="quiet" className={styles['open'] ?? ''} autoFocus={focusBack} onClick={() => setDraft('')}>
        <Plus size={15} aria-hidden /> {t('newLabel')}
      </Button>
    );
  }
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const name = tidyName(draft);
    const { labels, edgeTypes } = store.getState();
    const wrong = typeNameWords(name, { labels, edgeTypes });
    if (wrong !== undefined) return setProblem(wrong);
    close(true);
    await edit([createLabelOp(name, labels)]);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void create(event)}>
      <TextInput
        autoFocus
        aria-label={t('newLabelName')}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        placeholder={t('example')}
        value={draft}
        readOnly={!editable}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && close(true)}
        onBlur={() => draft.trim() === '' && close(false)}
      />
      <Button look="primary" type="submit" disabled={!editable}>
        {t('add')}
      </Button>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </form>
  );
}
