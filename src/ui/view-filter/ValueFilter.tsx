/** Beside a property's field: shows only what has its value, or hides that. */
import { Filter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { ValueRule } from '../../store/value-rules';
import { withValueRule } from '../../store/view-filter';
import styles from './ValueFilter.module.css';
import { ruleParts } from './value-words';

interface ValueFilterProps {
  /** Of the element whose value it is. */
  readonly value: Omit<ValueRule, 'keeps'>;
}

export function ValueFilter({ value }: ValueFilterProps) {
  const { t } = useTranslation('explore');
  const { store } = useEditor();
  const [open, setOpen] = useState(false);
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const { key, value: shown } = ruleParts({ ...value, keeps: 'only' }, { labels, edgeTypes });
  const filter = (keeps: ValueRule['keeps']) => {
    setOpen(false);
    store.setState((state) => ({ viewFilter: withValueRule(state.viewFilter, { ...value, keeps }, state) }));
  };
  const words = t('value.open', { property: isolated(value.key) });
  const group = shown === undefined ? t('value.groupWithout', { key }) : t('value.group', { key, value: shown });
  return (
    <>
      <button
        type="button"
        className={styles['open']}
        aria-label={words}
        title={words}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Filter size={13} aria-hidden />
      </button>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend that is seen
        <div role="group" aria-label={group} className={styles['choices']}>
          <span className={styles['what']}>{group}</span>
          <Button onClick={() => filter('only')}>{t('value.only')}</Button>
          <Button onClick={() => filter('others')}>{t('value.hide')}</Button>
        </div>
      )}
    </>
  );
}
