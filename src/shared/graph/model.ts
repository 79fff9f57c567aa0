/** The property graph's parts. All are immutable values: a change makes a new one, so copies can share them. */
import type { SavedView } from './saved-views';
import type { StyleRule } from './style-rules';
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
  /** The property that is shown as the caption. On an edge it stands beside the type. */
  readonly caption?: string | undefined;
  /** How large nodes are drawn; medium when it is not said. Edges have none. */
  readonly size?: NodeSize | undefined;
}

export const STYLE_FIELDS = ['color', 'icon', 'caption', 'size'] as const satisfies readonly (keyof Style)[];

export const NODE_SIZES = ['small', 'medium', 'large'] as const;
export type NodeSize = (typeof NODE_SIZES)[number];

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
  /** Only there when it is so: the editor does not move it. */
  readonly locked?: true;
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

/**
 * What became of a name, or of a type, that a label, edge type or property had before. Ops that still use it, because they
 * were under way when it changed, find their way by it (`former-names.ts`).
 */
export type Former =
  /** The name it has now, as the schema spells it; `null` when it was deleted. */
  | { readonly was: 'name'; readonly now: string | null }
  /** The types a property had before. */
  | { readonly was: 'type'; readonly types: readonly PropertyType[] };

/** Everything a graph is made of, by kind. `info` has one entry, under `INFO_KEY`; types are keyed by folded name. */
export interface Elements {
  readonly info: GraphInfo;
  readonly label: ElementType;
  readonly edgeType: ElementType;
  readonly former: Former;
  readonly view: SavedView;
  readonly rule: StyleRule;
  readonly node: GraphNode;
  readonly edge: GraphEdge;
}

export const KINDS = [
  'info',
  'label',
  'edgeType',
  'former',
  'view',
  'rule',
  'node',
  'edge',
] as const satisfies readonly (keyof Elements)[];
export type Kind = (typeof KINDS)[number];
export const INFO_KEY = 'info';

/** The kinds whose entries are an `ElementType`: labels are those of nodes, edge types those of edges. */
export type TypeKind = 'label' | 'edgeType';

/** One of something for each kind. */
export function byKind<T>(make: (kind: Kind) => T): Readonly<Record<Kind, T>> {
  return {
    info: make('info'),
    label: make('label'),
    edgeType: make('edgeType'),
    former: make('former'),
    view: make('view'),
    rule: make('rule'),
    node: make('node'),
    edge: make('edge'),
  };
}

/** What elements of a kind have for a type. */
export const TYPE_KINDS = { node: 'label', edge: 'edgeType' } as const satisfies Record<'node' | 'edge', TypeKind>;

/** One map for each kind. */
export type Tables = { readonly [K in Kind]: Map<string, Elements[K]> };

export function emptyTables(): Tables {
  return {
    info: new Map(),
    label: new Map(),
    edgeType: new Map(),
    former: new Map(),
    view: new Map(),
    rule: new Map(),
    node: new Map(),
    edge: new Map(),
  };
}
