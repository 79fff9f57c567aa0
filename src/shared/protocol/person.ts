/** Who someone is to the others: a name and a colour, chosen by themselves. */
import { z } from 'zod';
import { LIMITS } from '../limits';

export const personSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A name has at least one character.')
    .max(LIMITS.personNameLength, `A name has at most ${LIMITS.personNameLength} characters.`)
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), 'A name is one line of text.'),
  /** `#rrggbb` */
  color: z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written as #rrggbb.'),
});
export type Person = z.infer<typeof personSchema>;
