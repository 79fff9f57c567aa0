/**
 * Other labels for nodes, or other types for edges, with as little loss as can be: the new label gets the properties it
 * lacks in the same step, and what does not fit those it has is known before.
 */
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import { retypedValue } from '../shared/graph/retyped-value';
import type { PropertyType, PropertyValue } from '../shared/graph/values';
import type { RowProperties } from '../store/rows';
import type { SchemaSlice } from '../store/schema';
import { createLabelOp } from './create-ops';

/** A node or edge, by what counts here. */
export interface RetypedElement {
  readonly id: string;
  /** The name of its label or edge type. */
  readonly of: string;
  readonly properties: RowProperties;
}

/** Values that do not fit the property that has their name already. */
export interface Misfit {
  readonly property: string;
  readonly type: PropertyType;
  readonly values: readonly PropertyValue[];
}

export interface RetypePlan {
  readonly ops: Op[];
  readonly misfits: readonly Misfit[];
}

type Schema = Pick<SchemaSlice, 'labels' | 'edgeTypes'>;

/** @param to the new label's or edge type's name; one that the graph does not have is made with it */
export function retypeElements(
  on: 'node' | 'edge',
  elements: readonly RetypedElement[],
  to: string,
  schema: Schema,
): RetypePlan {
  const types = on === 'node' ? schema.labels : schema.edgeTypes;
  const target = types.get(foldName(to));
  const create = target === undefined ? createTypeOp(on, to, schema) : undefined;
  const has = propertiesOf(target, create);
  const moving = elements.filter(({ of }) => foldName(of) !== foldName(to));
  const lacking = new Map<string, { readonly name: string; readonly types: Set<PropertyType> }>();
  const misfits = new Map<string, { property: string; type: PropertyType; values: PropertyValue[] }>();
  for (const { of, properties } of moving) {
    const own = types.get(foldName(of));
    for (const [name, value] of Object.entries(properties)) {
      const key = foldName(name);
      const met = has.get(key);
      if (met !== undefined) {
        if (retypedValue(value, met) !== undefined) continue;
        const misfit = misfits.get(key) ?? { property: name, type: met, values: [] };
        misfit.values.push(value);
        misfits.set(key, misfit);
        continue;
      }
      const type = own?.properties.get(key)?.type ?? 'STRING';
      const wanted = lacking.get(key) ?? { name, types: new Set() };
      wanted.types.add(type);
      lacking.set(key, wanted);
    }
  }
  const of = target?.name ?? to;
  const add = Array.from(lacking.values(), ({ name, types: found }): Op => {
    const [only, another] = found;
    // Text is what values of every type fit.
    const type = only === undefined || another !== undefined ? 'STRING' : only;
    return { op: 'add_property', on, of, key: name, type };
  });
  const set = moving.map(
    ({ id }): Op =>
      on === 'node' ? { op: 'set_label', nodeId: id, label: of } : { op: 'set_edge_type', edgeId: id, type: of },
  );
  const ops = set.length === 0 ? [] : [...(create === undefined ? [] : [create]), ...add, ...set];
  return { ops, misfits: [...misfits.values()] };
}

type CreateTypeOp = Op & { op: 'create_label' | 'create_edge_type' };

function createTypeOp(on: 'node' | 'edge', name: string, { labels }: Schema): CreateTypeOp {
  if (on === 'edge') return { op: 'create_edge_type', type: name, properties: {} };
  return createLabelOp(name, labels);
}

/** The types of the properties there are, or will be, by folded name. */
function propertiesOf(
  target: ElementType | undefined,
  create: CreateTypeOp | undefined,
): ReadonlyMap<string, PropertyType> {
  const given = Object.entries(create?.properties ?? {}).map(([name, type]) => [foldName(name), type] as const);
  return new Map([...Array.from(target?.properties ?? [], ([key, { type }]) => [key, type] as const), ...given]);
}
