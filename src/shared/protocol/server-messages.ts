/** What the server says to a client. The client parses these too: an old server or a proxy may answer instead. */
import { z } from 'zod';
import { REFUSAL_CODES } from '../graph/apply-patch';
import { opsSchema } from '../graph/ops';
import { clientIdSchema } from './client-messages';

const seq = z.int().min(1);
const version = z.int().min(0);

const skippedSchema = z.array(
  z.strictObject({ op: z.int().min(0), reason: z.enum(['node_gone', 'edge_gone', 'end_gone', 'exists']) }),
);

/**
 * The answer to `hello`. `lastSeq` is the last of this client's patches the server has an outcome for.
 * With `snapshot`, the client's state is to be replaced: by the graph at `snapshot.url` (HTTP, `GraphSnapshot`), which
 * is at `snapshot.version`, or by the empty graph where `url` is missing. The patches after it follow as broadcasts,
 * up to `serverVersion` and beyond.
 */
export const welcomeSchema = z.strictObject({
  type: z.literal('welcome'),
  protocolVersion: z.int(),
  roomEpoch: z.string(),
  serverVersion: version,
  lastSeq: version,
  snapshot: z.strictObject({ version, url: z.string().optional() }).optional(),
});
export type Welcome = z.infer<typeof welcomeSchema>;

export const acceptedPatchSchema = z.strictObject({
  serverVersion: version,
  clientId: clientIdSchema,
  seq,
  ops: opsSchema,
});
/** A patch as the server ordered it. */
export type AcceptedPatch = z.infer<typeof acceptedPatchSchema>;

/** Others' patches, in order of version; the receiver's own are not among them, but for catching up after `welcome`. */
export const patchBroadcastSchema = z.strictObject({
  type: z.literal('patch_broadcast'),
  patches: z.array(acceptedPatchSchema).min(1),
});

/** The receiver's own patch was made durable and has its version. It takes its place among broadcasts by arrival. */
export const ackSchema = z.strictObject({
  type: z.literal('ack'),
  seq,
  serverVersion: version,
  skipped: skippedSchema,
});

export const NACK_CODES = [...REFUSAL_CODES, 'BAD_PATCH', 'OUT_OF_ORDER'] as const;
export type NackCode = (typeof NACK_CODES)[number];

/** The receiver's own patch was refused and changed nothing. */
export const nackSchema = z.strictObject({
  type: z.literal('nack'),
  seq,
  code: z.enum(NACK_CODES),
  reason: z.string(),
});

export const pongSchema = z.strictObject({ type: z.literal('pong') });

export const ERROR_CODES = [
  'BAD_MESSAGE',
  'TOO_LARGE',
  'NO_SUCH_ROOM',
  'WRONG_VERSION',
  'NOT_YET',
  'UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Something was wrong with what the client sent, or with the server; `reason` says it in words for people. */
export const errorSchema = z.strictObject({ type: z.literal('error'), code: z.enum(ERROR_CODES), reason: z.string() });

export const serverMessageSchema = z.discriminatedUnion('type', [
  welcomeSchema,
  patchBroadcastSchema,
  ackSchema,
  nackSchema,
  pongSchema,
  errorSchema,
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

/** One frame: a message, or several in order, which the client takes in as one step. */
export const serverFrameSchema = z
  .union([z.array(serverMessageSchema), serverMessageSchema])
  .transform((frame) => (Array.isArray(frame) ? frame : [frame]));
