/** The fields of an element that a step changed, each taken back by itself. */
import { dequal } from 'dequal';
import type { ElementType, GraphEdge, GraphNode, Properties } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import { type PropertyValue, valueProblem } from '../shared/graph/values';
import { differingProperties, isAnother, propertyField } from './fields';
import type { IsTheirs } from './others-writes';

/**
 * One entry for each field that differs in `before` and `after`: the op that gives it its value of before, or undefined
 * where it is not as the step left it, is someone else's by now, or would not fit.
 * @param now the element as it is; undefined when it is gone, and then there is one entry, undefined
 * @param type of the element, as the schema is now
 */
export function fieldsBack<T extends GraphNode | GraphEdge>(
  step: { readonly before: T; readonly after: T },
  now: T | undefined,
  type: ElementType | undefined,
  isTheirs: IsTheirs,
): (Op | undefined)[] {
  const { before, after } = step;
  if (now === undefined || type === undefined || isAnother(before, now)) return [undefined];
  const { id } = before;
  const ops: (Op | undefined)[] = differingProperties(before.properties, after.properties).map((key) => {
    const asLeft = now.properties.get(key) === after.properties.get(key) && !isTheirs(id, propertyField(key));
    if (!asLeft) return undefined;
    const on = 'label' in before ? 'node' : 'edge';
    const value = before.properties.get(key);
    if (value === undefined) return { op: 'remove_property', on, id, key };
    return fits(type, key, value) ? { op: 'set_property', on, id, key, value } : undefined;
  });
  if ('position' in before && 'position' in after && 'position' in now && !dequal(before.position, after.position)) {
    const asLeft = dequal(now.position, after.position) && !isTheirs(id, 'position');
    ops.push(asLeft ? { op: 'move_node', nodeId: id, position: before.position } : undefined);
  }
  return ops;
}

/** The properties that the schema, as it is now, has a place for. */
export function fittingProperties(type: ElementType, properties: Properties): Record<string, PropertyValue> {
  return Object.fromEntries([...properties].filter(([key, value]) => fits(type, key, value)));
}

function fits(type: ElementType, key: string, value: PropertyValue): boolean {
  const property = type.properties.get(foldName(key));
  return property !== undefined && valueProblem(property.type, value) === undefined;
}
