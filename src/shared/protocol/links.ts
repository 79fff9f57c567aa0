/** The links that open a graph, as its owners see them over HTTP. */
import { z } from 'zod';
import { roleSchema } from '../access';
import { LIMITS } from '../limits';

/** The id that a link goes by in lists and logs. Knowing it opens nothing. */
export const linkIdSchema = z.string().regex(/^[\w-]{16}$/, 'A link id has 16 characters.');
/** What a link carries in its fragment: whoever has it is let in. */
export const linkKeySchema = z.string().regex(/^[\w-]{16,200}$/, 'This is no key to a graph.');

export const linkNameSchema = z
  .string()
  .trim()
  .max(LIMITS.linkNameLength, `The name of a link has at most ${LIMITS.linkNameLength} characters.`)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), 'The name of a link is one line of text.');

export const linkSchema = z.strictObject({
  id: linkIdSchema,
  role: roleSchema,
  /** For its owners to know it by; may be empty. */
  name: linkNameSchema,
  /** Milliseconds since 1970, like the others. */
  createdAt: z.number(),
  /** When it last let someone in, to within a minute. */
  lastUsedAt: z.number().optional(),
  revokedAt: z.number().optional(),
  /** Whether who asks came by this link. */
  isYours: z.boolean(),
  /** How many connections it holds open just now. */
  connections: z.int().min(0),
  /** Left out of links that are revoked, and of owners' links: those are shown once, when they are made. */
  key: linkKeySchema.optional(),
});
export type Link = z.infer<typeof linkSchema>;

export const linksSchema = z.strictObject({ links: z.array(linkSchema) });

/** The body that makes a link. */
export const newLinkSchema = z.strictObject({ role: roleSchema, name: linkNameSchema.default('') });
/** The answer to it. */
export const issuedLinkSchema = z.strictObject({ link: linkSchema, key: linkKeySchema });

/** The body that changes a link. */
export const linkChangeSchema = z.strictObject({ role: roleSchema.optional(), name: linkNameSchema.optional() });
export const changedLinkSchema = z.strictObject({ link: linkSchema });
