/** Makes a new label in place: a name, with a colour and an icon chosen to fit. */
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../kit/Button';
import { freshColor } from '../../kit/colors';
import { iconForName } from '../../kit/icons';
import { TextInput } from '../../kit/TextInput';
import { foldName, nameProblem, tidyName } from '../../shared/graph/names';
import { useEditor } from '../../store/editor-context';
import styles from './NewLabel.module.css';

export function NewLabel() {
  const { store, edit } = useEditor();
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const close = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  if (draft === undefined) {
    return (
      <Button look="quiet" className={styles['open'] ?? ''} onClick={() => setDraft('')}>
        <Plus size={15} aria-hidden /> New label
      </Button>
    );
  }
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const name = tidyName(draft);
    const { labels } = store.getState();
    const wrong = nameProblem(name) ?? (labels.has(foldName(name)) ? `There is already a label "${name}".` : undefined);
    if (wrong !== undefined) return setProblem(wrong);
    const color = freshColor(Array.from(labels.values(), (label) => label.style.color));
    close();
    await edit([
      {
        op: 'create_label',
        label: name,
        properties: { name: 'STRING' },
        style: { color, icon: iconForName(name), caption: 'name' },
      },
    ]);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void create(event)}>
      <TextInput
        autoFocus
        aria-label="Name of the new label"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        placeholder="Person"
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        onBlur={() => draft.trim() === '' && close()}
      />
      <Button look="primary" type="submit">
        Add
      </Button>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </form>
  );
}
