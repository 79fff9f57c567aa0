/** Why a view comes to nothing, or does not follow the graph, with what can be done about it. */
import { CircleAlert, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../console/problem-words';
import { locale } from '../../i18n/formats';
import { Button } from '../../kit/Button';
import type { SavedView } from '../../shared/graph/saved-views';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { numberIn, type ViewAnswer } from '../../views/view-answer';
import { useViewActions } from './use-view-actions';
import { useIsRunning, useKeptViews, useViewAnswer } from './use-views';
import styles from './Views.module.css';

export function Trouble({ view }: { readonly view: SavedView }) {
  const { t } = useTranslation('views');
  const answer = useViewAnswer(view.id);
  if (answer === undefined) return null;
  if (answer.status === 'tooSlow') return <Slow view={view}>{t('tooSlow')}</Slow>;
  if (answer.status === 'failed') {
    return <Broken view={view}>{t('failedWhy', { reason: problemWords(answer.reason).sentence })}</Broken>;
  }
  const misfit = misfitOf(view, answer);
  if (misfit !== undefined) return <Broken view={view}>{t(misfit)}</Broken>;
  if (answer.asOf === undefined) return null;
  const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(answer.asOf);
  return <Slow view={view}>{t('asOf', { time })}</Slow>;
}

/** It answers, but not with what it is to show. */
function misfitOf({ shows }: SavedView, { answer, elements }: Extract<ViewAnswer, { status: 'answered' }>) {
  if (shows === 'number' && numberIn(answer) === undefined) return 'notANumber';
  const isEmpty = elements !== undefined && elements.nodes.size + elements.edges.size === 0;
  return isEmpty && answer.rowCount > 0 ? 'noElements' : undefined;
}

interface PartProps {
  readonly view: SavedView;
  readonly children: ReactNode;
}

function Broken({ view, children }: PartProps) {
  const { t } = useTranslation('views');
  const { edit } = useViewActions();
  const editable = useEditorState(mayEdit);
  return (
    <div role="status" className={styles['trouble']} data-look="bad">
      <CircleAlert size={15} aria-hidden />
      <p dir="auto">{children}</p>
      {editable && <Button onClick={() => edit(view)}>{t('edit')}</Button>}
    </div>
  );
}

function Slow({ view, children }: PartProps) {
  const { t } = useTranslation('views');
  const { runNow } = useKeptViews();
  const running = useIsRunning(view.id);
  return (
    <div role="status" className={styles['trouble']} data-look="warn">
      <Timer size={15} aria-hidden />
      <p>{children}</p>
      <Button disabled={running} onClick={() => void runNow(view.id)}>
        {t(running ? 'running' : 'runNow')}
      </Button>
    </div>
  );
}
