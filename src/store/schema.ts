/** The graph's title, labels and edge types, as the palette and the inspector use them. */
import type { NetChanges } from '../shared/graph/changes';
import { type ElementType, INFO_KEY } from '../shared/graph/model';

export interface SchemaSlice {
  readonly title: string | undefined;
  /** By folded name, in the order they were made. */
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
}

export const INITIAL_SCHEMA: SchemaSlice = { title: undefined, labels: new Map(), edgeTypes: new Map() };

function withChanges(
  types: ReadonlyMap<string, ElementType>,
  changes: NetChanges['label'],
): ReadonlyMap<string, ElementType> {
  if (changes.size === 0) return types;
  const next = new Map(types);
  for (const [key, { after }] of changes) {
    if (after === undefined) next.delete(key);
    else next.set(key, after);
  }
  return next;
}

/** The schema after the changes; the same object when they do not touch it. */
export function changedSchema(schema: SchemaSlice, changes: NetChanges): SchemaSlice {
  const info = changes.info.get(INFO_KEY);
  if (info === undefined && changes.label.size === 0 && changes.edgeType.size === 0) return schema;
  return {
    title: info === undefined ? schema.title : info.after?.title,
    labels: withChanges(schema.labels, changes.label),
    edgeTypes: withChanges(schema.edgeTypes, changes.edgeType),
  };
}
