/** What a saved view came to when it was last asked. */
import type { AnswerElements } from '../console/answer-elements';
import type { Answer, QueryParameters } from '../engine/graph-engine';
import type { SavedView } from '../shared/graph/saved-views';

export type ViewAnswer =
  | {
      readonly status: 'answered';
      /** Without rows where elements are all that was asked for. */
      readonly answer: Answer;
      /** Of a filter: what it shows. */
      readonly elements: AnswerElements | undefined;
      /** Of one that takes long: when it was asked, in milliseconds since 1970. It does not follow the graph. */
      readonly asOf?: number;
    }
  /** In the database's words. */
  | { readonly status: 'failed'; readonly reason: string }
  /** It takes longer than the canvas can wait for: it is not asked again by itself. */
  | { readonly status: 'tooSlow' };

/** The number that a view answers with: the only cell of the only row. */
export function numberIn({ columns, rows, rowCount }: Answer): number | undefined {
  const [value] = rows[0] ?? [];
  return columns.length === 1 && rowCount === 1 && typeof value === 'number' ? value : undefined;
}

/** The parameters of a view, as the database is given them. */
export function parametersOf({ parameters = [] }: SavedView): QueryParameters {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}
