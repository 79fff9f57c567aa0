/**
 * A step may be undone before the server has put it in its place (always, while offline). The undo then restores what
 * the step was seen to replace, where it may in truth have replaced what someone else wrote shortly before it.
 */
import { dequal } from 'dequal';
import type { Change, NetChanges } from '../shared/graph/changes';
import type { GraphEdge, GraphNode } from '../shared/graph/model';
import { differingFields, differingProperties, type Field, propertyField } from './fields';

/**
 * What the step did besides what it was seen to do, as changes that are still to be undone: `after` is what the undo
 * restored, `before` is what it should have restored. Fields that the step did not write are the same in both.
 * @param seen what the step was seen to change
 * @param confirmed what it changed in the server's order
 */
export function lateChanges(seen: NetChanges, confirmed: NetChanges): NetChanges {
  return {
    info: lateOf(seen.info, confirmed.info, (change) => change.before),
    label: new Map(),
    edgeType: new Map(),
    former: new Map(),
    node: lateOf(seen.node, confirmed.node, whatWasReplaced),
    edge: lateOf(seen.edge, confirmed.edge, whatWasReplaced),
  };
}

type Changes<T> = ReadonlyMap<string, Change<T>>;

/** @param replaced what the step replaced of an element, when it was seen to change it too */
function lateOf<T>(
  seen: Changes<T>,
  confirmed: Changes<T>,
  replaced: (confirmed: Change<T>, seen: Change<T>) => T | undefined,
): Changes<T> {
  const late = new Map<string, Change<T>>();
  for (const [key, change] of confirmed) {
    const known = seen.get(key);
    const before = known === undefined ? change.before : replaced(change, known);
    const after = known === undefined ? change.after : known.before;
    if (!dequal(before, after)) late.set(key, { before, after });
  }
  for (const [key, { before, after }] of seen) {
    // It met what it was to make: someone else had deleted the same, or written the same.
    if (!confirmed.has(key) && before !== undefined) late.set(key, { before: after, after: before });
  }
  return late;
}

function whatWasReplaced<T extends GraphNode | GraphEdge>(confirmed: Change<T>, seen: Change<T>): T | undefined {
  const isEdit = seen.before !== undefined && seen.after !== undefined;
  if (!isEdit || confirmed.before === undefined || confirmed.after === undefined) return confirmed.before;
  const written = [...differingFields(seen.before, seen.after), ...differingFields(confirmed.before, confirmed.after)];
  return withFields(seen.before, confirmed.before, new Set(written));
}

/** `element` with its position and properties, as far as they are among `fields`, from `other`. */
function withFields<T extends GraphNode | GraphEdge>(element: T, other: T, fields: ReadonlySet<Field>): T {
  const properties = new Map(element.properties);
  for (const name of differingProperties(element.properties, other.properties)) {
    const value = other.properties.get(name);
    if (!fields.has(propertyField(name))) continue;
    if (value === undefined) properties.delete(name);
    else properties.set(name, value);
  }
  const moved = fields.has('position') && 'position' in other ? { position: other.position } : {};
  return { ...element, ...moved, properties };
}
