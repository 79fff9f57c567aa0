/** What can be done with a saved view. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newViewId } from '../../shared/graph/new-ids';
import type { SavedView } from '../../shared/graph/saved-views';
import { LIMITS } from '../../shared/limits';
import { useEditor } from '../../store/editor-context';
import { filteredByView } from '../../store/view-filter';

/** Where the panel lies over the canvas and the console. */
const NARROW = '(max-width: 720px)';

export interface ViewActions {
  /** A table or a number in the panel; a filter on the canvas. */
  open(view: SavedView): void;
  /** The canvas shows everything again that only the filter hides. */
  stopFiltering(): void;
  /** Puts it in the graph, or something else in its place. */
  save(view: SavedView): void;
  /** Takes its query to the console. */
  edit(view: SavedView): void;
  duplicate(view: SavedView): void;
  remove(view: SavedView): void;
}

export function useViewActions(): ViewActions {
  const { t } = useTranslation('views');
  const { store, edit } = useEditor();
  return useMemo(() => {
    const save = (view: SavedView) => void edit([{ op: 'put_view', view }]);
    const giveWay = () => {
      if (matchMedia(NARROW).matches) store.setState({ panel: undefined });
    };
    return {
      open: ({ id, shows }) => {
        if (shows !== 'filter') return store.setState({ panel: 'views', openView: id });
        store.setState(({ viewFilter }) => ({ viewFilter: filteredByView(viewFilter, id) }));
        giveWay();
      },
      stopFiltering: () => store.setState(({ viewFilter }) => ({ viewFilter: filteredByView(viewFilter, undefined) })),
      save,
      edit: ({ id }) => {
        giveWay();
        store.setState({ consoleOpen: true, viewToEdit: id });
      },
      duplicate: (view) =>
        save({ ...view, id: newViewId(), name: t('copyName', { name: view.name }).slice(0, LIMITS.titleLength) }),
      remove: ({ id }) => void edit([{ op: 'delete_view', viewId: id }]),
    };
  }, [store, edit, t]);
}
