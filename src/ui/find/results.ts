/** What a search says, as the panel lists it: with the rows on screen, in the order of the schema. */
import type { FoundElement, FoundOfType, SearchAnswer } from '../../search/search-answer';
import { foldName } from '../../shared/graph/names';
import type { EditorState } from '../../store/editor-store';
import type { EdgeRow, NodeRow } from '../../store/rows';

export type Found = Pick<FoundElement, 'because' | 'marks'> &
  ({ readonly kind: 'node'; readonly row: NodeRow } | { readonly kind: 'edge'; readonly row: EdgeRow });

/** What was found of one label or edge type. */
export interface FoundGroup extends Pick<FoundOfType, 'kind' | 'count' | 'isAsTyped'> {
  /** As the schema spells it. */
  readonly name: string;
  readonly listed: readonly Found[];
}

export interface SearchResults {
  readonly query: string;
  readonly count: number;
  /** Whether anything has what was typed, not only something like it. */
  readonly isAsTyped: boolean;
  /** Labels, then edge types, in the order of the schema; after them those that have only something like it. */
  readonly groups: readonly FoundGroup[];
}

type Shown = Pick<EditorState, 'nodes' | 'edges' | 'labels' | 'edgeTypes'>;

/** Where the index knows of something before the database does, it is left out for the moment. */
function foundIn({ nodes, edges }: Shown, kind: FoundOfType['kind'], { id, because, marks }: FoundElement): Found[] {
  if (kind === 'node') {
    const row = nodes.get(id);
    return row === undefined ? [] : [{ kind, row, because, marks }];
  }
  const row = edges.get(id);
  return row === undefined ? [] : [{ kind, row, because, marks }];
}

export function resultsOf({ query, count, types }: SearchAnswer, shown: Shown): SearchResults {
  const places = { node: [...shown.labels.keys()], edge: [...shown.edgeTypes.keys()] };
  const placeOf = ({ kind, type, isAsTyped }: FoundOfType) =>
    (isAsTyped ? 0 : 2e9) + (kind === 'node' ? 0 : 1e9) + places[kind].indexOf(foldName(type));
  const groups = types
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(
      (each): FoundGroup => ({
        kind: each.kind,
        name: each.type,
        count: each.count,
        isAsTyped: each.isAsTyped,
        listed: each.listed.flatMap((found) => foundIn(shown, each.kind, found)),
      }),
    );
  return { query, count, isAsTyped: types.some(({ isAsTyped }) => isAsTyped), groups };
}

/** Whether the panel shows the same for both. */
export function areSame(one: SearchResults, other: SearchResults): boolean {
  const [rows, others] = [one, other].map(({ groups }) => groups.flatMap(({ listed }) => listed.map(({ row }) => row)));
  return (
    rows !== undefined &&
    others !== undefined &&
    rows.length === others.length &&
    rows.every((row, at) => row === others[at])
  );
}
