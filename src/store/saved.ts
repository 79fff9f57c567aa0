/** The saved views and the styling rules of the graph. */
import type { Change, NetChanges } from '../shared/graph/changes';
import type { SavedView, ViewId } from '../shared/graph/saved-views';
import type { RuleId, StyleRule } from '../shared/graph/style-rules';

export interface SavedSlice {
  readonly views: ReadonlyMap<ViewId, SavedView>;
  readonly rules: ReadonlyMap<RuleId, StyleRule>;
}

export const INITIAL_SAVED: SavedSlice = { views: new Map(), rules: new Map() };

/** What is saved after the changes; the same object when they do not touch it. */
export function changedSaved<S extends SavedSlice>(state: S, { view, rule }: NetChanges): S | SavedSlice {
  if (view.size + rule.size === 0) return state;
  return { views: withChanges(state.views, view), rules: withChanges(state.rules, rule) };
}

function withChanges<T>(
  saved: ReadonlyMap<string, T>,
  changes: ReadonlyMap<string, Change<T>>,
): ReadonlyMap<string, T> {
  if (changes.size === 0) return saved;
  const next = new Map(saved);
  for (const [id, { after }] of changes) {
    if (after === undefined) next.delete(id);
    else next.set(id, after);
  }
  return next;
}
