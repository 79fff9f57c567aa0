/** The shortest path between two nodes, step by step, and as many others as are as short. Marked on the canvas meanwhile. */
import { X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { SoughtPath } from '../../store/exploring';
import { PathActions } from './PathActions';
import { PathChoices } from './PathChoices';
import styles from './PathPanel.module.css';
import { PathSteps } from './PathSteps';
import { PathTurns } from './PathTurns';
import { useCaptions } from './use-captions';
import { type FoundPath, usePath } from './use-path';

export function PathPanel() {
  const sought = useEditorState((state) => state.soughtPath);
  if (sought === undefined) return null;
  const { from, to, directed, everywhere } = sought;
  // Another question begins with its first path.
  return <Shown key={[from, to, directed, everywhere].join(' ')} sought={sought} />;
}

function Shown({ sought }: { readonly sought: SoughtPath }) {
  const { t } = useTranslation('explore');
  const { store } = useEditor();
  const titleId = useId();
  const found = usePath(sought);
  const [wanted, setWanted] = useState(0);
  const index = found.state === 'found' ? Math.min(wanted, found.count - 1) : 0;
  const path = useMemo(() => (found.state === 'found' ? found.at(index) : undefined), [found, index]);
  const panel = useRef<HTMLElement>(null);
  useFocusBack();
  useMarked(path);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const close = () => store.setState({ soughtPath: undefined });
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles['panel']}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId}>{t('route.title')}</h2>
        <Button look="quiet" aria-label={t('route.close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <p role="status" className={styles['said']}>
        <PathWords sought={sought} state={found.state} path={path} />
      </p>
      {found.state === 'found' && found.count > 1 && <PathTurns index={index} count={found.count} onTurn={setWanted} />}
      {path !== undefined && <PathSteps path={path} />}
      {path !== undefined && <PathActions path={path} />}
      <PathChoices sought={sought} />
    </section>
  );
}

/** More nodes than these are not read in one line: they are listed. */
const MOST_IN_A_LINE = 6;

interface PathWordsProps {
  readonly sought: SoughtPath;
  readonly state: 'found' | 'none' | 'gone';
  readonly path: FoundPath | undefined;
}

function PathWords({ sought, state, path }: PathWordsProps) {
  const { t } = useTranslation('explore');
  const captionOfNode = useCaptions();
  if (path !== undefined) {
    const names = path.nodes.map(captionOfNode);
    const short = names.length <= MOST_IN_A_LINE ? names : [...names.slice(0, 3), t('route.more'), ...names.slice(-1)];
    return t('route.steps', { count: path.steps.length, route: short.join(t('route.arrow')) });
  }
  if (state === 'gone') return t('route.gone');
  const ends = { from: captionOfNode(sought.from), to: captionOfNode(sought.to) };
  return sought.everywhere ? t('route.none', ends) : t('route.noneShown', ends);
}

/** Marks the path on the canvas for as long as it is looked at. */
function useMarked(path: FoundPath | undefined): void {
  const { store } = useEditor();
  useEffect(() => {
    if (path === undefined) return;
    store.setState({ markedPath: { nodes: path.nodes, edges: path.steps.flat().map(({ id }) => id) } });
    return () => store.setState({ markedPath: undefined });
  }, [store, path]);
}
