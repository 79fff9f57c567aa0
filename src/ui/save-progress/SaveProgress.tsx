/**
 * How much of a large change has reached the server: of an import, of something large that was pasted or computed, of what
 * was made offline. It is in the graph already, and can be worked with meanwhile.
 */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLong } from '../../kit/use-is-long';
import { useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import look from '../layout-progress/LayoutProgress.module.css';
import styles from './SaveProgress.module.css';

/** Changes that are saved in no time. */
const FEW = 1_000;

/** Changes under way; none while there is no connection, when nothing is. */
function underWay({ connection, pending }: EditorState): number {
  return connection === 'saving' ? pending.reduce((sum, { ops }) => sum + ops.length, 0) : 0;
}

export function SaveProgress() {
  const { t } = useTranslation('connection');
  const left = useEditorState(underWay);
  /** The most there were since there were none. */
  const most = useRef(0);
  most.current = left === 0 ? 0 : Math.max(most.current, left);
  const isLarge = most.current > FEW;
  const isLong = useIsLong(isLarge);
  if (!isLarge || !isLong) return null;
  const [done, total] = [most.current - left, most.current];
  return (
    <div className={look['place']}>
      <p className={look['bar']}>
        <progress className={styles['progress']} aria-label={t('saving', { count: left })} value={done} max={total} />
        <span className={styles['words']}>{t('savingOf', { done, total })}</span>
      </p>
    </div>
  );
}
