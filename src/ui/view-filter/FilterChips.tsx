/** What filters the view, part by part: each can be taken back alone. */
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import { type FilterPart, filterParts } from '../../store/filter-parts';
import styles from './ViewBar.module.css';
import { ruleWords } from './value-words';

export function FilterChips() {
  const { t } = useTranslation('explore');
  const viewFilter = useEditorState((state) => state.viewFilter);
  const parts = useMemo(() => filterParts(viewFilter), [viewFilter]);
  if (parts.length === 0) return null;
  return (
    <ul className={styles['parts']} aria-label={t('parts')}>
      {parts.map((part) => (
        <Chip key={part.key} part={part} />
      ))}
    </ul>
  );
}

function Chip({ part }: { part: FilterPart }) {
  const { t } = useTranslation('explore');
  const { store } = useEditor();
  const words = usePartWords(part);
  return (
    <li className={styles['part']}>
      <span className={styles['partWords']} title={words}>
        {words}
      </span>
      <button
        type="button"
        aria-label={t('remove', { part: words })}
        title={t('remove', { part: words })}
        onClick={() => store.setState(({ viewFilter }) => ({ viewFilter: part.without(viewFilter) }))}
      >
        <X size={13} aria-hidden />
      </button>
    </li>
  );
}

function usePartWords(part: FilterPart): string {
  const { t } = useTranslation(['explore', 'views']);
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const view = useEditorState(({ views }) => (part.kind === 'byView' ? views.get(part.view)?.name : undefined));
  if (part.kind === 'byView') return t('views:chip', { name: isolated(view ?? '…') });
  if (part.kind === 'value') return ruleWords(part.rule, { labels, edgeTypes });
  if ('count' in part) return t(`part.${part.kind}`, { count: part.count });
  const isLabels = part.kind === 'onlyLabels' || part.kind === 'hiddenLabels';
  const names = part.names
    .map((name) => isolated((isLabels ? labels : edgeTypes).get(name)?.name ?? name))
    .join(t('comma'));
  const count = part.names.length;
  if (part.kind === 'hiddenLabels' && count > 1) return t('part.labelsHidden', { count });
  if (part.kind === 'hiddenEdgeTypes' && count > 1) return t('part.edgeTypesHidden', { count });
  return t(`part.${part.kind}`, { names });
}
