/** Views with a condition are checks: what keeps a graph sound, seen by everyone. */
import { meets, type SavedView } from '../shared/graph/saved-views';
import { numberIn, type ViewAnswer } from './view-answer';

/** `broken`: it cannot be told, as it came to no number. `waiting`: not yet. */
export type CheckState = 'holds' | 'fails' | 'broken' | 'waiting';

export interface Check {
  readonly view: SavedView;
  readonly state: CheckState;
}

export function isCheck(view: SavedView): boolean {
  return view.shows === 'number' && view.condition !== undefined;
}

export function checkState({ condition }: SavedView, answer: ViewAnswer | undefined): CheckState {
  if (answer === undefined) return 'waiting';
  const number = answer.status === 'answered' ? numberIn(answer.answer) : undefined;
  if (number === undefined || condition === undefined) return 'broken';
  return meets(condition, number) ? 'holds' : 'fails';
}

/** All checks of a graph, and how they stand. */
export function checksOf(views: Iterable<SavedView>, answers: ReadonlyMap<string, ViewAnswer>): Check[] {
  return [...views].filter(isCheck).map((view) => ({ view, state: checkState(view, answers.get(view.id)) }));
}
