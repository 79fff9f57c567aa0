/** What stands on a canvas with nothing on it: why it is empty, and what to do about it. */
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { EVERYTHING_SHOWN } from '../../store/view-filter';
import styles from './EmptyCanvas.module.css';

export function EmptyCanvas() {
  const isDrawn = useEditorState((state) => state.drawn && state.rowsRevision > 0);
  const isEmpty = useEditorState((state) => state.nodes.size === 0);
  const isAllHidden = useEditorState((state) => state.nodes.size > 0 && state.shownNodes === 0);
  if (!isDrawn) return null;
  if (isEmpty) return <NothingYet />;
  return isAllHidden ? <AllHidden /> : null;
}

function NothingYet() {
  const { t } = useTranslation('page');
  const editable = useEditorState(mayEdit);
  const hasLabels = useEditorState((state) => state.labels.size > 0);
  if (!editable) return <p className={styles['empty']}>{t('empty')}</p>;
  return (
    <div className={styles['empty']}>
      <p>{hasLabels ? t('firstNode') : t('firstLabel')}</p>
      <p className={styles['also']}>{t('firstOtherwise')}</p>
    </div>
  );
}

function AllHidden() {
  const { t } = useTranslation(['page', 'view']);
  const { store } = useEditor();
  return (
    <div className={styles['empty']} data-testid="all-hidden">
      <p>{t('allHidden')}</p>
      <p className={styles['also']}>{t('allHiddenWhy')}</p>
      <Button className={styles['way'] ?? ''} onClick={() => store.setState({ viewFilter: EVERYTHING_SHOWN })}>
        <Eye size={15} aria-hidden /> {t('view:showEverything')}
      </Button>
    </div>
  );
}
