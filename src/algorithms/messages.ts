/** What the page and the worker that computes say to each other. Each parses what the other said. */
import { z } from 'zod';
import { ALGORITHMS } from './algorithms';

// Before any schema is made: each would try to make a function out of text, which neither page nor worker may
// (server/edge/security-headers.ts).
z.config({ jitless: true });

const taskSchema = z
  .strictObject({
    algorithm: z.enum(ALGORITHMS),
    /** How many there are: they go by their numbers, from 0. The same graph in the same order has the same answer. */
    nodes: z.int().min(0),
    /** Where each edge begins and ends. */
    sources: z.instanceof(Uint32Array),
    targets: z.instanceof(Uint32Array),
    /** How much each edge counts: more than 0. Left out: all count 1. */
    weights: z.instanceof(Float64Array).optional(),
    /** Whether it matters which way edges lead; where that can be chosen (`Traits`). */
    directed: z.boolean(),
  })
  .refine(
    ({ nodes, sources, targets, weights }) =>
      targets.length === sources.length &&
      (weights === undefined || (weights.length === sources.length && weights.every((weight) => weight > 0))) &&
      [sources, targets].every((ends) => ends.every((node) => node < nodes)),
    'The edges are not ones between the nodes.',
  );
export type Task = z.infer<typeof taskSchema>;

const answerSchema = z.discriminatedUnion('is', [
  /** How much of the work is done, from 0 to 1. Not every algorithm says so. */
  z.strictObject({ is: z.literal('progress'), done: z.number() }),
  /** By node; of groups their numbers, the largest group is 1. */
  z.strictObject({
    is: z.literal('values'),
    values: z.custom<Float64Array>((values) => values instanceof Float64Array),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** @throws when it is none */
export function parseTask(message: unknown): Task {
  return taskSchema.parse(message);
}

/** @throws when it is none */
export function parseAnswer(message: unknown): Answer {
  return answerSchema.parse(message);
}
