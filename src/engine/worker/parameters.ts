/**
 * What a person or a script passes to a query, made safe for Kuzu. It takes the type of a list from one element and
 * reads the bits of the others as that type: `[1, 2.5]` becomes garbage without a word. So the elements of a list must
 * be of one kind throughout.
 */
import type { QueryParameters, QueryValue } from '../graph-engine';

type Value = QueryValue | readonly QueryValue[];

/** The type Kuzu would give a value. `any` is null's, and that of an empty list's elements: it goes with all others. */
type Kind =
  | { readonly of: 'any' | 'whole' | 'decimal' | 'string' | 'boolean' }
  | { readonly of: 'list'; readonly element: Kind }
  | { readonly of: 'struct'; readonly fields: ReadonlyMap<string, Kind> };

const ANY: Kind = { of: 'any' };

/** Whether every list in `value` has elements of one kind. */
export function isOfOneKind(value: Value): boolean {
  return kindOf(value) !== undefined;
}

/** The same values, with every text well-formed: Kuzu stores a broken character, and fails on it later. */
export function wellFormed(parameters: QueryParameters): Readonly<Record<string, QueryValue>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, wellFormedValue(value)]));
}

function wellFormedValue(value: Value): QueryValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormedValue);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, wellFormedValue(field)]));
}

function kindOf(value: Value): Kind | undefined {
  if (value === null) return ANY;
  if (typeof value === 'number') return { of: Number.isSafeInteger(value) ? 'whole' : 'decimal' };
  if (typeof value === 'string') return { of: 'string' };
  if (typeof value === 'boolean') return { of: 'boolean' };
  if (Array.isArray(value)) {
    let element: Kind | undefined = ANY;
    for (const item of value) {
      const kind = kindOf(item);
      element = kind && common(element, kind);
      if (element === undefined) return undefined;
    }
    return { of: 'list', element };
  }
  const fields = new Map<string, Kind>();
  for (const [key, field] of Object.entries(value)) {
    const kind = kindOf(field);
    if (kind === undefined) return undefined;
    fields.set(key, kind);
  }
  return { of: 'struct', fields };
}

/** The kind that two elements of a list have together; `undefined` when they have none. */
function common(one: Kind, other: Kind): Kind | undefined {
  if (one.of === 'any') return other;
  if (other.of === 'any') return one;
  if (one.of === 'list' && other.of === 'list') {
    const element = common(one.element, other.element);
    return element && { of: 'list', element };
  }
  if (one.of !== 'struct' || other.of !== 'struct') return one.of === other.of ? one : undefined;
  if (one.fields.size !== other.fields.size) return undefined;
  const fields = new Map<string, Kind>();
  for (const [key, kind] of one.fields) {
    const otherKind = other.fields.get(key);
    const both = otherKind && common(kind, otherKind);
    if (both === undefined) return undefined;
    fields.set(key, both);
  }
  return { of: 'struct', fields };
}
