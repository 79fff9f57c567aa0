/** The file format of the sample graphs in `data/`: what the build writes and the server fills a new room with. */
import { z } from 'zod';
import { titleSchema } from '../../src/shared/graph/field-schemas';
import { opsSchema } from '../../src/shared/graph/ops';

const words = z
  .string()
  .refine((text) => text.isWellFormed() && text.trim() !== '', 'There must be words, without broken characters.');

export const sampleSchema = z.strictObject({
  /** The file's name without `.json`. */
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, 'The id has small letters, digits and hyphens only.'),
  title: titleSchema,
  /** One sentence on what is in the graph. */
  description: words,
  /** Where the data is from and under which licence; to be shown wherever the sample is offered. */
  attribution: words,
  /** To be applied in this order to an empty graph. */
  patches: z.array(opsSchema).min(1),
});

/** A graph to begin with. Its ids are fixed: every room opened from it has the same ones. */
export type Sample = z.infer<typeof sampleSchema>;
