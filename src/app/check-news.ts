/** Says when a check begins to fail, or holds again. */
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import type { NetChanges } from '../shared/graph/changes';
import type { SavedView, ViewId } from '../shared/graph/saved-views';
import { announce, type EditorStore, notify } from '../store/editor-store';
import { checkState, isCheck } from '../views/checks';
import type { ViewAnswer } from '../views/view-answer';

/**
 * The top bar shows everyone how checks stand, and who listens hears it. Who edited since the check was asked before is
 * told more plainly: it is most likely their edit that it fails by.
 */
export function checkNews(store: EditorStore) {
  /** The person's own last step when a check was asked. */
  const steps = new Map<ViewId, NetChanges | undefined>();
  return (view: SavedView, before: ViewAnswer | undefined, now: ViewAnswer): void => {
    if (!isCheck(view)) return;
    const { nextUndo } = store.getState();
    const hasEdited = steps.get(view.id) !== nextUndo;
    steps.set(view.id, nextUndo);
    if (before === undefined) return;
    const [was, is] = [checkState(view, before), checkState(view, now)];
    if (was === is || (is !== 'fails' && is !== 'holds')) return;
    const name = isolated(view.name);
    if (is === 'holds' || !hasEdited) {
      announce(store, t(`views:news.${is}`, { name }));
      return;
    }
    const action = {
      words: t('views:news.open'),
      run: () => store.setState({ panel: 'views', openView: view.id }),
      changes: false,
    };
    notify(store, { text: t('views:news.failsByYou', { name }), action, passing: true, topic: 'failing check' });
  };
}
