/** What the server says to a client. The client parses these too: an old server or a proxy may answer instead. */
import { z } from 'zod';
import { roleSchema } from '../access';
import { digestSchema } from '../graph/digest';
import { SKIP_REASONS } from '../graph/element-ops';
import { graphLimitsSchema } from '../graph/graph-limits';
import { opsSchema } from '../graph/ops';
import { REFUSAL_CODES } from '../graph/recording-graph';
import { clientIdSchema } from './client-ids';
import { personSchema } from './person';
import { presenceChangeSchema } from './presence';

const seq = z.int().min(1);
const version = z.int().min(0);

const skippedSchema = z.array(z.strictObject({ op: z.int().min(0), reason: z.enum(SKIP_REASONS) }));

/** What the receiver may do, and as whom. */
const accessFields = {
  role: roleSchema,
  /** Who the identity provider says they are: the name that the others are told. Left out without a provider. */
  identity: z.strictObject({ userId: z.string(), name: z.string() }).optional(),
  /** Milliseconds from now until the token ends: before that, the client sends a newer one (`auth`). */
  tokenExpiresIn: z.number().min(0).optional(),
};

/**
 * The answer to `hello`. `lastSeqs` has, for this client and each it adopted, the last seq the server has an outcome for.
 * `authors` are the names of those who made the patches that follow, as far as they gave one.
 * With `snapshot`, the client's state is to be replaced: by the graph at `snapshot.url` (HTTP, `GraphColumns`), which
 * is at `snapshot.version`, or by the empty graph where `url` is missing. The patches after it follow as broadcasts,
 * up to `serverVersion` and beyond.
 */
export const welcomeSchema = z.strictObject({
  type: z.literal('welcome'),
  protocolVersion: z.int(),
  roomEpoch: z.string(),
  serverVersion: version,
  ...accessFields,
  /** What new patches are held to. */
  limits: graphLimitsSchema,
  lastSeqs: z.record(clientIdSchema, version),
  authors: z.record(clientIdSchema, z.string()).optional(),
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

/** What the receiver may do has changed, or a newer token was taken. Patches after it are judged by the new role. */
export const accessSchema = z.strictObject({ type: z.literal('access'), ...accessFields });
export type AccessMessage = z.infer<typeof accessSchema>;

/** Others' patches, in order of version; the receiver's own are not among them, but for catching up after `welcome`. */
export const patchBroadcastSchema = z.strictObject({
  type: z.literal('patch_broadcast'),
  patches: z.array(acceptedPatchSchema).min(1),
});

/** The adopted client whose patch is answered; left out when it is the connection's own. */
const answeredClient = clientIdSchema.optional();

/** The receiver's own patch was made durable and has its version. It takes its place among broadcasts by arrival. */
export const ackSchema = z.strictObject({
  type: z.literal('ack'),
  clientId: answeredClient,
  seq,
  serverVersion: version,
  skipped: skippedSchema,
});

/** Refusals for good: they consume the seq, and the same patch sent again gets the same answer. */
export const NACK_CODES = [...REFUSAL_CODES, 'BAD_PATCH'] as const;
export type NackCode = (typeof NACK_CODES)[number];

/**
 * Refusals that pass: nothing was decided and the seq is not consumed. The client sends the patch, and those after it,
 * again after a while. `OUT_OF_ORDER`: a patch before it is missing, because it was refused like this, or lost.
 */
export const RETRYABLE_CODES = ['OUT_OF_ORDER', 'RATE_LIMITED', 'OVERLOADED', 'SHUTTING_DOWN', 'FORBIDDEN'] as const;
export type RetryableCode = (typeof RETRYABLE_CODES)[number];

/** The receiver's own patch was refused and changed nothing. `retryable` is there, and true, when that may pass. */
export const nackSchema = z.strictObject({
  type: z.literal('nack'),
  clientId: answeredClient,
  seq,
  code: z.enum([...NACK_CODES, ...RETRYABLE_CODES]),
  reason: z.string(),
  retryable: z.literal(true).optional(),
});
export type Nack = z.infer<typeof nackSchema>;

/** Whether a refusal's code is one of those for good. */
export function isFinal(code: Nack['code']): code is NackCode {
  return NACK_CODES.some((final) => final === code);
}

/** What others are doing: the fields that changed. Someone who is named for the first time is named with `person`. */
export const peersSchema = z.strictObject({
  type: z.literal('presence'),
  peers: z.array(
    presenceChangeSchema.extend({
      clientId: clientIdSchema,
      person: personSchema.optional(),
      /** Comes with `person`, and both come again when either changed. */
      role: roleSchema.optional(),
    }),
  ),
  /** Clients that are gone. */
  left: z.array(clientIdSchema).optional(),
});
export type Peers = z.infer<typeof peersSchema>;
export type PeerChange = Peers['peers'][number];

/** The server's digest of the graph at `version`: the version of all that was sent before it on this connection. */
export const checkSchema = z.strictObject({ type: z.literal('check'), version, digest: digestSchema });

export const pongSchema = z.strictObject({ type: z.literal('pong') });

export const ERROR_CODES = [
  'BAD_MESSAGE',
  'TOO_LARGE',
  'NO_SUCH_ROOM',
  'WRONG_VERSION',
  'NOT_YET',
  'UNAVAILABLE',
  'TOO_SLOW',
  'RATE_LIMITED',
  'NO_ACCESS',
  'SIGN_IN',
  'ROOM_FULL',
  'GRAPH_DELETED',
  'NOT_YOUR_CLIENT',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Something was wrong with what the client sent, or with the server; `reason` says it in words for people. */
export const errorSchema = z.strictObject({ type: z.literal('error'), code: z.enum(ERROR_CODES), reason: z.string() });

export const serverMessageSchema = z.discriminatedUnion('type', [
  welcomeSchema,
  patchBroadcastSchema,
  ackSchema,
  nackSchema,
  peersSchema,
  checkSchema,
  accessSchema,
  pongSchema,
  errorSchema,
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

/** One frame: a message, or several in order, which the client takes in as one step. */
export const serverFrameSchema = z
  .union([z.array(serverMessageSchema), serverMessageSchema])
  .transform((frame) => (Array.isArray(frame) ? frame : [frame]));
