/**
 * Ops: small statements of intent, by id, never queries. Schema and type stand together; the wire, the log and the
 * editor all use these. An op's meaning never changes, so that old logs stay replayable: a new meaning is a new op.
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import {
  edgeFields,
  edgeIdSchema as edgeId,
  elementSchema as element,
  elementIdSchema as elementId,
  elementTypeFields,
  nameSchema as name,
  nodeFields,
  nodeIdSchema as nodeId,
  positionSchema as position,
  styleChangeSchema as styleChange,
  titleSchema,
  propertyTypeSchema as type,
  valueSchema as value,
} from './field-schemas';
import { savedViewSchema, viewIdSchema as viewId } from './saved-views';
import { ruleIdSchema as ruleId, styleRuleSchema } from './style-rules';

/** Only when no node or edge has it. */
const unused = z.literal(true).optional();

export const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set_title'), title: titleSchema }),
  z.strictObject({ op: z.literal('create_label'), label: name, ...elementTypeFields }),
  z.strictObject({ op: z.literal('create_edge_type'), type: name, ...elementTypeFields }),
  z.strictObject({ op: z.literal('add_property'), on: element, of: name, key: name, type }),
  z.strictObject({ op: z.literal('create_node'), nodeId, ...nodeFields }),
  z.strictObject({ op: z.literal('move_node'), nodeId, position }),
  z.strictObject({ op: z.literal('set_property'), on: element, id: elementId, key: name, value }),
  z.strictObject({ op: z.literal('remove_property'), on: element, id: elementId, key: name }),
  z.strictObject({ op: z.literal('delete_node'), nodeId }),
  z.strictObject({ op: z.literal('create_edge'), edgeId, ...edgeFields }),
  z.strictObject({ op: z.literal('delete_edge'), edgeId }),
  z.strictObject({ op: z.literal('rename_type'), on: element, of: name, to: name }),
  z.strictObject({ op: z.literal('set_style'), on: element, of: name, style: styleChange }),
  z.strictObject({ op: z.literal('delete_type'), on: element, of: name, unused }),
  z.strictObject({ op: z.literal('rename_property'), on: element, of: name, key: name, to: name }),
  z.strictObject({ op: z.literal('set_property_type'), on: element, of: name, key: name, type }),
  z.strictObject({ op: z.literal('delete_property'), on: element, of: name, key: name, unused }),
  z.strictObject({ op: z.literal('set_label'), nodeId, label: name }),
  z.strictObject({ op: z.literal('set_edge_type'), edgeId, type: name }),
  z.strictObject({ op: z.literal('set_ends'), edgeId, source: nodeId, target: nodeId }),
  z.strictObject({ op: z.literal('set_locked'), nodeId, locked: z.boolean() }),
  z.strictObject({ op: z.literal('put_view'), view: savedViewSchema }),
  z.strictObject({ op: z.literal('delete_view'), viewId }),
  z.strictObject({ op: z.literal('put_rule'), rule: styleRuleSchema }),
  z.strictObject({ op: z.literal('delete_rule'), ruleId }),
]);

export type Op = z.infer<typeof opSchema>;

/** The ops of one patch: at least one, applied together or not at all. */
export const opsSchema = z.array(opSchema).min(1).max(LIMITS.opsPerPatch);
