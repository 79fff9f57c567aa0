/**
 * The first three things to do, for who is new: each is ticked off as it is done, and all can be put away for good. It has a
 * place of its own in the page, so that it covers nothing.
 */
import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import {
  areAllDone,
  FIRST_STEPS,
  type FirstStep,
  keepFirstSteps,
  keptFirstSteps,
  type FirstSteps as Steps,
  withDoneNow,
} from '../../store/first-steps';
import styles from './FirstSteps.module.css';

interface FirstStepsProps {
  /** Where it is kept what was done. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** What was done, as it goes on, and the way to put it away. */
function useFirstSteps(storage: FirstStepsProps['storage']): [Steps, () => void] {
  const { store } = useEditor();
  const [steps, setSteps] = useState(() => keptFirstSteps(storage));
  const { away } = steps;
  useEffect(() => {
    if (away) return;
    return store.subscribe((state, before) => {
      if (state.pending === before.pending && state.panel === before.panel) return;
      setSteps((was) => withDoneNow(was, state));
    });
  }, [store, away]);
  useEffect(() => {
    // Once all is done it is shown a last time, and not again.
    if (steps.done.length > 0 || steps.away)
      keepFirstSteps(storage, { ...steps, away: steps.away || areAllDone(steps) });
  }, [storage, steps]);
  return [steps, () => setSteps((was) => ({ ...was, away: true }))];
}

export function FirstSteps({ storage }: FirstStepsProps) {
  const { t } = useTranslation('firstSteps');
  const [steps, putAway] = useFirstSteps(storage);
  const shown = useEditorState((state) => state.drawn && state.role !== undefined && mayEdit(state));
  if (steps.away || !shown) return null;
  const allDone = areAllDone(steps);
  return (
    <section className={styles['steps']} aria-label={t('title')}>
      <header className={styles['head']}>
        <h2>{t('title')}</h2>
        <Button look="quiet" className={styles['skip'] ?? ''} onClick={putAway}>
          {allDone ? t('close') : t('skip')} <X size={13} aria-hidden />
        </Button>
      </header>
      <ol className={styles['list']} aria-live="polite">
        {FIRST_STEPS.map((step) => (
          <Step key={step} step={step} done={steps.done.includes(step)} next={nextOf(steps) === step} />
        ))}
      </ol>
      {allDone && <p className={styles['end']}>{t('end', { keys: shortcutWords('Mod+K', navigator.platform) })}</p>}
    </section>
  );
}

function nextOf({ done }: Steps): FirstStep | undefined {
  return FIRST_STEPS.find((step) => !done.includes(step));
}

function Step({ step, done, next }: { readonly step: FirstStep; readonly done: boolean; readonly next: boolean }) {
  const { t } = useTranslation('firstSteps');
  const hasLabels = useEditorState((state) => state.labels.size > 0);
  const words = step === 'node' && !hasLabels ? t('label') : t(step);
  return (
    <li className={styles['step']} data-done={done} data-next={next} aria-current={next ? 'step' : undefined}>
      <span className={styles['mark']} role="img" aria-label={done ? t('done') : t('open')}>
        {done && <Check size={12} aria-hidden />}
      </span>
      <span>{words}</span>
    </li>
  );
}
