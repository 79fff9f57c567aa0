/** Which property a caption is typed into, and what saving it does. */
import type { ElementType, NodeId, PropertyDefinition } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import type { PropertyValue } from '../../shared/graph/values';
import { captionKey } from '../../store/caption';

export interface CaptionProperty extends PropertyDefinition {
  /** The label does not have it yet: it is made with the first caption. */
  readonly isNew: boolean;
}

/** Names for a caption, for labels that have no property to serve as one. The first that is not taken is offered. */
const NAMES = ['name', 'caption', 'title'];

/**
 * The property that holds the caption; a new text property where the label has none.
 * @param key the property that serves as caption
 */
export function captionProperty(label: ElementType, key = captionKey(label)): CaptionProperty {
  const property = key === undefined ? undefined : label.properties.get(foldName(key));
  if (property !== undefined) return { ...property, isNew: false };
  const free = NAMES.find((name) => !label.properties.has(name)) ?? 'caption text';
  return { name: free, type: 'STRING', isNew: true };
}

/** @param value `undefined` takes the caption away */
export function captionOps(
  id: NodeId,
  label: ElementType,
  { name: key, type, isNew }: CaptionProperty,
  value: PropertyValue | undefined,
): Op[] {
  if (value === undefined) return [{ op: 'remove_property', on: 'node', id, key }];
  const add: Op[] = isNew ? [{ op: 'add_property', on: 'node', of: label.name, key, type }] : [];
  return [...add, { op: 'set_property', on: 'node', id, key, value }];
}
