/** What the person's own steps came to, in words: what was deleted with a way to take it back, the rest for who listens. */
import { stepDoings } from '../../commands/step-doings';
import { stepWords } from '../../commands/step-words';
import { t } from '../../i18n/i18n';
import type { NetChanges } from '../../shared/graph/changes';
import { announce, dismissTopic, type EditorStore, notify } from '../../store/editor-store';

/** The message that offers to undo the last step, as long as it is the last. */
const LAST_STEP = 'last step';

/** The person made an edit, which was their last step since. */
export function sayStep(store: EditorStore, changes: NetChanges, undo: () => void): void {
  const [doing, ...others] = stepDoings(changes);
  // Who moves nodes by hand sees it; by keyboard, the canvas says it.
  if (doing === undefined || (doing.kind === 'move' && others.length === 0)) return;
  const text = t('steps:byMe', { did: stepWords(changes, store.getState(), 'past') });
  const isDeletion = doing.kind === 'delete' || doing.kind === 'deleteType' || doing.kind === 'deleteView';
  if (!isDeletion || others.length > 0) {
    announce(store, text);
    return;
  }
  const action = { words: t('together:undo'), run: undo, changes: true };
  notify(store, { text, action, passing: true, topic: LAST_STEP });
}

/** Another step is the last one now. */
export function stepsChanged(store: EditorStore): void {
  dismissTopic(store, LAST_STEP);
}

/** The person took a step back, or did it again. */
export function sayTurn(store: EditorStore, turn: 'undo' | 'redo', changes: NetChanges | undefined): void {
  if (changes === undefined) return;
  const what = stepWords(changes, store.getState(), 'plain');
  announce(store, t(turn === 'undo' ? 'steps:undone' : 'steps:redone', { what }));
}
