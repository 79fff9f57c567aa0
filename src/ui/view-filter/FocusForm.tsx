/** Shows the selection and what is near it, and nothing else. */
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { focusOnSelection } from '../../commands/view-commands';
import { Button } from '../../kit/Button';
import { useEditorState } from '../../store/editor-context';
import styles from './ViewPanel.module.css';

/** From nothing but the selection to three steps around it: further is mostly everything. */
const STEPS = [0, 1, 2, 3];

export function FocusForm() {
  const { t } = useTranslation('view');
  const { context } = useCommands();
  const [steps, setSteps] = useState(1);
  const id = useId();
  const hasSelection = useEditorState(
    ({ selectedNodes, selectedEdges }) => selectedNodes.length + selectedEdges.length > 0,
  );
  const focus = (event: FormEvent) => {
    event.preventDefault();
    if (hasSelection) focusOnSelection(context, steps);
  };
  return (
    <form className={styles['focus']} onSubmit={focus}>
      <label htmlFor={id}>{t('howFar')}</label>
      <select
        id={id}
        className={styles['select']}
        value={steps}
        onChange={(event) => setSteps(Number(event.target.value))}
      >
        {STEPS.map((count) => (
          <option key={count} value={count}>
            {count === 0 ? t('noSteps') : t('steps', { count })}
          </option>
        ))}
      </select>
      <Button type="submit" disabled={!hasSelection}>
        {t('onlyThese')}
      </Button>
      {!hasSelection && <p className={styles['hint']}>{t('aroundHint')}</p>}
    </form>
  );
}
