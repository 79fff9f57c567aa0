/** One saved view that is open: a table, or a number as large as it deserves. */
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toCsv } from '../../console/answer-text';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { Isolate } from '../../kit/Isolate';
import type { SavedView } from '../../shared/graph/saved-views';
import { useEditor } from '../../store/editor-context';
import { checkState } from '../../views/checks';
import { numberIn, type ViewAnswer } from '../../views/view-answer';
import { ResultTable } from '../console/ResultTable';
import { CheckMark } from './CheckMark';
import { Trouble } from './Trouble';
import { useViewAnswer } from './use-views';
import { ViewMenu } from './ViewMenu';
import styles from './Views.module.css';
import { conditionWords, numberWords, rowWords } from './view-words';

export function ViewPage({ view }: { readonly view: SavedView }) {
  const { t } = useTranslation('views');
  const { store } = useEditor();
  const answer = useViewAnswer(view.id);
  return (
    <section className={styles['page']} aria-label={view.name}>
      <div className={styles['pageHead']}>
        <ViewMenu view={view}>
          <Button
            look="quiet"
            autoFocus
            aria-label={t('back')}
            title={t('back')}
            onClick={() => store.setState({ openView: undefined })}
          >
            <ArrowLeft size={16} aria-hidden />
          </Button>
          <h3 className={styles['name']}>
            <Isolate>{view.name}</Isolate>
          </h3>
        </ViewMenu>
      </div>
      <Trouble view={view} />
      {answer === undefined && (
        <p role="status" className={styles['hint']}>
          {t('waiting')}
        </p>
      )}
      {answer?.status === 'answered' && <Shown view={view} answered={answer} />}
    </section>
  );
}

interface ShownProps {
  readonly view: SavedView;
  readonly answered: Extract<ViewAnswer, { status: 'answered' }>;
}

function Shown({ view, answered: { answer, asOf } }: ShownProps) {
  const { t } = useTranslation('views');
  const number = view.shows === 'number' ? numberIn(answer) : undefined;
  if (number !== undefined) return <Figure view={view} number={number} />;
  return (
    <>
      <div className={styles['tableHead']}>
        <p role="status" data-testid="view-rows">
          {rowWords(answer)}
        </p>
        {asOf === undefined && <span className={styles['live']}>{t('live')}</span>}
        <CopyButton text={() => toCsv(answer)}>{t('copyCsv')}</CopyButton>
      </div>
      <div className={styles['table']}>
        <ResultTable answer={answer} to={view.query} />
      </div>
    </>
  );
}

function Figure({ view, number }: { readonly view: SavedView; readonly number: number }) {
  const { condition } = view;
  const answer = useViewAnswer(view.id);
  const state = condition && checkState(view, answer);
  return (
    <div className={styles['figure']} data-state={state}>
      <p className={styles['number']} data-testid="view-number">
        {numberWords(number)}
      </p>
      {condition !== undefined && state !== undefined && (
        <p className={styles['standing']}>
          <CheckMark state={state} size={16} />
          <span>{conditionWords(condition)}</span>
        </p>
      )}
    </div>
  );
}
