/** The label or edge type whose name, look and properties the person has open to change. */
import type { NetChanges } from '../shared/graph/changes';
import { formerTypeKey } from '../shared/graph/former-names';
import { TYPE_KINDS } from '../shared/graph/model';

/** A label, or an edge type, by its name. */
export interface TypeRef {
  readonly on: 'node' | 'edge';
  readonly of: string;
}

export interface TypeInEditSlice {
  /** `opened` is what it was called then: it stays while the panel does. */
  readonly typeInEdit: (TypeRef & { readonly opened: string }) | undefined;
}

export const INITIAL_TYPE_IN_EDIT: TypeInEditSlice = { typeInEdit: undefined };

/** Goes with it to its new name, whoever gave it one. The same object when it has none. */
export function renamedTypeInEdit<T extends TypeInEditSlice>(slice: T, changes: NetChanges): T | TypeInEditSlice {
  const { typeInEdit } = slice;
  if (typeInEdit === undefined || changes.former.size === 0) return slice;
  const now = changes.former.get(formerTypeKey(TYPE_KINDS[typeInEdit.on], typeInEdit.of))?.after;
  if (now?.was !== 'name' || now.now === null) return slice;
  return { typeInEdit: { ...typeInEdit, of: now.now } };
}
