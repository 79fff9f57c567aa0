/** Deletes a label with its nodes, or an edge type with its edges, after saying how many these are. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords } from '../../commands/step-words';
import { goesWithType } from '../../commands/type-effects';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import type { ElementType } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Confirm } from '../share/Confirm';
import styles from './TypePanel.module.css';

interface DeleteTypeProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
  readonly onDelete: () => void;
}

export function DeleteType({ on, type, onDelete }: DeleteTypeProps) {
  const { t } = useTranslation('types');
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const [asked, setAsked] = useState(false);
  // The rows change in place: this is what tells that they did.
  useEditorState(({ rowsRevision }) => (asked ? rowsRevision : 0));
  const name = isolated(type.name);
  if (!asked) {
    return (
      <Button look="danger" className={styles['delete'] ?? ''} disabled={!editable} onClick={() => setAsked(true)}>
        <Trash2 size={15} aria-hidden /> {t('delete', { name })}
      </Button>
    );
  }
  const { nodes, edges } = goesWithType(store.getState(), { on, of: type.name });
  const question =
    nodes + edges === 0
      ? t('deleteQuestionNone', { name })
      : t('deleteQuestion', { name, what: countWords(nodes, edges) });
  return (
    <Confirm
      question={question}
      yes={t('reallyDelete')}
      busy={!editable}
      onYes={() => {
        void edit([{ op: 'delete_type', on, of: type.name }]);
        onDelete();
      }}
      onNo={() => setAsked(false)}
    />
  );
}
