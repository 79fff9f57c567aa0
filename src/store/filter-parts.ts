/** A filter taken apart into what a person can take back one by one: what is shown as chips. */
import type { ViewId } from '../shared/graph/saved-views';
import type { ValueRule } from './value-rules';
import { tidied, type ViewFilter } from './view-filter';

/** More names than these are one part together, as nobody reads a row of twenty. */
const MOST_NAMES = 3;

interface Removable {
  /** Unique among the parts. */
  readonly key: string;
  /** The filter without it. */
  readonly without: (filter: ViewFilter) => ViewFilter;
}

export type FilterPart = Removable &
  (
    | {
        readonly kind: 'onlyLabels' | 'onlyEdgeTypes' | 'hiddenLabels' | 'hiddenEdgeTypes';
        readonly names: readonly string[];
      }
    | { readonly kind: 'byView'; readonly view: ViewId }
    | { readonly kind: 'value'; readonly rule: ValueRule }
    | { readonly kind: 'onlyThese' | 'oneByOne' | 'always'; readonly count: number }
  );

export function filterParts(filter: ViewFilter): FilterPart[] {
  const { onlyLabels, onlyEdgeTypes, hiddenLabels, hiddenEdgeTypes, hiddenNodes, hiddenEdges } = filter;
  const { onlyThese, alwaysNodes, alwaysEdges } = filter;
  const parts: FilterPart[] = [];
  const add = (part: FilterPart) => parts.push({ ...part, without: (given) => tidied(part.without(given)) });
  if (filter.byView !== undefined) {
    const without = (given: ViewFilter) => ({ ...given, byView: undefined });
    add({ key: 'byView', kind: 'byView', view: filter.byView.id, without });
  }
  if (onlyThese !== undefined) {
    const without = (given: ViewFilter) => ({ ...given, onlyThese: undefined });
    add({ key: 'onlyThese', kind: 'onlyThese', count: onlyThese.size, without });
  }
  if (onlyLabels.size > 0) {
    const without = (given: ViewFilter) => ({ ...given, onlyLabels: new Set<string>() });
    add({ key: 'onlyLabels', kind: 'onlyLabels', names: [...onlyLabels], without });
  }
  if (onlyEdgeTypes.size > 0) {
    const without = (given: ViewFilter) => ({ ...given, onlyEdgeTypes: new Set<string>() });
    add({ key: 'onlyEdgeTypes', kind: 'onlyEdgeTypes', names: [...onlyEdgeTypes], without });
  }
  for (const rule of filter.values) {
    const without = (given: ViewFilter) => ({ ...given, values: given.values.filter((other) => other !== rule) });
    add({ key: JSON.stringify(rule), kind: 'value', rule, without });
  }
  for (const names of grouped(hiddenLabels)) {
    const without = (given: ViewFilter) => ({ ...given, hiddenLabels: lessNames(given.hiddenLabels, names) });
    add({ key: `label ${names.join('/')}`, kind: 'hiddenLabels', names, without });
  }
  for (const names of grouped(hiddenEdgeTypes)) {
    const without = (given: ViewFilter) => ({ ...given, hiddenEdgeTypes: lessNames(given.hiddenEdgeTypes, names) });
    add({ key: `type ${names.join('/')}`, kind: 'hiddenEdgeTypes', names, without });
  }
  const hidden = hiddenNodes.size + hiddenEdges.size;
  if (hidden > 0) {
    const without = (given: ViewFilter) => ({
      ...given,
      hiddenNodes: new Set<string>(),
      hiddenEdges: new Set<string>(),
    });
    add({ key: 'oneByOne', kind: 'oneByOne', count: hidden, without });
  }
  const always = alwaysNodes.size + alwaysEdges.size;
  if (always > 0) {
    const without = (given: ViewFilter) => ({
      ...given,
      alwaysNodes: new Set<string>(),
      alwaysEdges: new Set<string>(),
    });
    add({ key: 'always', kind: 'always', count: always, without });
  }
  return parts;
}

function grouped(names: ReadonlySet<string>): readonly (readonly string[])[] {
  if (names.size === 0) return [];
  return names.size > MOST_NAMES ? [[...names]] : Array.from(names, (name) => [name]);
}

function lessNames(names: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...names].filter((name) => !gone.includes(name)));
}
