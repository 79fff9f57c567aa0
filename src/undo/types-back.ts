/** Takes back what a step did to labels, edge types and their properties. What it newly made stays, in an undo. */
import { dequal } from 'dequal';
import type { Change, NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import { type ElementType, type GraphEdge, type GraphNode, STYLE_FIELDS, type TypeKind } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import { retypedValue } from '../shared/graph/retyped-value';
import type { PropertyType } from '../shared/graph/values';
import { propertyField, styleField, typeId } from './fields';
import type { IsTheirs } from './others-writes';
import type { Rehearsal } from './rehearsal';
import type { Renames } from './renames';

const ON = { label: 'node', edgeType: 'edge' } as const satisfies Record<TypeKind, 'node' | 'edge'>;
const KINDS_OF_TYPES: readonly TypeKind[] = ['label', 'edgeType'];

/** Whether the step changed or deleted a label or edge type, or a property; what it only made cannot be taken back. */
export function changesTypes(changes: NetChanges): boolean {
  return KINDS_OF_TYPES.some((kind) =>
    [...changes[kind].values()].some(
      ({ before, after }) => before !== undefined && (after === undefined || !isGrown(before, after)),
    ),
  );
}

/** Whether `after` is `before` with, at most, more properties. */
function isGrown(before: ElementType, after: ElementType): boolean {
  const kept = [...before.properties].every(([key, property]) => dequal(after.properties.get(key), property));
  return kept && before.name === after.name && dequal(before.style, after.style);
}

export class TypesBack {
  constructor(
    private readonly changes: NetChanges,
    private readonly renames: Renames,
    private readonly view: GraphView,
    private readonly isTheirs: IsTheirs,
    private readonly rehearsal: Rehearsal,
  ) {}

  /** Before elements come back: names, styles, types of properties, and what was deleted. */
  restore(): void {
    for (const rename of this.renames.all) this.#renameBack(rename);
    for (const kind of KINDS_OF_TYPES) {
      for (const { before, after } of this.changes[kind].values()) {
        if (before === undefined) continue;
        const key = foldName(this.renames.type(kind, before.name));
        const now = this.view.get(kind, key);
        const left = after ?? this.changes[kind].get(key)?.after;
        if (left === undefined) this.#remake(kind, before);
        else if (now === undefined) this.rehearsal.left.add(typeId(kind, key));
        else this.#edit(kind, { before, after: left, now });
      }
    }
  }

  /** After elements are gone: the labels, edge types and properties that the step made, unless they are in use. */
  unmake(): void {
    for (const kind of KINDS_OF_TYPES) {
      for (const [key, { before, after }] of this.changes[kind]) {
        const now = this.rehearsal.graph.get(kind, key);
        if (after === undefined || now === undefined) continue;
        const isRenamed = this.renames.all.some(
          ({ kind: other, of, from }) => other === kind && from && of === after.name,
        );
        if (before === undefined && !isRenamed) {
          // Own properties that came since, which are no step, go with it.
          if (isGrown(after, now) && !this.isTheirs(typeId(kind, key))) {
            this.rehearsal.make(typeId(kind, key), { op: 'delete_type', on: ON[kind], of: now.name, unused: true });
          } else this.rehearsal.left.add(typeId(kind, key));
        } else if (before !== undefined) this.#unmakeProperties(kind, before, after, now);
      }
    }
  }

  #unmakeProperties(kind: TypeKind, before: ElementType, after: ElementType, now: ElementType): void {
    const id = typeId(kind, foldName(after.name));
    const renamed = new Set(this.renames.all.flatMap(({ property }) => (property ? [foldName(property.to)] : [])));
    for (const [key, made] of after.properties) {
      if (before.properties.has(key) || renamed.has(key)) continue;
      if (dequal(now.properties.get(key), made) && !this.isTheirs(id, propertyField(key))) {
        this.rehearsal.make(id, { op: 'delete_property', on: ON[kind], of: now.name, key: made.name, unused: true });
      } else this.rehearsal.left.add(id);
    }
  }

  #renameBack({ kind, of, from, property }: Renames['all'][number]): void {
    const id = typeId(kind, foldName(of));
    const type = this.view.get(kind, foldName(of));
    const on = ON[kind];
    if (type?.name !== of) this.rehearsal.left.add(id);
    else if (from !== undefined) {
      if (this.isTheirs(id, 'name')) this.rehearsal.left.add(id);
      else this.rehearsal.make(id, { op: 'rename_type', on, of, to: from });
    } else if (property !== undefined) {
      const isAsLeft = type.properties.get(foldName(property.to))?.name === property.to;
      if (!isAsLeft || this.isTheirs(id, propertyField(foldName(property.to)))) this.rehearsal.left.add(id);
      else this.rehearsal.make(id, { op: 'rename_property', on, of, key: property.to, to: property.from });
    }
  }

  #remake(kind: TypeKind, { name, properties, style }: ElementType): void {
    const id = typeId(kind, foldName(name));
    if (this.view.get(kind, foldName(name)) !== undefined || this.isTheirs(id, 'exists')) {
      this.rehearsal.left.add(id);
      return;
    }
    const types = Object.fromEntries(Array.from(properties.values(), (property) => [property.name, property.type]));
    const given = { properties: types, style };
    this.rehearsal.make(
      id,
      kind === 'label'
        ? { op: 'create_label', label: name, ...given }
        : { op: 'create_edge_type', type: name, ...given },
    );
  }

  #edit(kind: TypeKind, { before, after, now }: { before: ElementType; after: ElementType; now: ElementType }): void {
    const id = typeId(kind, foldName(after.name));
    this.#propertiesBack(kind, id, { before, after, now });
    this.#styleBack(kind, id, { before, after, now });
  }

  #propertiesBack(
    kind: TypeKind,
    id: string,
    { before, after, now }: { before: ElementType; after: ElementType; now: ElementType },
  ): void {
    for (const [key, property] of before.properties) {
      const keyAfter = foldName(this.renames.property(kind, after.name, property.name));
      const left = after.properties.get(keyAfter);
      const current = this.rehearsal.typeNamed(kind, now.name) ?? now;
      const target = { on: ON[kind], of: current.name };
      if (left === undefined) {
        if (current.properties.has(key) || this.isTheirs(id, propertyField(key))) this.rehearsal.left.add(id);
        else this.rehearsal.make(id, { op: 'add_property', ...target, key: property.name, type: property.type });
      } else if (left.type !== property.type) {
        const isAsLeft = now.properties.get(keyAfter)?.type === left.type;
        const isLossy = this.#holdsOthers(kind, now, now.properties.get(keyAfter)?.name, property.type);
        if (!isAsLeft || isLossy || this.isTheirs(id, propertyField(keyAfter))) this.rehearsal.left.add(id);
        else this.rehearsal.make(id, { op: 'set_property_type', ...target, key: property.name, type: property.type });
      }
    }
  }

  /** Whether there are values of a property that do not fit a type and are not of this step: others have written them. */
  #holdsOthers(kind: TypeKind, { name }: ElementType, key: string | undefined, type: PropertyType): boolean {
    if (key === undefined) return false;
    const changes: ReadonlyMap<string, Change<GraphNode | GraphEdge>> = kind === 'label'
      ? this.changes.node
      : this.changes.edge;
    const loses = ({ id, properties }: GraphNode | GraphEdge) => {
      const value = properties.get(key);
      if (value === undefined || retypedValue(value, type) !== undefined) return false;
      const { before, after } = changes.get(id) ?? {};
      return after?.properties.get(key) !== value || before?.properties.get(key) === value;
    };
    if (kind === 'label') {
      return [...this.view.entries('node')].some(([, node]) => node.label === name && loses(node));
    }
    return [...this.view.entries('edge')].some(([, edge]) => edge.type === name && loses(edge));
  }

  #styleBack(
    kind: TypeKind,
    id: string,
    { before, after, now }: { before: ElementType; after: ElementType; now: ElementType },
  ): void {
    const current = this.rehearsal.typeNamed(kind, now.name) ?? now;
    const style: (Op & { op: 'set_style' })['style'] = {};
    for (const field of STYLE_FIELDS) {
      const isWritten = before.style[field] !== after.style[field];
      const isAsLeft = now.style[field] === after.style[field] && !this.isTheirs(id, styleField(field));
      if (isWritten && !isAsLeft) this.rehearsal.left.add(id);
      // What the step did not write stays, though a name that goes back may have taken the caption with it.
      const wanted = isWritten && isAsLeft ? before.style[field] : now.style[field];
      if (current.style[field] !== wanted) Object.assign(style, { [field]: wanted ?? null });
    }
    if (Object.keys(style).length > 0) {
      this.rehearsal.make(id, { op: 'set_style', on: ON[kind], of: current.name, style });
    }
  }
}
