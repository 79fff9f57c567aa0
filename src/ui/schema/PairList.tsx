import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import styles from './SchemaPanel.module.css';
import type { Pair } from './schema-facts';

/** From which label to which edges of a type lead. @param pairs undefined until they are counted */
export function PairList({ pairs }: { readonly pairs: readonly Pair[] | undefined }) {
  const { t } = useTranslation('schemaPanel');
  const editable = useEditorState(mayEdit);
  if (pairs === undefined) return null;
  if (pairs.length === 0) {
    return <p className={styles['hint']}>{t(editable ? 'joinsNothing' : 'joinsNothingViewer')}</p>;
  }
  return (
    <ul className={styles['pairs']} aria-label={t('joins')}>
      {pairs.map(({ source, target, count }) => (
        <li key={`${source}/${target}`}>
          <span className={styles['ends']}>
            <Isolate>{source}</Isolate>
            <ArrowRight size={13} role="img" aria-label={t('leadsTo')} />
            <Isolate>{target}</Isolate>
          </span>
          <span className={styles['count']}>{t('edges', { count })}</span>
        </li>
      ))}
    </ul>
  );
}
