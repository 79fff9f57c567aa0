/** Marks in the editor where the database found something wrong. */
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Place } from '../../../console/problem-place';

const mark = Decoration.mark({ class: 'cm-problem' });

const setPlace = StateEffect.define<Place | undefined>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setPlace)) continue;
      const { value } = effect;
      if (value === undefined || value.from >= value.to) return Decoration.none;
      return Decoration.set(mark.range(value.from, Math.min(value.to, transaction.newDoc.length)));
    }
    // It may be right by now.
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

export const placeMark = field;

export function markPlace(view: EditorView, place: Place | undefined): void {
  view.dispatch({ effects: setPlace.of(place) });
}
