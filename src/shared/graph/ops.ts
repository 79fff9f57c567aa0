/**
 * Ops: small statements of intent, by id, never queries. Schema and type stand together; the wire, the log and the
 * editor all use these. An op's meaning never changes, so that old logs stay replayable: a new meaning is a new op.
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import { NODE_SIZES } from './model';
import { nameProblem } from './names';
import { PROPERTY_TYPES, type PropertyType, type PropertyValue } from './values';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NODE_ID = new RegExp(`^n_${UUID}$`);
const EDGE_ID = new RegExp(`^e_${UUID}$`);
const nodeId = z.string().regex(NODE_ID, 'A node id is "n_" and a UUID.');
const edgeId = z.string().regex(EDGE_ID, 'An edge id is "e_" and a UUID.');

const name = z.string().superRefine((text, context) => {
  const problem = nameProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const coordinate = z
  .number()
  .min(-LIMITS.coordinate)
  .max(LIMITS.coordinate)
  .transform((n) => n + 0); // −0 and 0 are one place: JSON cannot tell them apart, so neither may we.
const position = z.strictObject({ x: coordinate, y: coordinate });

const text = z
  .string()
  .max(LIMITS.textLength)
  .refine((s) => s.isWellFormed(), 'Text has a broken character in it.');
const value = z.union([text, z.number().transform((n) => n + 0), z.boolean()]);
const type = z.enum(PROPERTY_TYPES);

/**
 * A JSON object from property names to something. Written out because a generic record schema passes over a key
 * such as `__proto__` in silence, where it must be refused like any other bad name.
 */
export function byName<T>(item: z.ZodType<T>) {
  return z.unknown().transform((input, context): Readonly<Record<string, T>> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'custom', message: 'Properties must be an object.' });
      return z.NEVER;
    }
    const given = Object.entries(input);
    if (given.length > LIMITS.propertiesPerType) {
      context.addIssue({ code: 'custom', message: `At most ${LIMITS.propertiesPerType} properties.` });
      return z.NEVER;
    }
    const entries: [string, T][] = [];
    for (const [key, raw] of given) {
      const problem = nameProblem(key);
      const parsed = item.safeParse(raw);
      if (problem !== undefined || !parsed.success) {
        // One is enough: noting thousands takes seconds, and a stranger can send that many.
        context.addIssue({ code: 'custom', path: [key], message: problem ?? parsed.error?.issues[0]?.message ?? '' });
        return z.NEVER;
      }
      entries.push([key, parsed.data]);
    }
    return Object.fromEntries(entries);
  });
}

const values = byName<PropertyValue>(value);
const types = byName<PropertyType>(type);

const color = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written #rrggbb.');
const icon = z.string().regex(/^[a-z0-9-]{1,32}$/, 'An icon is named with small letters, digits and hyphens.');
const size = z.enum(NODE_SIZES);
const styleSchema = z.strictObject({
  color: color.optional(),
  icon: icon.optional(),
  caption: name.optional(),
  size: size.optional(),
});
/** The fields that change; `null` is for "none any more". */
const styleChange = z.strictObject({
  color: color.nullable().optional(),
  icon: icon.nullable().optional(),
  caption: name.nullable().optional(),
  size: size.nullable().optional(),
});

export const elementTypeFields = { properties: types, style: styleSchema.optional() };
export const nodeFields = { label: name, position, properties: values, locked: z.literal(true).optional() };
export const edgeFields = { type: name, source: nodeId, target: nodeId, properties: values };
export { edgeId as edgeIdSchema, name as nameSchema, nodeId as nodeIdSchema, position as positionSchema };

const element = z.enum(['node', 'edge']);
const elementId = z.string().regex(new RegExp(`^[ne]_${UUID}$`), 'An id is "n_" or "e_" and a UUID.');
export const titleSchema = z
  .string()
  .max(LIMITS.titleLength)
  .refine((s) => s.isWellFormed() && s.trim() !== '', 'A title cannot be empty.');

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
]);

export type Op = z.infer<typeof opSchema>;

// The same rules for those who check thousands of values at once.

export function isNodeId(input: unknown): input is string {
  return typeof input === 'string' && NODE_ID.test(input);
}

export function isEdgeId(input: unknown): input is string {
  return typeof input === 'string' && EDGE_ID.test(input);
}

export function isCoordinate(input: unknown): input is number {
  return typeof input === 'number' && Math.abs(input) <= LIMITS.coordinate;
}

export function isPropertyValue(input: unknown): input is PropertyValue {
  if (typeof input === 'string') return input.length <= LIMITS.textLength && input.isWellFormed();
  return typeof input === 'boolean' || (typeof input === 'number' && Number.isFinite(input));
}

/** The ops of one patch: at least one, applied together or not at all. */
export const opsSchema = z.array(opSchema).min(1).max(LIMITS.opsPerPatch);
