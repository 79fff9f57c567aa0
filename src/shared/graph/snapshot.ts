/** A whole graph as JSON, one object for each element: how a browser keeps it, and how it fills an engine. */
import { z } from 'zod';
import { assert } from '../assert';
import {
  edgeFields,
  edgeIdSchema,
  elementTypeFields,
  nameSchema,
  nodeFields,
  nodeIdSchema,
  titleSchema,
} from './field-schemas';
import { Graph, type GraphView } from './graph';
import { type ElementType, type Former, INFO_KEY } from './model';
import { foldName } from './names';

import { savedViewSchema } from './saved-views';
import { styleRuleSchema } from './style-rules';
import { PROPERTY_TYPES } from './values';

const elementType = z.strictObject({ name: nameSchema, ...elementTypeFields });

const former: z.ZodType<Former> = z.discriminatedUnion('was', [
  z.strictObject({ was: z.literal('name'), now: nameSchema.nullable() }),
  z.strictObject({ was: z.literal('type'), types: z.array(z.enum(PROPERTY_TYPES)) }),
]);

/** All but the nodes and edges. */
export const schemaFields = {
  title: titleSchema.optional(),
  labels: z.array(elementType),
  edgeTypes: z.array(elementType),
  /** What names and types were before, each with its key; left out when nothing was. */
  former: z.array(z.tuple([z.string(), former])).optional(),
  /** Left out when there are none, as are the rules. */
  views: z.array(savedViewSchema).optional(),
  rules: z.array(styleRuleSchema).optional(),
};

export const snapshotSchema = z.strictObject({
  ...schemaFields,
  nodes: z.array(z.strictObject({ id: nodeIdSchema, ...nodeFields })),
  edges: z.array(z.strictObject({ id: edgeIdSchema, ...edgeFields })),
});

/** A graph as plain JSON. */
export type GraphSnapshot = z.infer<typeof snapshotSchema>;

export type SnapshotSchema = Pick<GraphSnapshot, keyof typeof schemaFields>;

export function schemaOf(graph: GraphView): SnapshotSchema {
  const former = [...graph.entries('former')];
  const views = Array.from(graph.entries('view'), ([, view]) => view);
  const rules = Array.from(graph.entries('rule'), ([, rule]) => rule);
  return {
    ...(former.length > 0 && { former }),
    ...(views.length > 0 && { views }),
    ...(rules.length > 0 && { rules }),
    title: graph.get('info', INFO_KEY)?.title,
    labels: Array.from(graph.entries('label'), ([, label]) => typeToJson(label)),
    edgeTypes: Array.from(graph.entries('edgeType'), ([, type]) => typeToJson(type)),
  };
}

export function putSchema(graph: Graph, schema: SnapshotSchema): void {
  const { title, labels, edgeTypes, former = [], views = [], rules = [] } = schema;
  if (title !== undefined) graph.put('info', INFO_KEY, { title });
  for (const label of labels) graph.put('label', foldName(label.name), typeFromJson(label));
  for (const type of edgeTypes) graph.put('edgeType', foldName(type.name), typeFromJson(type));
  for (const [key, each] of former) graph.put('former', key, each);
  for (const view of views) graph.put('view', view.id, view);
  for (const rule of rules) graph.put('rule', rule.id, rule);
}

export function toSnapshot(graph: GraphView): GraphSnapshot {
  return {
    ...schemaOf(graph),
    nodes: Array.from(graph.entries('node'), ([, node]) => ({
      ...node,
      properties: Object.fromEntries(node.properties),
    })),
    edges: Array.from(graph.entries('edge'), ([, edge]) => ({
      ...edge,
      properties: Object.fromEntries(edge.properties),
    })),
  };
}

export function fromSnapshot(snapshot: GraphSnapshot): Graph {
  const graph = new Graph();
  putSchema(graph, snapshot);
  for (const node of snapshot.nodes) {
    graph.put('node', node.id, { ...node, properties: new Map(Object.entries(node.properties)) });
  }
  for (const edge of snapshot.edges) {
    assert(graph.get('node', edge.source) && graph.get('node', edge.target), `edge ${edge.id} of a snapshot dangles`);
    graph.put('edge', edge.id, { ...edge, properties: new Map(Object.entries(edge.properties)) });
  }
  return graph;
}

type TypeJson = z.infer<typeof elementType>;

export function typeToJson(type: ElementType): TypeJson {
  return {
    name: type.name,
    properties: Object.fromEntries(Array.from(type.properties.values(), (property) => [property.name, property.type])),
    style: type.style,
  };
}

function typeFromJson(json: TypeJson): ElementType {
  const properties = Object.entries(json.properties).map(([name, type]) => [foldName(name), { name, type }] as const);
  return { name: json.name, properties: new Map(properties), style: json.style ?? {} };
}
