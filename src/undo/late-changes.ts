/**
 * A step may be undone before the server has put it in its place (always, while offline). The undo then restores what
 * the step was seen to replace, where it may in truth have replaced what someone else wrote shortly before it.
 */
import { dequal } from 'dequal';
import type { Change, NetChanges } from '../shared/graph/changes';
import {
  type ElementType,
  type GraphEdge,
  type GraphNode,
  type Properties,
  STYLE_FIELDS,
  type Style,
} from '../shared/graph/model';
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
    label: lateOf(seen.label, confirmed.label, styleThatWasReplaced),
    edgeType: lateOf(seen.edgeType, confirmed.edgeType, styleThatWasReplaced),
    former: new Map(),
    view: lateOf(seen.view, confirmed.view, (change) => change.before),
    rule: lateOf(seen.rule, confirmed.rule, (change) => change.before),
    node: lateOf(seen.node, confirmed.node, whatWasReplaced(nodeWith)),
    edge: lateOf(seen.edge, confirmed.edge, whatWasReplaced(edgeWith)),
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

/** @param withFields an element with some fields of another */
function whatWasReplaced<T extends GraphNode | GraphEdge>(withFields: WithFields<T>) {
  return (confirmed: Change<T>, seen: Change<T>): T | undefined => {
    const isEdit = seen.before !== undefined && seen.after !== undefined;
    if (!isEdit || confirmed.before === undefined || confirmed.after === undefined) return confirmed.before;
    const written = [
      ...differingFields(seen.before, seen.after),
      ...differingFields(confirmed.before, confirmed.after),
    ];
    return withFields(seen.before, confirmed.before, new Set(written));
  };
}

/** Of a label or edge type nothing but its style comes to light late: names and properties are told by the ops. */
function styleThatWasReplaced(confirmed: Change<ElementType>, seen: Change<ElementType>): ElementType | undefined {
  if (seen.before === undefined || seen.after === undefined || confirmed.before === undefined) return seen.before;
  const style: Style = Object.fromEntries(
    STYLE_FIELDS.flatMap((field) => {
      const isWritten = seen.before?.style[field] !== seen.after?.style[field];
      const value = isWritten ? confirmed.before?.style[field] : seen.before?.style[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return { ...seen.before, style };
}

/** The first with what is among the fields from the second. */
type WithFields<T> = (element: T, other: T, fields: ReadonlySet<Field>) => T;

function nodeWith(element: GraphNode, other: GraphNode, fields: ReadonlySet<Field>): GraphNode {
  const { locked: _lock, ...rest } = element;
  const locked = fields.has('locked') ? other.locked : element.locked;
  return {
    ...rest,
    label: fields.has('label') ? other.label : element.label,
    position: fields.has('position') ? other.position : element.position,
    properties: propertiesWith(element, other, fields),
    ...(locked && { locked }),
  };
}

function edgeWith(element: GraphEdge, other: GraphEdge, fields: ReadonlySet<Field>): GraphEdge {
  const { source, target } = fields.has('ends') ? other : element;
  const { type } = fields.has('type') ? other : element;
  return { ...element, type, source, target, properties: propertiesWith(element, other, fields) };
}

function propertiesWith<T extends GraphNode | GraphEdge>(element: T, other: T, fields: ReadonlySet<Field>): Properties {
  const properties = new Map(element.properties);
  for (const { after: name } of differingProperties(element, other)) {
    const value = other.properties.get(name);
    if (!fields.has(propertyField(name))) continue;
    if (value === undefined) properties.delete(name);
    else properties.set(name, value);
  }
  return properties;
}
