/** Algorithms: one is chosen and run, and what it found is listed. What it found is one's own until it is saved. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Computing } from '../../algorithms/browser-algorithms';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { Measure } from '../../store/measure';
import { SidePanel } from '../side-panel/SidePanel';
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
  const close = () => store.setState({ panel: undefined });
  const isFound = measure !== undefined && measure.values !== leftBehind;
  return (
    <SidePanel title={t('title')} closeLabel={t('close')} onClose={close} width={340}>
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
    </SidePanel>
  );
}
