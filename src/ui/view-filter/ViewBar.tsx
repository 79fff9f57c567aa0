/** Over the canvas: the way to hide and show, and, while something is hidden, how much is shown and the way back. */
import { Eye, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { EVERYTHING_SHOWN, isFiltering, isFilteringEdges } from '../../store/view-filter';
import { ViewsButton } from '../views/ViewsButton';
import { AroundPanel } from './AroundPanel';
import { FilterChips } from './FilterChips';
import styles from './ViewBar.module.css';
import { ViewPanel } from './ViewPanel';

export function ViewBar() {
  const { t } = useTranslation('view');
  const { store } = useEditor();
  const panel = useEditorState((state) => state.panel);
  const open = panel === 'view';
  const close = () => store.setState({ panel: undefined });
  const drawn = useEditorState((state) => state.drawn);
  if (!drawn) return null;
  return (
    <div className={styles['bar']}>
      <Button
        className={styles['open'] ?? ''}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => store.setState({ panel: open ? undefined : 'view' })}
      >
        <SlidersHorizontal size={14} aria-hidden /> {t('button')}
      </Button>
      <ViewsButton className={styles['open'] ?? ''} />
      <ShownChip />
      <FilterChips />
      {open && <ViewPanel onClose={close} />}
      {panel === 'around' && <AroundPanel onClose={close} />}
    </div>
  );
}

/** Always in the page, so that screen readers say what comes into it. */
function ShownChip() {
  const { t } = useTranslation('view');
  const { store } = useEditor();
  const filtering = useEditorState((state) => isFiltering(state.viewFilter));
  const hidesEdges = useEditorState((state) => isFilteringEdges(state.viewFilter));
  const shown = useEditorState((state) => state.shownNodes);
  const count = useEditorState((state) => state.nodes.size);
  return (
    <div role="status">
      {filtering && (
        <span className={styles['chip']} data-testid="shown-chip">
          <span>{shown === count && hidesEdges ? t('edgesHidden') : t('chip', { shown, count })}</span>
          <Button look="quiet" onClick={() => store.setState({ viewFilter: EVERYTHING_SHOWN })}>
            <Eye size={14} aria-hidden /> {t('showEverything')}
          </Button>
        </span>
      )}
    </div>
  );
}
