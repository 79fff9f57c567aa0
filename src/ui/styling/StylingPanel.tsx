/** The graph's styling rules, for everyone: the list of them, and the one that is being made. Viewers look. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { newRuleId } from '../../shared/graph/new-ids';
import { LIMITS } from '../../shared/limits';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { SidePanel } from '../side-panel/SidePanel';
import { RuleForm } from './RuleForm';
import { RuleList } from './RuleList';
import { draftOf, firstDraft } from './rule-draft';
import { topRank } from './rule-order';
import styles from './Styling.module.css';

export function StylingPanel() {
  const open = useEditorState(({ panel }) => panel === 'styling');
  return open ? <OpenPanel /> : null;
}

function OpenPanel() {
  const { t } = useTranslation('styling');
  const { store } = useEditor();
  const close = () => store.setState({ panel: undefined });
  return (
    <SidePanel title={t('title')} closeLabel={t('close')} onClose={close} width={340}>
      <Contents />
    </SidePanel>
  );
}

function Contents() {
  const { t } = useTranslation('styling');
  const { store, edit } = useEditor();
  const rules = useEditorState((state) => state.rules);
  const editable = useEditorState(mayEdit);
  const [inEdit, setInEdit] = useState<string>();
  const [isNew, setNew] = useState(false);
  const edited = inEdit === undefined ? undefined : rules.get(inEdit);
  const isFull = rules.size >= LIMITS.rules;
  const done = () => {
    setNew(false);
    setInEdit(undefined);
  };
  if (editable && (isNew || edited !== undefined)) {
    const state = store.getState();
    return (
      <RuleForm
        initial={edited === undefined ? firstDraft(state) : draftOf(edited, state.ruleNames, state)}
        isNew={edited === undefined}
        onCancel={done}
        onSave={(made) => {
          const { id, rank } = edited ?? { id: newRuleId(), rank: topRank(rules.values()) };
          void edit([{ op: 'put_rule', rule: { ...made, id, rank } }]);
          done();
        }}
      />
    );
  }
  return (
    <div className={styles['contents']}>
      <p className={styles['hint']}>{t(rules.size > 0 ? 'about' : editable ? 'none' : 'noneViewer')}</p>
      <RuleList onEdit={setInEdit} />
      {editable && (
        <Button look={rules.size === 0 ? 'primary' : 'plain'} disabled={isFull} onClick={() => setNew(true)}>
          <Plus size={15} aria-hidden />
          {t('add')}
        </Button>
      )}
      {editable && isFull && <p className={styles['hint']}>{t('full', { count: LIMITS.rules })}</p>}
    </div>
  );
}
