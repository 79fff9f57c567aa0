/** Makes a piece of a graph fit another graph: the ops that put it there, and what of it cannot be kept. */
import type { GraphLimits } from '../graph/graph-limits';
import type { ElementType, NodeId, Position } from '../graph/model';
import { foldName } from '../graph/names';
import { newEdgeId, newNodeId } from '../graph/new-ids';
import type { Op } from '../graph/ops';
import type { GraphSnapshot } from '../graph/snapshot';
import type { PropertyType, PropertyValue } from '../graph/values';
import { convertValue } from './convert-value';
import { type FittedType, fitTypes } from './fit-types';
import { onCanvas } from './on-canvas';

/** The types of the graph it is put into, by folded name. */
export interface TargetSchema {
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
}

/** A property that has another type in the graph than some values of the piece. */
export interface Misfit {
  /** The label or edge type. */
  readonly of: string;
  readonly property: string;
  /** Its type in the graph. */
  readonly type: PropertyType;
  /** How many values do not fit. */
  readonly values: number;
}

export interface FittedPiece {
  /** They leave out what does not fit. Empty when the piece is. */
  readonly ops: readonly Op[];
  /** Of the new nodes. */
  readonly nodeIds: readonly NodeId[];
  readonly misfits: readonly Misfit[];
  /** Edges that are left out because an end of them is not in the piece. */
  readonly looseEdges: number;
}

/**
 * @param shift how far from its own place it is put
 * @param limits of which the length of texts counts here; what else is too much is said by `tooMuch`
 */
export function fitPiece(
  piece: GraphSnapshot,
  target: TargetSchema,
  shift: Position,
  limits: Pick<GraphLimits, 'textLength'>,
): FittedPiece {
  const nodeInstances = piece.nodes.map(({ label, properties }) => ({ of: label, properties }));
  const edgeInstances = piece.edges.map(({ type, properties }) => ({ of: type, properties }));
  const labels = fitTypes(piece.labels, nodeInstances, target.labels, new Set(target.edgeTypes.keys()));
  const labelNames = Array.from(labels.values(), ({ name }) => foldName(name));
  const takenByLabels = new Set([...target.labels.keys(), ...labelNames]);
  const edgeTypes = fitTypes(piece.edgeTypes, edgeInstances, target.edgeTypes, takenByLabels);
  const keeper = new ValueKeeper(limits.textLength);

  const newIds = new Map<NodeId, NodeId>();
  const nodes = piece.nodes.map(({ id, label, position, properties }): Op & { op: 'create_node' } => {
    const nodeId = newNodeId();
    if (!newIds.has(id)) newIds.set(id, nodeId);
    const type = fittedNamed(labels, label);
    const kept = keeper.keep(type, properties);
    return {
      op: 'create_node',
      nodeId,
      label: type.name,
      position: onCanvas({ x: position.x + shift.x, y: position.y + shift.y }),
      properties: kept,
    };
  });
  const edges = piece.edges.flatMap(({ type: name, source: from, target: to, properties }): Op[] => {
    const [source, target] = [newIds.get(from), newIds.get(to)];
    if (source === undefined || target === undefined) return [];
    const type = fittedNamed(edgeTypes, name);
    const kept = keeper.keep(type, properties);
    return [{ op: 'create_edge', edgeId: newEdgeId(), type: type.name, source, target, properties: kept }];
  });
  const types = [
    ...typeOps(labels, (label, fields): Op => ({ op: 'create_label', label, ...fields })),
    ...typeOps(edgeTypes, (type, fields): Op => ({ op: 'create_edge_type', type, ...fields })),
  ];
  return {
    ops: [...types, ...nodes, ...edges],
    nodeIds: nodes.map(({ nodeId }) => nodeId),
    misfits: keeper.misfits(),
    looseEdges: piece.edges.length - edges.length,
  };
}

function fittedNamed(types: ReadonlyMap<string, FittedType>, name: string): FittedType {
  const type = types.get(foldName(name));
  if (type === undefined) throw new Error(`Bug: ${name} was not fitted`);
  return type;
}

/** Makes the types that are new, and gives to the others what they lack. */
function typeOps(
  types: ReadonlyMap<string, FittedType>,
  create: (
    name: string,
    fields: { properties: Record<string, PropertyType>; style?: NonNullable<FittedType['style']> },
  ) => Op,
): Op[] {
  return [...types.values()].flatMap(({ name, isNew, style, missing }) => {
    if (!isNew && missing.size === 0) return [];
    const properties = Object.fromEntries(missing);
    return create(name, isNew && style !== undefined ? { properties, style } : { properties });
  });
}

/** Keeps the values that fit their properties, and counts those that do not. */
class ValueKeeper {
  /** By type and property. */
  readonly #misfits = new Map<string, Misfit>();

  constructor(private readonly textLength: number) {}

  keep(type: FittedType, given: Readonly<Record<string, PropertyValue>>): Record<string, PropertyValue> {
    const kept = new Map<string, PropertyValue>();
    for (const [key, value] of Object.entries(given)) {
      const property = type.properties.get(foldName(key));
      if (property === undefined) continue;
      const converted = convertValue(value, property.type);
      const isTooLong = typeof converted === 'string' && converted.length > this.textLength;
      if (converted === undefined || isTooLong) this.#note(type.name, property.name, property.type);
      else kept.set(property.name, converted);
    }
    return Object.fromEntries(kept);
  }

  misfits(): readonly Misfit[] {
    return [...this.#misfits.values()];
  }

  #note(of: string, property: string, type: PropertyType): void {
    const key = `${of}\n${property}`;
    const values = (this.#misfits.get(key)?.values ?? 0) + 1;
    this.#misfits.set(key, { of, property, type, values });
  }
}
