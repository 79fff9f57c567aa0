/**
 * Every limit that browser and server must agree on. A limit that `applyPatch` checks is part of the meaning of the
 * log: raising one is safe, lowering one would make old logs replay differently.
 */
export const LIMITS = {
  /** Characters (Unicode code points) in a label, edge type or property name. */
  nameLength: 64,
  /** UTF-16 code units in one text property. */
  textLength: 100_000,
  /** UTF-16 code units in a graph's title. */
  titleLength: 200,
  /** UTF-16 code units in the name of a link. */
  linkNameLength: 80,
  /** UTF-16 code units in an identity provider's token. */
  tokenLength: 8_192,
  /** Nodes in a graph. */
  nodes: 1_000_000,
  /** Edges in a graph. */
  edges: 2_000_000,
  /** Ops in one patch. */
  opsPerPatch: 5_000,
  /** Patches in one message. */
  patchesPerMessage: 500,
  /** Client ids, besides its own, that one connection may speak for. */
  adoptedClients: 50,
  /** UTF-16 code units in a person's name. */
  personNameLength: 40,
  /** Nodes or edges of a selection, or nodes of a drag, that the others are shown. */
  presenceItems: 200,
  /** Bytes in one WebSocket message. */
  messageBytes: 4 * 1024 * 1024,
  /** Labels in a graph. Each costs a table of about 5 MB in every tab. */
  labels: 64,
  /** Edge types in a graph. */
  edgeTypes: 64,
  /** Properties of one label or edge type. */
  propertiesPerType: 100,
  /** Saved views of a graph. */
  views: 200,
  /** UTF-16 code units in the query of a saved view. */
  queryLength: 20_000,
  /** Parameters of a saved view. */
  viewParameters: 50,
  /** Values in a list that is a parameter of a saved view. */
  listLength: 1_000,
  /** Styling rules of a graph. */
  rules: 100,
  /** Colours that a styling rule gives to values. */
  ruleColors: 100,
  /** Largest absolute x or y of a node, in canvas units (pixels at 100 %). */
  coordinate: 10_000_000,
} as const;
