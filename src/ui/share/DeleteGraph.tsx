/** The way to delete the graph, asked twice. For a while it can be brought back. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Confirm } from './Confirm';
import styles from './Share.module.css';
import { useAction } from './use-action';

export function DeleteGraph() {
  const { t } = useTranslation(['share', 'page']);
  const { deleteGraph } = useEditor();
  const title = useEditorState((state) => state.title);
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  return (
    <section className={styles['end']} aria-label={t('deleteSection')}>
      <p className={styles['soft']}>{t('deleteLead')}</p>
      <Button look="danger" aria-expanded={asking} disabled={busy} onClick={() => setAsking(true)}>
        <Trash2 size={15} aria-hidden /> {t('delete')}
      </Button>
      {asking && (
        <Confirm
          question={t('deleteQuestion', { title: isolated(title ?? t('page:untitled')) })}
          yes={t('deleteIt')}
          no={t('keepIt')}
          busy={busy}
          onYes={() =>
            void run(async () => {
              await deleteGraph();
              setAsking(false);
            })
          }
          onNo={() => setAsking(false)}
        />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </section>
  );
}
