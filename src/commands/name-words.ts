import { t } from '../i18n/i18n';
import { said } from '../i18n/said';
import { isolated } from '../kit/bidi';
import type { ElementType } from '../shared/graph/model';
import { foldName, nameProblem } from '../shared/graph/names';
import type { SchemaSlice } from '../store/schema';

/** Says in the page's language why this cannot be a label's, edge type's or property's name; `undefined` when it can. */
export function nameWords(name: string): string | undefined {
  const problem = nameProblem(name);
  return problem === undefined ? undefined : said(problem);
}

/**
 * The same for a label or edge type of a graph: they share one namespace.
 * @param own the name it has, which it may keep, or have in other letters
 */
export function typeNameWords(
  name: string,
  { labels, edgeTypes }: Pick<SchemaSlice, 'labels' | 'edgeTypes'>,
  own?: string,
): string | undefined {
  const wrong = nameWords(name);
  if (wrong !== undefined || (own !== undefined && foldName(own) === foldName(name))) return wrong;
  const [label, edgeType] = [labels.get(foldName(name)), edgeTypes.get(foldName(name))];
  if (label !== undefined) return t('labels:isLabel', { name: isolated(label.name) });
  return edgeType === undefined ? undefined : t('labels:isEdgeType', { name: isolated(edgeType.name) });
}

/** The same for a property of a label or edge type. */
export function propertyNameWords(name: string, type: ElementType, own?: string): string | undefined {
  const wrong = nameWords(name);
  if (wrong !== undefined || (own !== undefined && foldName(own) === foldName(name))) return wrong;
  const taken = type.properties.get(foldName(name));
  return taken && t('inspector:hasProperty', { type: isolated(type.name), property: isolated(taken.name) });
}
