/** The schemas of what ops and snapshots are made of: ids, names, values, positions, styles. */
import { z } from 'zod';
import { LIMITS } from '../limits';
import { NODE_SIZES } from './model';
import { nameProblem } from './names';
import { PROPERTY_TYPES, type PropertyType, type PropertyValue } from './values';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NODE_ID = new RegExp(`^n_${UUID}$`);
const EDGE_ID = new RegExp(`^e_${UUID}$`);
export const nodeIdSchema = z.string().regex(NODE_ID, 'A node id is "n_" and a UUID.');
export const edgeIdSchema = z.string().regex(EDGE_ID, 'An edge id is "e_" and a UUID.');

export const nameSchema = z.string().superRefine((text, context) => {
  const problem = nameProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const coordinate = z
  .number()
  .min(-LIMITS.coordinate)
  .max(LIMITS.coordinate)
  .transform((n) => n + 0); // −0 and 0 are one place: JSON cannot tell them apart, so neither may we.
export const positionSchema = z.strictObject({ x: coordinate, y: coordinate });

/** @param longest in UTF-16 code units */
export function wellFormedText(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((s) => s.isWellFormed(), 'Text has a broken character in it.');
}

export const valueSchema = z.union([
  wellFormedText(LIMITS.textLength),
  z.number().transform((n) => n + 0),
  z.boolean(),
]);
export const propertyTypeSchema = z.enum(PROPERTY_TYPES);

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

const values = byName<PropertyValue>(valueSchema);
const types = byName<PropertyType>(propertyTypeSchema);

export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written #rrggbb.');
export const iconSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,32}$/, 'An icon is named with small letters, digits and hyphens.');
export const sizeSchema = z.enum(NODE_SIZES);
const styleSchema = z.strictObject({
  color: colorSchema.optional(),
  icon: iconSchema.optional(),
  caption: nameSchema.optional(),
  size: sizeSchema.optional(),
});
/** The fields that change; `null` is for "none any more". */
export const styleChangeSchema = z.strictObject({
  color: colorSchema.nullable().optional(),
  icon: iconSchema.nullable().optional(),
  caption: nameSchema.nullable().optional(),
  size: sizeSchema.nullable().optional(),
});

export const elementTypeFields = { properties: types, style: styleSchema.optional() };
export const nodeFields = {
  label: nameSchema,
  position: positionSchema,
  properties: values,
  locked: z.literal(true).optional(),
};
export const edgeFields = { type: nameSchema, source: nodeIdSchema, target: nodeIdSchema, properties: values };

export const elementSchema = z.enum(['node', 'edge']);
export const elementIdSchema = z.string().regex(new RegExp(`^[ne]_${UUID}$`), 'An id is "n_" or "e_" and a UUID.');
export const titleSchema = z
  .string()
  .max(LIMITS.titleLength)
  .refine((s) => s.isWellFormed() && s.trim() !== '', 'A title cannot be empty.');

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
