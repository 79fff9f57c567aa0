/** The nodes that an edge joins, as ways to go there. */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import { useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import type { EdgeRow } from '../../store/rows';
import styles from './ElementFacts.module.css';

export function captionOfNode(state: EditorState, id: NodeId): string {
  const row = state.nodes.get(id);
  const label = row === undefined ? undefined : state.labels.get(foldName(row.label));
  return (row && captionOf(label, row.properties)) ?? t('inspector:unnamed', { label: isolated(row?.label ?? '') });
}

function End({ id }: { id: NodeId }) {
  const { canvas } = useCommands().context;
  const { t } = useTranslation('inspector');
  const caption = useEditorState((state) => captionOfNode(state, id));
  return (
    <button
      type="button"
      className={styles['end']}
      title={t('goTo', { caption: isolated(caption) })}
      onClick={() => {
        canvas.select([id]);
        canvas.show([id]);
      }}
    >
      <bdi>{caption}</bdi>
    </button>
  );
}

export function Ends({ row }: { row: EdgeRow }) {
  const { t } = useTranslation('inspector');
  return (
    <div className={styles['ends']}>
      <End id={row.source} />
      <ArrowRight size={14} aria-label={t('to')} />
      <End id={row.target} />
    </div>
  );
}
