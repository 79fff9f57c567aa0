/** What is near the selection: how much that is, and to select it, show only it, or show what of it is hidden. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { selectWithin } from '../../commands/select-commands';
import { focusOnSelection } from '../../commands/view-commands';
import { Button } from '../../kit/Button';
import { useEditorState } from '../../store/editor-context';
import { showAlso } from '../explore/reveal';
import { MOST_STEPS, useReach } from './use-reach';
import styles from './ViewPanel.module.css';

/** From nothing but the selection on. */
const STEPS = Array.from({ length: MOST_STEPS + 1 }, (_, steps) => steps);

export function AroundForm() {
  const { t } = useTranslation(['view', 'explore']);
  const { context } = useCommands();
  const [steps, setSteps] = useState(1);
  const [id, foundId] = [useId(), useId()];
  const reach = useReach();
  const hasSelection = useEditorState(
    ({ selectedNodes, selectedEdges }) => selectedNodes.length + selectedEdges.length > 0,
  );
  if (!hasSelection) return <p className={styles['hint']}>{t('view:aroundHint')}</p>;
  const hidden = reach.hidden(steps);
  const stepsWords = (count: number) =>
    count === 0
      ? t('view:noSteps')
      : t('explore:reach.count', { steps: t('view:steps', { count }), count: reach.shown(count) });
  return (
    <form className={styles['focus']} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>{t('view:howFar')}</label>
      <select
        id={id}
        className={styles['select']}
        aria-describedby={foundId}
        value={steps}
        onChange={(event) => setSteps(Number(event.target.value))}
      >
        {STEPS.map((count) => (
          <option key={count} value={count}>
            {stepsWords(count)}
          </option>
        ))}
      </select>
      <p id={foundId} className={styles['hint']} role="status">
        {t('explore:reach.found', { count: reach.shown(steps), hidden: hidden.length })}
      </p>
      <Button onClick={() => selectWithin(context, steps)}>{t('explore:reach.select')}</Button>
      <Button onClick={() => focusOnSelection(context, steps)}>{t('explore:reach.only')}</Button>
      <Button disabled={hidden.length === 0} onClick={() => showAlso(context, { nodes: hidden, edges: [] })}>
        {hidden.length === 0 ? t('explore:reach.alsoNone') : t('explore:reach.also', { count: hidden.length })}
      </Button>
    </form>
  );
}
