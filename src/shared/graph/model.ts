/** The property graph's parts. All are immutable values: a change makes a new one, so copies can share them. */
import type { PropertyType, PropertyValue } from './values';

/** `n_` and a UUID, minted by the client that creates the node, never reused for another. */
export type NodeId = string;
/** `e_` and a UUID, minted by the client that creates the edge, never reused for another. */
export type EdgeId = string;

/** Canvas units (pixels at 100 % zoom), y downwards; of the node's top left corner. One value: set together, won together. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** How elements of a label or edge type are drawn. */
export interface Style {
  /** `#rrggbb`. */
  readonly color?: string | undefined;
  /** An icon's name, such as `user`; one that is not known is drawn as a dot. */
  readonly icon?: string | undefined;
  /** The property that is shown as the caption. */
  readonly caption?: string | undefined;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly type: PropertyType;
}

/** A label (of nodes) or an edge type: a name, its typed properties, and a style. */
export interface ElementType {
  readonly name: string;
  /** By folded name (`foldName`), in the order they were added. */
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
  readonly style: Style;
}

/** By property name as the schema spells it. A property that is not set has no entry. */
export type Properties = ReadonlyMap<string, PropertyValue>;

export interface GraphNode {
  readonly id: NodeId;
  /** The label's name as the schema spells it. */
  readonly label: string;
  readonly position: Position;
  readonly properties: Properties;
}

export interface GraphEdge {
  readonly id: EdgeId;
  /** The edge type's name as the schema spells it. */
  readonly type: string;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly properties: Properties;
}

export interface GraphInfo {
  readonly title: string;
}

/** Everything a graph is made of, by kind. `info` has one entry, under `INFO_KEY`; types are keyed by folded name. */
export interface Elements {
  readonly info: GraphInfo;
  readonly label: ElementType;
  readonly edgeType: ElementType;
  readonly node: GraphNode;
  readonly edge: GraphEdge;
}

export const KINDS = ['info', 'label', 'edgeType', 'node', 'edge'] as const satisfies readonly (keyof Elements)[];
export type Kind = (typeof KINDS)[number];
export const INFO_KEY = 'info';

/** One map for each kind. */
export type Tables = { readonly [K in Kind]: Map<string, Elements[K]> };

export function emptyTables(): Tables {
  return { info: new Map(), label: new Map(), edgeType: new Map(), node: new Map(), edge: new Map() };
}
