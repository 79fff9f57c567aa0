/** The person's edits: shown, followed up, told of in words, and taken back. */
import { t } from '../i18n/i18n';
import { said } from '../i18n/said';
import type { Outcome } from '../replica/replica';
import type { Submission } from '../session/submissions';
import { hasChanges, mergeChanges, type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import type { Editor } from '../store/editor-context';
import { type EditorStore, notify } from '../store/editor-store';
import { showingMade } from '../store/view-filter';
import { UndoHistory } from '../undo/undo-history';
import { sayStep, sayTurn, stepsChanged } from './together/own-steps';
import { whatWasLeft } from './undo-words';

export interface EditPorts {
  readonly store: EditorStore;
  readonly view: () => GraphView;
  /** Makes a patch; called only once the graph is here. */
  readonly submit: (ops: readonly Op[]) => Submission;
  readonly opsPerPatch: () => number | undefined;
  /** Resolves when the graph is here, or never will be. */
  readonly whenJoined: () => Promise<void>;
  /** The person made an edit. */
  readonly onEdit: (changes: NetChanges) => void;
}

export interface OwnEdits extends Pick<Editor, 'edit' | 'editInParts' | 'undo' | 'redo'> {
  /** Makes an edit without following it up. */
  submit(ops: readonly Op[]): Promise<Outcome>;
  /** Must be told of every change of the view, in the turn it happens. */
  viewChanged(changes: NetChanges): void;
}

export function ownEdits({ store, view, submit, opsPerPatch, whenJoined, onEdit }: EditPorts): OwnEdits {
  const history = new UndoHistory({
    view,
    submit,
    opsPerPatch,
    onChange: () => {
      stepsChanged(store);
      store.setState({ nextUndo: history.nextUndo, nextRedo: history.nextRedo });
    },
  });

  const take = (turn: 'undo' | 'redo') => {
    const step = turn === 'undo' ? history.nextUndo : history.nextRedo;
    const result = history[turn]();
    const left = whatWasLeft(result, turn);
    if (left !== undefined) notify(store, left);
    if (result.status === 'done') sayTurn(store, turn, step);
  };
  /** An edit may take several patches. */
  const tell = (submissions: readonly Submission[]) => {
    const changes = submissions.map((each) => each.changes ?? NO_CHANGES).reduce(mergeChanges, NO_CHANGES);
    if (!hasChanges(changes)) return;
    onEdit(changes);
    sayStep(store, changes, () => take('undo'));
  };
  const followUp = async ({ changes, outcome }: Submission) => {
    const decided = await outcome;
    // What the server did not keep is listed; what was not even taken here is only said.
    if (changes === undefined && decided.status === 'nack')
      notify(store, t('notices:changeNotMade', { reason: said(decided.reason, decided.code) }));
    return decided;
  };
  const begin = async (ops: readonly Op[]) => {
    await whenJoined();
    store.setState(({ viewFilter }) => ({ viewFilter: showingMade(viewFilter, ops) }));
  };
  return {
    viewChanged: (changes) => history.viewChanged(changes),
    submit: async (ops) => {
      await begin(ops);
      return history.edit(ops).outcome;
    },
    edit: async (ops) => {
      await begin(ops);
      const submission = history.edit(ops);
      tell([submission]);
      return followUp(submission);
    },
    editInParts: async (ops) => {
      await begin(ops);
      const submissions = history.editInParts(ops);
      tell(submissions);
      return Promise.all(submissions.map(followUp));
    },
    undo: () => take('undo'),
    redo: () => take('redo'),
  };
}
