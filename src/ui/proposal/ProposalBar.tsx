/** Says what a writing query would do, and lets the person apply it or put it away. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { countByType, type Proposal, proposedLook } from '../../store/proposal';
import styles from './ProposalBar.module.css';

export function ProposalBar() {
  const proposal = useEditorState((state) => state.proposal);
  // There before it says anything: screen readers tell what changes in it.
  return (
    <div className={styles['place']} role="status">
      {proposal !== undefined && <Shown proposal={proposal} />}
    </div>
  );
}

function Shown({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposal');
  const editor = useEditor();
  const { canvas } = useCommands().context;
  const editable = useEditorState(mayEdit);
  const [applying, setApplying] = useState(false);
  const look = useMemo(() => proposedLook(proposal, editor.store.getState()), [proposal, editor]);
  const sentences = useSentences(proposal);
  const discard = () => editor.store.setState({ proposal: undefined });
  const seen = [...look.changedNodes.keys(), ...look.goneNodes];

  const apply = async () => {
    setApplying(true);
    await editor.editInParts(proposal.ops);
    canvas.selectWhenDrawn(look.newNodes.map(({ id }) => id));
    discard();
  };

  return (
    <section className={styles['bar']} aria-label={t('name')}>
      <div>
        <p className={styles['title']}>{t('title')}</p>
        <ul className={styles['effects']}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <div className={styles['actions']}>
        {seen.length > 0 && (
          <Button look="quiet" onClick={() => canvas.show(seen)}>
            {t('show')}
          </Button>
        )}
        <Button look="quiet" onClick={discard}>
          {t('discard')}
        </Button>
        <Button look="primary" disabled={!editable || applying} onClick={() => void apply()}>
          {t('apply')}
        </Button>
      </div>
    </section>
  );
}

/** What it would do, each in a sentence. */
function useSentences(proposal: Proposal): readonly string[] {
  const { t } = useTranslation('proposal');
  const { store } = useEditor();
  return useMemo(() => {
    const { newNodes, newEdges, changedNodes, changedEdges, goneNodes, goneEdges } = proposedLook(
      proposal,
      store.getState(),
    );
    const types = (counts: ReadonlyMap<string, number>) =>
      Array.from(counts, ([name, count]) => t('ofType', { count, name: isolated(name) })).join(t('comma'));
    return [
      newNodes.length > 0 && t('createsNodes', { count: newNodes.length, types: types(countByType(newNodes)) }),
      newEdges.length > 0 && t('createsEdges', { count: newEdges.length, types: types(countByType(newEdges)) }),
      changedNodes.size > 0 && t('changesNodes', { count: changedNodes.size }),
      changedEdges.size > 0 && t('changesEdges', { count: changedEdges.size }),
      goneNodes.size > 0 && t('deletesNodes', { count: goneNodes.size }),
      goneEdges.size > 0 && t('deletesEdges', { count: goneEdges.size }),
    ].filter((sentence) => sentence !== false);
  }, [proposal, store, t]);
}
