/** The query console: a dock under the canvas, and a sheet over the page where it is narrow. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asking, Writing } from '../../console/asking';
import { QueryConsole } from '../../console/query-console';
import type { HistoryStorage } from '../../console/query-history';
import { REGION } from '../../kit/regions';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './ConsoleDock.module.css';
import { ConsoleContext } from './console-context';
import { DockEdge } from './DockEdge';
import { DockHead } from './DockHead';
import { Parameters } from './Parameters';
import { Problem } from './Problem';
import { QueryField } from './QueryField';
import { Results } from './Results';
import { useDockHeight } from './use-dock-height';

interface ConsoleDockProps {
  readonly asking: Asking;
  readonly writing: Writing;
  readonly storage: HistoryStorage;
  readonly room: string;
}

/** What was typed, and what came of it, outlasts the dock's being closed. */
export function ConsoleDock({ asking, writing, storage, room }: ConsoleDockProps) {
  const open = useEditorState((state) => state.consoleOpen);
  const console = useMemo(() => new QueryConsole({ asking, writing, storage, room }), [asking, writing, storage, room]);
  return <ConsoleContext value={console}>{open && <OpenDock storage={storage} />}</ConsoleContext>;
}

function OpenDock({ storage }: Pick<ConsoleDockProps, 'storage'>) {
  const { t } = useTranslation('console');
  const { store } = useEditor();
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const height = useDockHeight(storage, dock);
  const leave = useCallback(() => store.setState({ consoleOpen: false }), [store]);
  useFocusBack();
  return (
    <section
      {...REGION}
      ref={setDock}
      aria-label={t('title')}
      className={styles['dock']}
      style={{ '--dock-height': `${height.value}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
    >
      <DockEdge height={height} />
      <DockHead onLeave={leave} />
      <div className={styles['parts']}>
        <div className={styles['asking']}>
          <QueryField onLeave={leave} />
          <Parameters />
          <Problem />
        </div>
        <Results />
      </div>
    </section>
  );
}
