/** Saves what was found as a property of the nodes, for everyone: one step to undo. */
import { Save } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { TextInput } from '../../kit/TextInput';
import { tidyName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import type { Measure } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import { planSave, savedType } from './save-plan';

export function SaveForm({ measure }: { readonly measure: Measure }) {
  const { t } = useTranslation('algorithms');
  const editable = useEditorState(mayEdit);
  const [open, setOpen] = useState(false);
  if (!editable) return null;
  if (open) return <OpenForm measure={measure} onClose={() => setOpen(false)} />;
  return (
    <Button look="quiet" onClick={() => setOpen(true)}>
      <Save size={15} aria-hidden /> {t('save')}
    </Button>
  );
}

function OpenForm({ measure, onClose }: { readonly measure: Measure; readonly onClose: () => void }) {
  const { t } = useTranslation(['algorithms', 'inspector']);
  const { store, editInParts } = useEditor();
  const [typed, setTyped] = useState(() => t(`property.${measure.setting.algorithm}`));
  const [problem, setProblem] = useState<string>();
  const [nameId, hintId, problemId] = [useId(), useId(), useId()];
  const save = () => {
    const name = tidyName(typed);
    const plan = planSave(measure, name, store.getState());
    if ('problem' in plan) return setProblem(plan.problem);
    if (plan.ops.length > 0) void editInParts(plan.ops);
    const saved = { name: isolated(name), count: plan.nodes };
    notify(store, plan.ops.length > 0 ? t('saved', saved) : t('nothingToSave'));
    onClose();
  };
  return (
    <form
      className={styles['save']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles['field']}>
        <label htmlFor={nameId}>{t('saveName')}</label>
        <TextInput
          id={nameId}
          autoFocus
          value={typed}
          aria-invalid={problem !== undefined}
          aria-describedby={`${hintId} ${problemId}`}
          onChange={({ target }) => {
            setTyped(target.value);
            setProblem(undefined);
          }}
        />
      </div>
      <Button look="primary" type="submit">
        {t('saveNow')}
      </Button>
      <p id={problemId} role="alert" className={styles['problem']}>
        {problem}
      </p>
      <p id={hintId} className={styles['hint']}>
        {t('saveHint', { count: measure.values.size, type: t(`inspector:types.${savedType(measure)}`) })}
      </p>
    </form>
  );
}
