/** The way to delete the graph, asked twice. For a while it can be brought back. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Confirm } from './Confirm';
import styles from './Share.module.css';
import { useAction } from './use-action';

export function DeleteGraph() {
  const { deleteGraph } = useEditor();
  const title = useEditorState((state) => state.title);
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  return (
    <section className={styles['end']} aria-label="Delete this graph">
      <p className={styles['soft']}>
        Deleting shuts everyone out. You are told until when an owner can bring the graph back; then it is gone.
      </p>
      <Button look="danger" aria-expanded={asking} disabled={busy} onClick={() => setAsking(true)}>
        <Trash2 size={15} aria-hidden /> Delete graph …
      </Button>
      {asking && (
        <Confirm
          question={`Delete “${isolated(title ?? 'Untitled graph')}” for everyone?`}
          yes="Delete it for everyone"
          no="Keep it"
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
