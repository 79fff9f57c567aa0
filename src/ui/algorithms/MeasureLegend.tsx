/** Lies over the canvas while what an algorithm found is shown there: what colours and sizes mean. */
import { List, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Computing } from '../../algorithms/browser-algorithms';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { NOTHING_MEASURED } from '../../store/measure';
import { BeneathWords } from './BeneathWords';
import { ChangedSince } from './ChangedSince';
import styles from './MeasureLegend.module.css';
import { measureEntry } from './measure-entry';
import { runAlgorithm } from './run-algorithm';

interface MeasureLegendProps {
  readonly compute: Computing;
}

export function MeasureLegend({ compute }: MeasureLegendProps) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const measure = useEditorState((state) => state.measure);
  const isRunning = useEditorState(({ measuring }) => measuring !== undefined);
  const titleId = useId();
  const entry = measureEntry(measure);
  if (measure === undefined || entry === undefined) return null;
  return (
    <section className={styles['legend']} aria-label={t('legend')} aria-describedby={titleId}>
      <header className={styles['head']}>
        <h2 id={titleId}>{entry.words}</h2>
        <Button look="quiet" aria-label={t('showList')} onClick={() => store.setState({ panel: 'algorithms' })}>
          <List size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={t('clear')} onClick={() => store.setState(NOTHING_MEASURED)}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      <BeneathWords sample={entry.sample} />
      <ChangedSince revision={measure.revision}>
        <Button disabled={isRunning} onClick={() => void runAlgorithm(store, compute, measure.setting)}>
          {t('again')}
        </Button>
      </ChangedSince>
    </section>
  );
}
