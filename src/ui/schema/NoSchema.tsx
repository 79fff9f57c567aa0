import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import styles from './SchemaPanel.module.css';

/** Where there is no label and no edge type: what a schema is, and how one comes to it. */
export function NoSchema() {
  const { t } = useTranslation('schemaPanel');
  const editable = useEditorState(mayEdit);
  return (
    <div className={styles['empty']}>
      <p>{t('empty')}</p>
      <p className={styles['hint']}>{t(editable ? 'emptyTeach' : 'emptyViewer')}</p>
    </div>
  );
}
