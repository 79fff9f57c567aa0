/** What an algorithm found: how it is shown on the canvas, the list, and what can be done with it. */
import { RotateCw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';
import { type Measure, NOTHING_MEASURED, WAYS_TO_SHOW } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import { ChangedSince } from './ChangedSince';
import { FoundList } from './FoundList';
import { foundCsv } from './found-csv';
import { foundWords } from './run-algorithm';
import { SaveForm } from './SaveForm';

interface FoundProps {
  readonly measure: Measure;
  readonly onAgain: () => void;
  readonly onAnother: () => void;
}

export function Found({ measure, onAgain, onAnother }: FoundProps) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const running = useEditorState(({ measuring }) => measuring !== undefined);
  return (
    <div className={styles['found']}>
      <div className={styles['summary']}>
        <h3>{t(`kind.${measure.setting.algorithm}`)}</h3>
        <p className={styles['hint']}>{foundWords(measure)}</p>
        <ChangedSince revision={measure.revision} />
        <div className={styles['actions']}>
          <Button disabled={running} onClick={onAgain}>
            <RotateCw size={14} aria-hidden /> {t('again')}
          </Button>
          <Button disabled={running} onClick={onAnother}>
            {t('another')}
          </Button>
          <Button look="quiet" onClick={() => store.setState(NOTHING_MEASURED)}>
            {t('clear')}
          </Button>
        </div>
        <WayChoice measure={measure} />
      </div>
      <FoundList measure={measure} />
      <footer className={styles['foot']}>
        <CopyButton text={() => foundCsv(measure, store.getState())}>{t('copyCsv')}</CopyButton>
        <SaveForm measure={measure} />
      </footer>
    </div>
  );
}

function WayChoice({ measure }: { readonly measure: Measure }) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const name = useId();
  // Groups have no more and no less.
  const ways = WAYS_TO_SHOW.filter((way) => way !== 'size' || !measure.isGroups);
  return (
    <fieldset className={styles['ways']}>
      <legend>{t('show')}</legend>
      {ways.map((show) => (
        <label key={show}>
          <input
            type="radio"
            name={name}
            checked={measure.show === show}
            onChange={() => store.setState({ measure: { ...measure, show } })}
          />
          <span>{t(`shows.${show}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
