/**
 * Saved views: queries that are kept in the graph under a name, for everyone (SPEC.md, Q1). What a view shows follows the
 * graph; the view itself is one value: set together, won together.
 */
import { z } from 'zod';
import { LIMITS } from '../limits';
import { titleSchema, UUID, wellFormedText } from './field-schemas';

const scalar = z.union([wellFormedText(LIMITS.textLength), z.number(), z.boolean(), z.null()]);

/** A parameter of the query, `$name` in its text. Lists are lists of the others. */
const parameter = z.strictObject({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'A parameter is named with letters, digits and underscores.'),
  value: z.union([scalar, z.array(scalar).max(LIMITS.listLength)]),
});

export const COMPARISONS = ['equal', 'not_equal', 'less', 'at_most', 'more', 'at_least'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What the number that a query answers with has to be, for the graph to be sound. */
const condition = z.strictObject({ is: z.enum(COMPARISONS), than: z.number() });

export const viewIdSchema = z.string().regex(new RegExp(`^v_${UUID}$`), 'The id of a view is "v_" and a UUID.');

export const savedViewSchema = z.strictObject({
  id: viewIdSchema,
  name: titleSchema,
  query: wellFormedText(LIMITS.queryLength).refine((text) => text.trim() !== '', 'A query cannot be empty.'),
  /** Left out when the query has none. */
  parameters: z.array(parameter).max(LIMITS.viewParameters).optional(),
  /** `filter`: the nodes and edges that it answers with are shown on the canvas, and no others. */
  shows: z.enum(['filter', 'table', 'number']),
  /** Of a number; left out when it is only to be seen. */
  condition: condition.optional(),
});

/** `v_` and a UUID. */
export type ViewId = string;
export type SavedView = z.infer<typeof savedViewSchema>;

/** Whether a number is what the condition wants. */
export function meets({ is, than }: NonNullable<SavedView['condition']>, number: number): boolean {
  switch (is) {
    case 'equal':
      return number === than;
    case 'not_equal':
      return number !== than;
    case 'less':
      return number < than;
    case 'at_most':
      return number <= than;
    case 'more':
      return number > than;
    case 'at_least':
      return number >= than;
  }
}
