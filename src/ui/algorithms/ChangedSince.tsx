import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorState } from '../../store/editor-context';
import styles from './AlgorithmsPanel.module.css';

interface ChangedSinceProps {
  /** The graph that an algorithm was run on. */
  readonly revision: number;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Says so when the graph is not any more what it was. */
export function ChangedSince({ revision, children }: ChangedSinceProps) {
  const { t } = useTranslation('algorithms');
  const changed = useEditorState(({ structureRevision }) => structureRevision !== revision);
  if (!changed) return null;
  return (
    <div className={styles['changed']}>
      {t('changed')} {children}
    </div>
  );
}
