/** The field that a query is typed in. The editor comes when it is first wanted: most pages never need it. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../store/editor-context';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';
import type { QueryEditor } from './editor/query-editor';

export function QueryField({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('console');
  const { store } = useEditor();
  const console = useConsole();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<QueryEditor>(null);
  const text = useConsoleState((state) => state.text);
  const place = useConsoleState(({ run }) => (run.status === 'failed' ? run.place : undefined));

  useEffect(() => {
    let wanted = true;
    void import('./editor/query-editor').then(({ openQueryEditor }) => {
      if (!wanted || host.current === null) return;
      const opened = openQueryEditor(host.current, {
        schema: store.getState,
        onType: (typed) => console.type(typed),
        onRun: () => void console.run(),
        onRecall: (by) => console.recall(by),
        onLeave,
        words: {
          label: t('query'),
          empty: t('placeholder'),
          kinds: {
            label: t('kind.label'),
            edgeType: t('kind.edgeType'),
            property: t('kind.property'),
            function: t('kind.function'),
            keyword: t('kind.keyword'),
            variable: t('kind.variable'),
          },
        },
      });
      opened.setText(console.state.getState().text);
      opened.focus();
      editor.current = opened;
    });
    return () => {
      wanted = false;
      editor.current?.close();
      editor.current = null;
    };
  }, [console, store, onLeave, t]);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.mark(place), [place]);
  return <div ref={host} className={styles['editor']} data-testid="query-editor" />;
}
