/** What the page and the layout worker say to each other. Each parses what the other said. */
import { z } from 'zod';
import { LAYOUT_KINDS } from './layout-kinds';

// Before any schema is made: each would try to make a function out of text, which neither page nor worker may
// (server/edge/security-headers.ts).
z.config({ jitless: true });

const place = z.strictObject({ x: z.number(), y: z.number() });

const layoutRequestSchema = z.strictObject({
  kind: z.enum(LAYOUT_KINDS),
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      /** Where the card's top left corner is now. */
      position: place,
      /** Of its card, in canvas units. */
      size: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
      label: z.string(),
      caption: z.string(),
    }),
  ),
  /** Those that do not join two of the nodes are passed over. */
  edges: z.array(z.strictObject({ source: z.string(), target: z.string() })),
});
export type LayoutRequest = z.infer<typeof layoutRequestSchema>;

/** Where the cards' top left corners are to be, by node. */
const layoutAnswerSchema = z.map(z.string(), place);
export type LayoutAnswer = z.infer<typeof layoutAnswerSchema>;

/** @throws when it is none */
export function parseLayoutRequest(message: unknown): LayoutRequest {
  return layoutRequestSchema.parse(message);
}

/** @throws when it is none */
export function parseLayoutAnswer(message: unknown): LayoutAnswer {
  return layoutAnswerSchema.parse(message);
}
