/** A filter goes with labels, edge types and properties to their new names, whoever gave them. */
import type { NetChanges } from '../shared/graph/changes';
import { formerPropertyKey, formerTypeKey } from '../shared/graph/former-names';
import { type ElementType, TYPE_KINDS } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { SchemaSlice } from './schema';
import type { ValueRule } from './value-rules';
import { isFiltering, type ViewFilterSlice } from './view-filter';

type Renamed = SchemaSlice & Pick<ViewFilterSlice, 'viewFilter'>;

/** @param state with the schema as it is after the changes. @returns the same object when no name of the filter changed */
export function renamedFilter<T extends Renamed>(
  state: T,
  changes: NetChanges,
): T | Pick<ViewFilterSlice, 'viewFilter'> {
  const { viewFilter, labels, edgeTypes } = state;
  const { former, label, edgeType } = changes;
  if (former.size + label.size + edgeType.size === 0 || !isFiltering(viewFilter)) return state;
  const nowCalled = (key: string) => {
    const now = former.get(key)?.after;
    return now?.was === 'name' && now.now !== null ? now.now : undefined;
  };
  const renamed = (on: ValueRule['on'], names: ReadonlySet<string>) => {
    const next = Array.from(names, (name) => foldName(nowCalled(formerTypeKey(TYPE_KINDS[on], name)) ?? name));
    return next.every((name) => names.has(name)) ? names : new Set(next);
  };
  const respelt = (rule: ValueRule): ValueRule => {
    const kind = TYPE_KINDS[rule.on];
    const types: ReadonlyMap<string, ElementType> = rule.on === 'node' ? labels : edgeTypes;
    const type = types.get(foldName(nowCalled(formerTypeKey(kind, rule.of)) ?? rule.of));
    if (type === undefined) return rule;
    const key = nowCalled(formerPropertyKey(kind, type.name, rule.key)) ?? rule.key;
    const property = type.properties.get(foldName(key));
    if (type.name === rule.of && property?.name === rule.key) return rule;
    return { ...rule, of: type.name, key: property?.name ?? key };
  };
  const next = {
    ...viewFilter,
    hiddenLabels: renamed('node', viewFilter.hiddenLabels),
    onlyLabels: renamed('node', viewFilter.onlyLabels),
    hiddenEdgeTypes: renamed('edge', viewFilter.hiddenEdgeTypes),
    onlyEdgeTypes: renamed('edge', viewFilter.onlyEdgeTypes),
    values: viewFilter.values.map(respelt),
  };
  const isSame =
    next.hiddenLabels === viewFilter.hiddenLabels &&
    next.onlyLabels === viewFilter.onlyLabels &&
    next.hiddenEdgeTypes === viewFilter.hiddenEdgeTypes &&
    next.onlyEdgeTypes === viewFilter.onlyEdgeTypes &&
    next.values.every((rule, index) => rule === viewFilter.values[index]);
  return isSame ? state : { viewFilter: next };
}
