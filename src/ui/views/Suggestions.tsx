/** Views that could be, made from what the graph has: one press saves and opens them. */
import { Plus, SquareTerminal } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { Isolate } from '../../kit/Isolate';
import { LIMITS } from '../../shared/limits';
import { useEditor, useEditorState } from '../../store/editor-context';
import { asView, suggestedViews } from '../../views/suggestions';
import { useViewActions } from './use-view-actions';
import styles from './Views.module.css';
import { conditionWords } from './view-words';

export function Suggestions() {
  const { t, i18n } = useTranslation('views');
  const { store } = useEditor();
  const { save, open } = useViewActions();
  const views = useEditorState((state) => state.views);
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const most = useEditorState((state) => state.limits?.views ?? LIMITS.views);
  // Not with every row that comes: they only say what is worth looking at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what suggestions are made of besides the store
  const all = useMemo(() => suggestedViews(store.getState()), [store, labels, edgeTypes, i18n.language]);
  const saved = new Set([...views.values()].map(({ query }) => query));
  const suggested = all.filter(({ query }) => !saved.has(query));
  if (views.size >= most) return <p className={styles['hint']}>{t('full', { count: most })}</p>;
  return (
    <details open={views.size === 0} className={styles['suggestions']}>
      <summary>{t('suggestions')}</summary>
      <ul aria-label={t('suggestions')} className={styles['list']}>
        {suggested.map((each) => (
          <li key={each.query}>
            <button
              type="button"
              className={styles['suggestion']}
              title={t('suggestionHint')}
              onClick={() => {
                const view = asView(each);
                save(view);
                open(view);
              }}
            >
              <Plus size={16} aria-hidden />
              <span className={styles['name']}>
                <Isolate>{each.name}</Isolate>
              </span>
              <span className={styles['standing']}>
                {each.condition === undefined
                  ? t(`kind.${each.shows}`)
                  : `${t('check')} · ${conditionWords(each.condition)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => store.setState({ consoleOpen: true, panel: undefined })}>
        <SquareTerminal size={15} aria-hidden /> {t('fromConsole')}
      </Button>
    </details>
  );
}
