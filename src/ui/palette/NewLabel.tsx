/** Makes a new label in place: a name, with a colour and an icon chosen to fit. */
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { freshColor } from '../../kit/colors';
import { iconForName } from '../../kit/icons';
import { TextInput } from '../../kit/TextInput';
import type { ElementType } from '../../shared/graph/model';
import { foldName, nameProblem, tidyName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './NewLabel.module.css';

type Types = ReadonlyMap<string, ElementType>;

/** Labels and edge types share one namespace. */
function clash(name: string, labels: Types, edgeTypes: Types): string | undefined {
  const [label, edgeType] = [labels.get(foldName(name)), edgeTypes.get(foldName(name))];
  if (label !== undefined) return `There is already a label "${isolated(label.name)}".`;
  return edgeType === undefined ? undefined : `"${isolated(edgeType.name)}" is already an edge type.`;
}

export function NewLabel() {
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
    if (full !== undefined) return <p className={styles['full']}>A graph can have at most {full} labels.</p>;
    return (
      <Button look="quiet" className={styles['open'] ?? ''} autoFocus={focusBack} onClick={() => setDraft('')}>
        <Plus size={15} aria-hidden /> New label
      </Button>
    );
  }
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const name = tidyName(draft);
    const { labels, edgeTypes } = store.getState();
    const wrong = nameProblem(name) ?? clash(name, labels, edgeTypes);
    if (wrong !== undefined) return setProblem(wrong);
    const color = freshColor(Array.from(labels.values(), (label) => label.style.color));
    close(true);
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
        readOnly={!editable}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && close(true)}
        onBlur={() => draft.trim() === '' && close(false)}
      />
      <Button look="primary" type="submit" disabled={!editable}>
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
