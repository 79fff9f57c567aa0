/** Lies over the canvas while what an algorithm found is shown there: what colours and sizes mean. */
import { List, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Computing } from '../../algorithms/browser-algorithms';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { NOTHING_MEASURED } from '../../store/measure';
import { ChangedSince } from './ChangedSince';
import { GroupLegend } from './GroupLegend';
import styles from './MeasureLegend.module.css';
import { runAlgorithm } from './run-algorithm';
import { ScoreLegend } from './ScoreLegend';

interface MeasureLegendProps {
  readonly compute: Computing;
}

export function MeasureLegend({ compute }: MeasureLegendProps) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const measure = useEditorState((state) => state.measure);
  const isRunning = useEditorState(({ measuring }) => measuring !== undefined);
  const titleId = useId();
  if (measure === undefined || measure.show === 'nothing') return null;
  return (
    <section className={styles['legend']} aria-label={t('legend')} aria-describedby={titleId}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t(`kind.${measure.setting.algorithm}`)}</h2>
        <Button look="quiet" aria-label={t('showList')} onClick={() => store.setState({ panel: 'algorithms' })}>
          <List size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={t('clear')} onClick={() => store.setState(NOTHING_MEASURED)}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      {measure.isGroups ? <GroupLegend measure={measure} /> : <ScoreLegend scale={measure.scale} show={measure.show} />}
      <ChangedSince revision={measure.revision}>
        <Button disabled={isRunning} onClick={() => void runAlgorithm(store, compute, measure.setting)}>
          {t('again')}
        </Button>
      </ChangedSince>
    </section>
  );
}
