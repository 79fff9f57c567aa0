/** The graph's styling rules, for everyone: the list of them, and the one that is being made. Viewers look. */
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import { newRuleId } from '../../shared/graph/new-ids';
import { LIMITS } from '../../shared/limits';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
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
  const titleId = useId();
  useFocusBack();
  const close = () => store.setState({ panel: undefined });
  const onKeyDown = (event: KeyboardEvent) => {
    // Here the keys are about the panel, and not about what is selected on the canvas.
    if (['Escape', 'Delete', 'Backspace', 'Enter'].includes(event.key)) event.stopPropagation();
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
  };
  return (
    <div role="dialog" aria-labelledby={titleId} className={styles['panel']} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t('title')}</h2>
        <Button look="quiet" autoFocus aria-label={t('close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <Contents />
    </div>
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
