/** Gives the fields of a node or edge that a step changed their values of before, each by itself. */
import { dequal } from 'dequal';
import type { GraphView } from '../shared/graph/graph';
import type { GraphEdge, GraphNode } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import { retypedValue } from '../shared/graph/retyped-value';
import { valueProblem } from '../shared/graph/values';
import { differingFields, differingProperties, type Field, propertyField } from './fields';
import type { IsTheirs } from './others-writes';
import { propertyIn, type Rehearsal, typeIn, typeOf } from './rehearsal';
import type { Renames } from './renames';

export interface ElementStep {
  readonly before: GraphNode | GraphEdge;
  readonly after: GraphNode | GraphEdge;
  /** As it is in `view`. */
  readonly now: GraphNode | GraphEdge;
  readonly renames: Renames;
  readonly view: GraphView;
  readonly isTheirs: IsTheirs;
}

/** What is not as the step left it, is someone else's by now, or would not fit, is left. */
export function elementBack(step: ElementStep, rehearsal: Rehearsal): void {
  for (const field of differingFields(step.before, step.after, step.renames)) {
    const op = fieldBack(step, field);
    if (op === undefined) continue;
    if (op === 'left' || losesTheirs(step, op, rehearsal)) rehearsal.left.add(step.before.id);
    else rehearsal.make(step.before.id, op);
  }
  propertiesBack(step, rehearsal);
}

/** Whether another label or type has no place for a value that others have written. */
function losesTheirs({ now, isTheirs }: ElementStep, op: Op, rehearsal: Rehearsal): boolean {
  if (op.op !== 'set_label' && op.op !== 'set_edge_type') return false;
  const kind = op.op === 'set_label' ? 'label' : 'edgeType';
  const type = rehearsal.typeNamed(kind, op.op === 'set_label' ? op.label : op.type);
  if (type === undefined) return false;
  return [...now.properties].some(([key, value]) => {
    const property = propertyIn(rehearsal.graph, kind, type, key);
    const isKept = property !== undefined && retypedValue(value, property.type) === value;
    return !isKept && isTheirs(now.id, propertyField(key));
  });
}

/** Label, type, ends, position and lock; undefined where the field is a property. */
function fieldBack({ before, after, now, view, isTheirs }: ElementStep, field: Field): Op | 'left' | undefined {
  const back = (isAsLeft: boolean, op: Op) => (isAsLeft && !isTheirs(before.id, field) ? op : 'left');
  if ('label' in before && 'label' in after && 'label' in now) {
    const nodeId = before.id;
    if (field === 'label') {
      const isAsLeft = typeIn(view, 'label', after.label)?.name === now.label;
      return back(isAsLeft, { op: 'set_label', nodeId, label: before.label });
    }
    if (field === 'position') {
      return back(dequal(now.position, after.position), { op: 'move_node', nodeId, position: before.position });
    }
    if (field === 'locked') {
      return back(now.locked === after.locked, { op: 'set_locked', nodeId, locked: before.locked ?? false });
    }
  }
  if ('type' in before && 'type' in after && 'type' in now) {
    const edgeId = before.id;
    if (field === 'type') {
      const isAsLeft = typeIn(view, 'edgeType', after.type)?.name === now.type;
      return back(isAsLeft, { op: 'set_edge_type', edgeId, type: before.type });
    }
    if (field === 'ends') {
      const isAsLeft = now.source === after.source && now.target === after.target;
      return back(isAsLeft, { op: 'set_ends', edgeId, source: before.source, target: before.target });
    }
  }
  return undefined;
}

function propertiesBack({ before, after, now, renames, view, isTheirs }: ElementStep, rehearsal: Rehearsal): void {
  const { id } = before;
  const { kind, name } = typeOf(now);
  const type = typeIn(view, kind, name);
  for (const differing of differingProperties(before, after, renames)) {
    const nameNow = (type && propertyIn(view, kind, type, differing.after)?.name) ?? differing.after;
    const isAsLeft = now.properties.get(nameNow) === after.properties.get(differing.after);
    const written = [differing.after, nameNow].some((key) => isTheirs(id, propertyField(key)));
    if (!isAsLeft || written) rehearsal.left.add(id);
    else propertyBack(before, differing.before, rehearsal);
  }
}

function propertyBack(before: GraphNode | GraphEdge, name: string, rehearsal: Rehearsal): void {
  const { id } = before;
  const on = 'label' in before ? 'node' : 'edge';
  const current = rehearsal.graph.get(on, id);
  const typed = current && typeOf(current);
  const type = typed && rehearsal.typeNamed(typed.kind, typed.name);
  const property = type && propertyIn(rehearsal.graph, typed.kind, type, name);
  const value = before.properties.get(name);
  if (current === undefined || property === undefined) {
    // Without a place for it there is no value, which is as it should be when there was none.
    if (value !== undefined) rehearsal.left.add(id);
  } else if (current.properties.get(property.name) === value) return;
  else if (value === undefined) rehearsal.make(id, { op: 'remove_property', on, id, key: property.name });
  else if (valueProblem(property.type, value) !== undefined) rehearsal.left.add(id);
  else rehearsal.make(id, { op: 'set_property', on, id, key: property.name, value });
}
