/** Which labels, edge types and properties a step renamed: its other changes are told apart from what the new names did. */
import type { NetChanges } from '../shared/graph/changes';
import { formerPropertyKey, formerTypeKey } from '../shared/graph/former-names';
import type { TypeKind } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';

/** One new name. */
export interface Rename {
  readonly kind: TypeKind;
  /** The type's name; of a property's new name, the name of its type after the step. */
  readonly of: string;
  /** Of a property: its name before and after. */
  readonly property?: { readonly from: string; readonly to: string };
  /** Of a label or edge type: its name before the step; `of` is the one after. */
  readonly from?: string;
}

export class Renames {
  readonly all: readonly Rename[];
  readonly #types = new Map<string, string>();
  readonly #properties = new Map<string, string>();

  constructor(changes: NetChanges) {
    this.all = [...typeRenames(changes), ...propertyRenames(changes)];
    for (const { kind, of, from, property } of this.all) {
      if (from !== undefined) this.#types.set(`${kind}.${from}`, of);
      if (property !== undefined) this.#properties.set(`${kind}.${of}.${property.from}`, property.to);
    }
  }

  /** What a label or edge type of before is called after. */
  type(kind: TypeKind, name: string): string {
    return this.#types.get(`${kind}.${name}`) ?? name;
  }

  /** What a property of before is called after. @param of the name of its type after */
  property(kind: TypeKind, of: string, name: string): string {
    return this.#properties.get(`${kind}.${of}.${name}`) ?? name;
  }
}

function* typeRenames(changes: NetChanges): Iterable<Rename> {
  for (const { kind, before, after } of typesThatStay(changes)) {
    if (after.name !== before.name) yield { kind, of: after.name, from: before.name };
  }
}

function* propertyRenames(changes: NetChanges): Iterable<Rename> {
  for (const { kind, before, after } of typesThatStay(changes)) {
    for (const [key, property] of before.properties) {
      const to = after.properties.get(key)?.name ?? newName(changes, formerPropertyKey(kind, after.name, key));
      if (to !== undefined && to !== property.name) {
        yield { kind, of: after.name, property: { from: property.name, to } };
      }
    }
  }
}

/** The labels and edge types that are there before and after, be it by another name. */
function* typesThatStay(changes: NetChanges) {
  for (const kind of ['label', 'edgeType'] as const) {
    for (const [key, { before, after: same }] of changes[kind]) {
      const name = same === undefined ? newName(changes, formerTypeKey(kind, key)) : undefined;
      const after = same ?? (name === undefined ? undefined : changes[kind].get(foldName(name))?.after);
      if (before !== undefined && after !== undefined) yield { kind, before, after };
    }
  }
}

function newName(changes: NetChanges, formerKey: string): string | undefined {
  const former = changes.former.get(formerKey)?.after;
  return former?.was === 'name' ? (former.now ?? undefined) : undefined;
}
