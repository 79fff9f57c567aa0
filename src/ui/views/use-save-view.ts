/** What is typed in the form that saves a view, what there is to say about it, and saving it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seenOf } from '../../console/query-console';
import { newViewId } from '../../shared/graph/new-ids';
import type { SavedView } from '../../shared/graph/saved-views';
import { LIMITS } from '../../shared/limits';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import { fits, fittingKind, type ViewKind } from '../../views/fitting-kind';
import { type DraftProblem, finished } from '../../views/view-draft';
import { useConsole, useConsoleState } from '../console/console-context';
import type { TypedCondition } from './ConditionFields';
import { useViewActions } from './use-view-actions';

/** @param begun the view that is being changed; undefined: a new one */
export function useSaveView(begun: SavedView | undefined) {
  const { t } = useTranslation('views');
  const { store } = useEditor();
  const console = useConsole();
  const { save, open } = useViewActions();
  const answer = useConsoleState(({ run }) => seenOf(run)?.answer);
  const views = useEditorState((state) => state.views);
  const most = useEditorState((state) => state.limits?.views ?? LIMITS.views);
  const [name, setName] = useState(begun?.name ?? '');
  const [chosen, setKind] = useState<ViewKind | undefined>(begun?.shows);
  const [condition, setCondition] = useState<TypedCondition>(() => ({
    is: begun?.condition?.is,
    than: String(begun?.condition?.than ?? 0),
  }));
  const [problem, setProblem] = useState<DraftProblem>();
  const now = begun && views.get(begun.id);
  const kind = chosen ?? (answer === undefined ? 'table' : fittingKind(answer));
  const isFull = now === undefined && views.size >= most;
  const note = [
    isFull && t('full', { count: most }),
    begun !== undefined && now === undefined && t('form.deletedMeanwhile'),
    now !== undefined && now !== begun && t('form.changedMeanwhile'),
    kind !== 'table' && answer !== undefined && !fits(kind, answer) && t(`form.misfit.${kind}`),
  ].find((words) => words !== false);
  const close = () => console.showSaving(undefined);
  const submit = () => {
    const { text: query, parameters } = console.state.getState();
    const wanted = condition.is && { is: condition.is, than: condition.than };
    const id = now?.id ?? newViewId();
    const outcome = finished({ id, name, query, parameters, kind, condition: wanted });
    if (!outcome.ok) return setProblem(outcome.problem);
    const { view } = outcome;
    save(view);
    close();
    const action = { words: t('form.showIt'), run: () => open(view), changes: false };
    notify(store, { text: t('form.saved'), action, passing: true, topic: 'saved view' });
  };
  return {
    typed: { name, kind, condition },
    change: { setName, setKind, setCondition },
    problem,
    clearProblem: () => setProblem(undefined),
    /** The most important thing to know. */
    words: problem === undefined ? note : t(`form.${problem.what}`, { ...problem }),
    isNew: now === undefined,
    isFull,
    submit,
    close,
  };
}
