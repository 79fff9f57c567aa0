/** Says when a check begins to fail, or holds again. */
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import type { SavedView } from '../shared/graph/saved-views';
import { announce, type EditorStore } from '../store/editor-store';
import { checkState, isCheck } from '../views/checks';
import type { ViewAnswer } from '../views/view-answer';

export function checkNews(store: EditorStore) {
  return (view: SavedView, before: ViewAnswer | undefined, now: ViewAnswer): void => {
    if (!isCheck(view) || before === undefined) return;
    const [was, is] = [checkState(view, before), checkState(view, now)];
    if (was === is || (is !== 'fails' && is !== 'holds')) return;
    announce(store, t(`views:news.${is}`, { name: isolated(view.name) }));
  };
}
