/** Algorithms: one is chosen and run, and what it found is listed. What it found is one's own until it is saved. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Computing } from '../../algorithms/browser-algorithms';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { Measure } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import { ChooseAlgorithm } from './ChooseAlgorithm';
import { Found } from './Found';
import { Progress } from './Progress';
import { runAlgorithm } from './run-algorithm';

interface AlgorithmsPanelProps {
  readonly compute: Computing;
}

export function AlgorithmsPanel({ compute }: AlgorithmsPanelProps) {
  const { store } = useEditor();
  const open = useEditorState(({ panel }) => panel === 'algorithms');
  // Who leaves the page does not wait for it any more.
  useEffect(() => () => store.getState().measuring?.cancel(), [store]);
  return open ? <OpenPanel compute={compute} /> : null;
}

function OpenPanel({ compute }: AlgorithmsPanelProps) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const measure = useEditorState((state) => state.measure);
  const measuring = useEditorState((state) => state.measuring);
  /** What was found before the person went to choose another. */
  const [leftBehind, leaveBehind] = useState<Measure['values']>();
  const titleId = useId();
  useFocusBack();
  const close = () => store.setState({ panel: undefined });
  const onKeyDown = (event: KeyboardEvent) => {
    // Here the keys are about the panel, and not about what is selected on the canvas.
    if (['Escape', 'Delete', 'Backspace', 'Enter'].includes(event.key)) event.stopPropagation();
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
  };
  const isFound = measure !== undefined && measure.values !== leftBehind;
  return (
    <div role="dialog" aria-labelledby={titleId} className={styles['panel']} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t('title')}</h2>
        <Button look="quiet" autoFocus aria-label={t('close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {isFound ? (
        <Found
          key={measure.setting.algorithm}
          measure={measure}
          onAgain={() => void runAlgorithm(store, compute, measure.setting)}
          onAnother={() => leaveBehind(measure.values)}
        />
      ) : (
        <ChooseAlgorithm onRun={(setting) => void runAlgorithm(store, compute, setting)} />
      )}
      <div role="status" className={styles['status']}>
        {measuring !== undefined && <Progress measuring={measuring} />}
      </div>
    </div>
  );
}
