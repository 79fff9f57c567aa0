/** What a client says to the server. */
import { z } from 'zod';
import { digestSchema } from '../graph/digest';
import type { Op } from '../graph/ops';
import { LIMITS } from '../limits';
import { clientIdSchema, clientSecretSchema } from './client-ids';
import { linkKeySchema } from './links';
import { personSchema } from './person';
import { presenceChangeSchema } from './presence';

/** A token of an identity provider (a JWT). */
const token = z
  .string()
  .max(LIMITS.tokenLength)
  .regex(/^[\w.~+/=-]+$/, 'This is no token.');
const seq = z.int().min(1);
const version = z.int().min(0);

/**
 * The first message. `roomEpoch` and `lastVersion` say what the client has; both are left out when it has nothing.
 * `adopted` names clients that are gone, whose undecided patches this one sends for them.
 */
export const helloSchema = z.strictObject({
  type: z.literal('hello'),
  protocolVersion: z.int(),
  clientId: clientIdSchema,
  /** What the client ids were minted with: nobody else can speak for them. */
  clientSecret: clientSecretSchema,
  adopted: z.array(clientIdSchema).max(LIMITS.adoptedClients).optional(),
  person: personSchema,
  /** What the link carried by which the person came. */
  key: linkKeySchema.optional(),
  token: token.optional(),
  roomEpoch: z.string().max(64).optional(),
  lastVersion: version.optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/** One client's change: its `seq` counts that client's patches from 1 without gaps. */
export interface ClientPatch {
  /** An adopted client; left out when it is the connection's own. */
  readonly clientId?: string | undefined;
  readonly seq: number;
  readonly ops: readonly Op[];
}

// The ops are parsed one patch at a time (`opsSchema`), so that a malformed patch gets a `nack` of its own.
const patchSchema = z.strictObject({ clientId: clientIdSchema.optional(), seq, ops: z.unknown() });

/** Patches, those of one client in the order of their `seq`. */
export const patchMessageSchema = z.strictObject({
  type: z.literal('patch'),
  patches: z.array(patchSchema).min(1).max(LIMITS.patchesPerMessage),
});

/** What changed in what the sender is doing (`presence.ts`). */
export const presenceMessageSchema = presenceChangeSchema.extend({ type: z.literal('presence') });

/** The sender goes by another name or colour from now on. */
export const personMessageSchema = z.strictObject({ type: z.literal('person'), person: personSchema });

/** Asks for the digest of the graph; the answer takes its place among the patches by arrival. */
export const checkRequestSchema = z.strictObject({
  type: z.literal('check'),
  /** How often the tab's database was built anew since the last check; left out when it was not. */
  rebuilds: z.int().min(1).max(1_000).optional(),
});

/** The client's own digest at the version of a `check`: sent whether it is the same or not. */
export const checkedSchema = z.strictObject({ type: z.literal('checked'), version, digest: digestSchema });

/** A newer token of the same person: theirs ends before the connection does. */
export const authMessageSchema = z.strictObject({ type: z.literal('auth'), token });

export const pingSchema = z.strictObject({ type: z.literal('ping') });

export const clientMessageSchema = z.discriminatedUnion('type', [
  helloSchema,
  patchMessageSchema,
  presenceMessageSchema,
  personMessageSchema,
  checkRequestSchema,
  checkedSchema,
  authMessageSchema,
  pingSchema,
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;
