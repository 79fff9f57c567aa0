/**
 * Styling rules: how nodes or edges look by what they are and have, for everyone (SPEC.md, Q2). A rule is one value: set
 * together, won together. It names labels, edge types and properties by their names at the time it was set; what was
 * renamed since is found by its former name.
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import {
  colorSchema,
  elementSchema,
  iconSchema,
  nameSchema,
  sizeSchema,
  UUID,
  valueSchema,
  wellFormedText,
} from './field-schemas';
import { COMPARISONS } from './saved-views';

/** Which values of a property a rule is for. */
const where = z.discriminatedUnion('is', [
  z.strictObject({ key: nameSchema, is: z.enum(COMPARISONS), value: valueSchema }),
  z.strictObject({ key: nameSchema, is: z.literal('contains'), value: wellFormedText(LIMITS.textLength) }),
  z.strictObject({ key: nameSchema, is: z.enum(['set', 'not_set']) }),
]);

/** What a look is taken from: a property, or what an algorithm says of a node. An algorithm that is not known says nothing. */
const by = z.union([
  z.strictObject({ key: nameSchema }),
  z.strictObject({
    algorithm: z.string().regex(/^[a-z-]{1,32}$/, 'An algorithm is named with small letters and hyphens.'),
  }),
]);

const look = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('color'), color: colorSchema }),
  /** A colour for each value: those that are given, and the palette's for others. */
  z.strictObject({
    set: z.literal('color_by_value'),
    by,
    colors: z
      .array(z.strictObject({ value: valueSchema, color: colorSchema }))
      .max(LIMITS.ruleColors)
      .optional(),
  }),
  /** Between two colours, from the least number to the greatest. */
  z.strictObject({ set: z.literal('color_by_number'), by, from: colorSchema, to: colorSchema }),
  /** Of an edge: how thick it is. */
  z.strictObject({ set: z.literal('size'), size: sizeSchema }),
  z.strictObject({ set: z.literal('size_by_number'), by }),
  z.strictObject({ set: z.literal('icon'), icon: iconSchema }),
  z.strictObject({ set: z.literal('caption'), key: nameSchema }),
]);

export const ruleIdSchema = z.string().regex(new RegExp(`^r_${UUID}$`), 'The id of a rule is "r_" and a UUID.');

export const styleRuleSchema = z.strictObject({
  id: ruleIdSchema,
  /** Of two rules that set the same, the one of the higher rank counts; of the same rank, the one of the greater id. */
  rank: z.number(),
  on: elementSchema,
  /** A label or edge type; left out for all. */
  of: nameSchema.optional(),
  where: where.optional(),
  look,
});

/** `r_` and a UUID. */
export type RuleId = string;
export type StyleRule = z.infer<typeof styleRuleSchema>;
export type RuleLook = StyleRule['look'];
export type RuleCondition = NonNullable<StyleRule['where']>;
