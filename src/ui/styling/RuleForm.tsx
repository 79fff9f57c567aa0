/** A rule that is made or changed: for what, when, and how that looks. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Choice } from './Choice';
import { LookFields } from './LookFields';
import { type DraftOutcome, lookOf, possibleLooks, type RuleDraft, ruleOf, withSubject } from './rule-draft';
import { lookKindWords } from './rule-words';
import styles from './Styling.module.css';
import { typesOf } from './styled-values';
import { WhereFields } from './WhereFields';

interface RuleFormProps {
  readonly initial: RuleDraft;
  readonly isNew: boolean;
  readonly onSave: (rule: Extract<DraftOutcome, { ok: true }>['rule']) => void;
  readonly onCancel: () => void;
}

export function RuleForm({ initial, isNew, onSave, onCancel }: RuleFormProps) {
  const { t } = useTranslation('styling');
  const { store } = useEditor();
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const change = (next: RuleDraft) => {
    setDraft(next);
    setProblem(undefined);
  };
  const changeSubject = (subject: Pick<RuleDraft, 'on' | 'of'>) =>
    change(withSubject(draft, subject, store.getState()));
  const types = typesOf(draft.on, { labels, edgeTypes });
  return (
    <form
      className={styles['contents']}
      aria-label={t(isNew ? 'add' : 'change')}
      onSubmit={(event) => {
        event.preventDefault();
        const outcome = ruleOf(draft, store.getState());
        if (outcome.ok) onSave(outcome.rule);
        else setProblem(said(outcome.problem));
      }}
    >
      <div className={styles['pair']}>
        <Choice
          label={t('on')}
          value={draft.on}
          options={(['node', 'edge'] as const).map((on) => ({ value: on, words: t(`kinds.${on}`) }))}
          onChoose={(on) => changeSubject({ on, of: undefined })}
        />
        <Choice
          label={t(`of.${draft.on}`)}
          value={draft.of ?? ''}
          options={[
            { value: '', words: t(`all.${draft.on}`) },
            ...types.map(({ name }) => ({ value: name, words: name })),
          ]}
          onChoose={(of) => changeSubject({ on: draft.on, of: of === '' ? undefined : of })}
        />
      </div>
      <WhereFields draft={draft} onChange={change} />
      <Choice
        label={t('look')}
        value={draft.look.set}
        options={possibleLooks(draft, store.getState()).map((kind) => ({
          value: kind,
          words: lookKindWords(t, kind, draft.on),
        }))}
        onChoose={(kind) => change({ ...draft, look: lookOf(kind, draft, store.getState()) })}
      />
      <LookFields draft={draft} onChange={(look) => change({ ...draft, look })} />
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <div className={styles['buttons']}>
        <Button look="primary" type="submit">
          {t(isNew ? 'addNow' : 'save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
