import { openType } from '../../commands/type-commands';
import { edgesQuery, nodesQuery } from '../../console/type-queries';
import { useIsNarrow } from '../../kit/use-is-narrow';
import { useEditor } from '../../store/editor-context';
import { useGoTo } from '../console/use-go-to';
import type { TypeRef } from './schema-facts';

export interface TypeActions {
  /** Selects every node of the label, or every edge of the type. */
  select(): void;
  /** Asks for them in the console. */
  ask(): void;
  edit(): void;
}

/** What can be done about a label or edge type. Where the panel covers the page, it gives way. */
export function useTypeActions({ on, type }: TypeRef): TypeActions {
  const { store } = useEditor();
  const goTo = useGoTo();
  const narrow = useIsNarrow();
  const giveWay = () => narrow && store.setState({ panel: undefined });
  return {
    select: () => {
      const { nodes, edges } = store.getState();
      giveWay();
      goTo.select({
        nodes: new Set(on === 'node' ? idsOf(nodes.values(), ({ label }) => label === type.name) : []),
        edges: new Set(on === 'edge' ? idsOf(edges.values(), (edge) => edge.type === type.name) : []),
      });
    },
    ask: () => {
      giveWay();
      store.setState({ consoleOpen: true, toAsk: on === 'node' ? nodesQuery(type) : edgesQuery(type.name) });
    },
    edit: () => openType(store, { on, of: type.name }),
  };
}

function* idsOf<T extends { readonly id: string }>(rows: Iterable<T>, isMeant: (row: T) => boolean): Generator<string> {
  for (const row of rows) if (isMeant(row)) yield row.id;
}
