/** All saved views by name, and where there are few, what could be one. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n/formats';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { Suggestions } from './Suggestions';
import { ViewItem } from './ViewItem';
import styles from './Views.module.css';

export function ViewList() {
  const { t, i18n } = useTranslation('views');
  const views = useEditorState((state) => state.views);
  const editable = useEditorState(mayEdit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are sorted as the language has it
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(locale(), { numeric: true });
    return [...views.values()].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  }, [views, i18n.language]);
  return (
    <div className={styles['contents']}>
      {sorted.length === 0 ? (
        <p className={styles['hint']}>{t(editable ? 'nothingYet' : 'nothingYetViewer')}</p>
      ) : (
        <>
          <p className={styles['hint']}>{t('about')}</p>
          <ul aria-label={t('list')} className={styles['list']}>
            {sorted.map((view) => (
              <ViewItem key={view.id} view={view} />
            ))}
          </ul>
        </>
      )}
      {editable && <Suggestions />}
    </div>
  );
}
