/** Queries to begin with: examples for the graph that is open, and what was asked of it before. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { examplesFor } from '../../console/examples';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';

interface QueryItemProps {
  readonly title?: string;
  readonly query: string;
  readonly onChoose: () => void;
}

function QueryItem({ title, query, onChoose }: QueryItemProps) {
  return (
    <li>
      <button type="button" className={styles['queryItem']} onClick={onChoose}>
        {title !== undefined && <span>{title}</span>}
        <code dir="ltr">{query}</code>
      </button>
    </li>
  );
}

export function Examples() {
  const { t, i18n } = useTranslation('console');
  const { store } = useEditor();
  const console = useConsole();
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  // Not with every row that comes: they only say where an example is best begun.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what examples are made of besides the store
  const examples = useMemo(() => examplesFor(store.getState()), [store, labels, edgeTypes, i18n.language]);
  if (examples.length === 0) return <p className={styles['hint']}>{t('noExamples')}</p>;
  const choose = (query: string) => {
    console.type(query);
    void console.run();
  };
  return (
    <ul aria-label={t('tab.examples')} className={styles['queries']}>
      {examples.map(({ title, query }) => (
        <QueryItem key={query} title={title} query={query} onChoose={() => choose(query)} />
      ))}
    </ul>
  );
}

export function Past() {
  const { t } = useTranslation('console');
  const console = useConsole();
  const history = useConsoleState((state) => state.history);
  if (history.length === 0) return <p className={styles['hint']}>{t('noHistory')}</p>;
  return (
    <ul aria-label={t('tab.history')} className={styles['queries']}>
      {history.map((query) => (
        <QueryItem key={query} query={query} onChoose={() => console.type(query)} />
      ))}
    </ul>
  );
}
