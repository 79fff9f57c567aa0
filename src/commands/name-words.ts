import { said } from '../i18n/said';
import { nameProblem } from '../shared/graph/names';

/** Says in the page's language why this cannot be a label's, edge type's or property's name; `undefined` when it can. */
export function nameWords(name: string): string | undefined {
  const problem = nameProblem(name);
  return problem === undefined ? undefined : said(problem);
}
