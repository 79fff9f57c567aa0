/**
 * How large a graph may become. A server may set lower limits than these for new patches (`welcome.limits`); what is
 * accepted already is taken in whatever the limits are, so lowering one breaks no graph.
 */
import { z } from 'zod';
import { LIMITS } from '../limits';

const upTo = (most: number) => z.int().min(1).max(most);

export const graphLimitsSchema = z.strictObject({
  nodes: upTo(LIMITS.nodes),
  edges: upTo(LIMITS.edges),
  labels: upTo(LIMITS.labels),
  edgeTypes: upTo(LIMITS.edgeTypes),
  /** Of one label or edge type. */
  propertiesPerType: upTo(LIMITS.propertiesPerType),
  views: upTo(LIMITS.views),
  rules: upTo(LIMITS.rules),
  opsPerPatch: upTo(LIMITS.opsPerPatch),
  /** UTF-16 code units in one text property. */
  textLength: upTo(LIMITS.textLength),
  /** Bytes in one message, and so in the ops of one patch. */
  messageBytes: upTo(LIMITS.messageBytes),
});
export type GraphLimits = z.infer<typeof graphLimitsSchema>;

/** As far as anything may go: what every program that reads a graph is made for. */
export const WIDEST_LIMITS: GraphLimits = {
  nodes: LIMITS.nodes,
  edges: LIMITS.edges,
  labels: LIMITS.labels,
  edgeTypes: LIMITS.edgeTypes,
  propertiesPerType: LIMITS.propertiesPerType,
  views: LIMITS.views,
  rules: LIMITS.rules,
  opsPerPatch: LIMITS.opsPerPatch,
  textLength: LIMITS.textLength,
  messageBytes: LIMITS.messageBytes,
};
