/**
 * The graph an undo meets, on which its ops are tried one by one: only those that count are made. Knows what is left as
 * others have made it.
 */
import { applyPatch } from '../shared/graph/apply-patch';
import { findProperty, findType, GONE } from '../shared/graph/former-names';
import type { GraphView } from '../shared/graph/graph';
import {
  type ElementType,
  type GraphEdge,
  type GraphNode,
  type Properties,
  type PropertyDefinition,
  TYPE_KINDS,
  type TypeKind,
} from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import { Overlay } from '../shared/graph/overlay';
import { retypedValue } from '../shared/graph/retyped-value';
import type { PropertyValue } from '../shared/graph/values';

export class Rehearsal {
  /** The ops that counted, in order. */
  readonly ops: Op[] = [];
  /** By id: what is left, wholly or in part, as others have made it. */
  readonly left = new Set<string>();
  readonly #graph: Overlay;

  constructor(view: GraphView) {
    this.#graph = new Overlay(view);
  }

  /** The graph as the ops so far make it. */
  get graph(): GraphView {
    return this.#graph;
  }

  /** Makes the op if it counts; what it is about is left otherwise. */
  make(about: string, op: Op): void {
    const outcome = applyPatch(this.#graph, [op]);
    if (outcome.status === 'applied' && outcome.skipped.length === 0) this.ops.push(op);
    else this.left.add(about);
  }

  typeNamed(kind: TypeKind, name: string): ElementType | undefined {
    return typeIn(this.#graph, kind, name);
  }

  /** The properties that the schema, as it is now, has a place for. */
  fitting(about: string, kind: TypeKind, type: ElementType, properties: Properties): Record<string, PropertyValue> {
    const fitting: [string, PropertyValue][] = [];
    for (const [key, value] of properties) {
      const property = propertyIn(this.#graph, kind, type, key);
      const retyped = property && retypedValue(value, property.type);
      if (property !== undefined && retyped !== undefined) fitting.push([property.name, retyped]);
      else this.left.add(about);
    }
    return Object.fromEntries(fitting);
  }
}

/** The label or edge type that a name means, if there is one. */
export function typeIn(graph: GraphView, kind: TypeKind, name: string): ElementType | undefined {
  const type = findType(graph, kind, name);
  return type === GONE ? undefined : type;
}

/** The property that a name means, if there is one. */
export function propertyIn(
  graph: GraphView,
  kind: TypeKind,
  type: ElementType,
  name: string,
): PropertyDefinition | undefined {
  const property = findProperty(graph, kind, type, name);
  return property === GONE ? undefined : property;
}

/** The type of a node or edge, in terms of the kinds of types. */
export function typeOf(element: GraphNode | GraphEdge): { readonly kind: TypeKind; readonly name: string } {
  return 'label' in element
    ? { kind: TYPE_KINDS.node, name: element.label }
    : { kind: TYPE_KINDS.edge, name: element.type };
}

/** The element of a former time with the names that its label, edge type and properties have now. */
export function inNamesOfNow<T extends GraphNode | GraphEdge>(graph: GraphView, element: T): T {
  const { kind, name } = typeOf(element);
  const type = typeIn(graph, kind, name);
  if (type === undefined) return element;
  const properties = new Map(
    Array.from(element.properties, ([key, value]) => [propertyIn(graph, kind, type, key)?.name ?? key, value]),
  );
  return { ...element, [kind === 'label' ? 'label' : 'type']: type.name, properties };
}
