/** One saved view in the list: what it is, how it stands, and what can be done with it. */
import { Filter, FilterX, Hash, ListChecks, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { Isolate } from '../../kit/Isolate';
import type { SavedView } from '../../shared/graph/saved-views';
import { useEditorState } from '../../store/editor-context';
import { isCheck } from '../../views/checks';
import { Standing } from './Standing';
import { Trouble } from './Trouble';
import { useViewActions } from './use-view-actions';
import { ViewMenu } from './ViewMenu';
import styles from './Views.module.css';

const ICONS = { filter: Filter, table: Table2, number: Hash } as const;

export function ViewItem({ view }: { readonly view: SavedView }) {
  const { t } = useTranslation('views');
  const actions = useViewActions();
  const isFiltering = useEditorState(({ viewFilter }) => viewFilter.byView?.id === view.id);
  const Icon = isCheck(view) ? ListChecks : ICONS[view.shows];
  return (
    <li className={styles['item']} data-on={isFiltering}>
      <ViewMenu view={view}>
        <button
          type="button"
          className={styles['open']}
          aria-pressed={view.shows === 'filter' ? isFiltering : undefined}
          onClick={() => (isFiltering ? actions.stopFiltering() : actions.open(view))}
        >
          <Icon size={16} aria-hidden />
          <span className={styles['name']}>
            <Isolate>{view.name}</Isolate>
          </span>
          <Standing view={view} />
        </button>
      </ViewMenu>
      {isFiltering && (
        <p className={styles['filtering']}>
          {t('onCanvas')}
          <Button look="quiet" onClick={actions.stopFiltering}>
            <FilterX size={14} aria-hidden /> {t('filterOff')}
          </Button>
        </p>
      )}
      <Trouble view={view} />
    </li>
  );
}
