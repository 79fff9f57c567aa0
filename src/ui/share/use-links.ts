import { useCallback, useEffect, useState } from 'react';
import type { Link } from '../../shared/protocol/links';
import { useEditor, useEditorState } from '../../store/editor-context';
import { sentenceOf } from './sentence-of';

export interface LinkList {
  /** Undefined until they are here. */
  readonly links: readonly Link[] | undefined;
  /** Why they could not be had, in words. */
  readonly problem: string | undefined;
  /** Asks for them again. Resolves when they are here, or it is known why not. */
  reload(): Promise<void>;
}

/** The graph's links as the server has them; asked for again when someone comes or goes. */
export function useLinks(): LinkList {
  const { links: api } = useEditor();
  const here = useEditorState((state) => state.peers.size);
  const [links, setLinks] = useState<readonly Link[]>();
  const [problem, setProblem] = useState<string>();
  const reload = useCallback(async () => {
    try {
      setLinks(await api.list());
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }, [api]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is here is what the list tells of each link
  useEffect(() => void reload(), [reload, here]);
  return { links, problem, reload };
}
