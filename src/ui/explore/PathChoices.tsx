/** Which paths count: along directions only, by way of what is hidden, and from which end. */
import { ArrowDownUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { SoughtPath } from '../../store/exploring';
import { isFiltering } from '../../store/view-filter';
import styles from './PathPanel.module.css';

export function PathChoices({ sought }: { readonly sought: SoughtPath }) {
  const { t } = useTranslation('explore');
  const { store } = useEditor();
  const filtering = useEditorState((state) => isFiltering(state.viewFilter));
  const seek = (changed: Partial<SoughtPath>) => store.setState({ soughtPath: { ...sought, ...changed } });
  const { from, to, directed, everywhere } = sought;
  return (
    <div className={styles['choices']}>
      <label>
        <input type="checkbox" checked={directed} onChange={() => seek({ directed: !directed })} />
        {t('route.directed')}
      </label>
      {(filtering || everywhere) && (
        <label>
          <input type="checkbox" checked={everywhere} onChange={() => seek({ everywhere: !everywhere })} />
          {t('route.everywhere')}
        </label>
      )}
      <Button look="quiet" onClick={() => seek({ from: to, to: from })}>
        <ArrowDownUp size={14} aria-hidden /> {t('route.swap')}
      </Button>
    </div>
  );
}
