/** Where a node is, as numbers: each saved as it is left or Enter is pressed, Esc takes it back. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../commands/create-ops';
import { said } from '../../i18n/said';
import { parseInput } from '../../kit/parse-input';
import { TextInput } from '../../kit/TextInput';
import { LIMITS } from '../../shared/limits';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './ElementFacts.module.css';

type Axis = 'x' | 'y';

export function Place({ id, readOnly }: { readonly id: string; readonly readOnly: boolean }) {
  const { store, edit } = useEditor();
  const { t } = useTranslation('inspector');
  const place = useEditorState((state) => state.nodes.get(id)?.position);
  const [problem, setProblem] = useState<{ readonly of: Axis; readonly words: string }>();
  const problemId = useId();
  if (place === undefined) return null;

  /** @returns whether it was saved */
  const take = (axis: Axis, typed: string): boolean => {
    const parsed = parseInput('DOUBLE', typed);
    if (!parsed.ok) {
      setProblem({ of: axis, words: said(parsed.problem) });
      return false;
    }
    const value = Number(parsed.value);
    if (Math.abs(value) > LIMITS.coordinate) {
      setProblem({ of: axis, words: t('tooFar', { most: LIMITS.coordinate }) });
      return false;
    }
    setProblem(undefined);
    // The other number is as it is now: someone else may have moved the node meanwhile.
    const now = store.getState().nodes.get(id)?.position;
    if (now === undefined) return true;
    const position = tidy({ ...now, [axis]: value });
    if (position.x !== now.x || position.y !== now.y) void edit([{ op: 'move_node', nodeId: id, position }]);
    return true;
  };
  return (
    <fieldset className={styles['place']}>
      <legend>{t('position')}</legend>
      {(['x', 'y'] as const).map((axis) => (
        <Coordinate
          key={axis}
          axis={axis}
          value={place[axis]}
          readOnly={readOnly}
          describedBy={problem?.of === axis ? problemId : undefined}
          onTake={(typed) => take(axis, typed)}
          onReset={() => setProblem(undefined)}
        />
      ))}
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {t('kept', { problem: problem.words })}
        </p>
      )}
    </fieldset>
  );
}

interface CoordinateProps {
  readonly axis: Axis;
  readonly value: number;
  readonly readOnly: boolean;
  /** The id of what is wrong with what was typed, in words. */
  readonly describedBy: string | undefined;
  readonly onTake: (typed: string) => boolean;
  readonly onReset: () => void;
}

function Coordinate({ axis, value, readOnly, describedBy, onTake, onReset }: CoordinateProps) {
  const [draft, setDraft] = useState<string>();
  const id = useId();
  const save = () => {
    if (draft !== undefined && !readOnly && onTake(draft)) setDraft(undefined);
  };
  const reset = () => {
    setDraft(undefined);
    onReset();
  };
  return (
    <span className={styles['number']}>
      <label htmlFor={id}>{axis}</label>
      <TextInput
        id={id}
        inputMode="decimal"
        value={draft ?? String(Math.round(value))}
        readOnly={readOnly}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          setDraft(event.target.value);
          onReset();
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') reset();
        }}
      />
    </span>
  );
}
