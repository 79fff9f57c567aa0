/** What a client says to the server. */
import { z } from 'zod';
import type { Op } from '../graph/ops';
import { LIMITS } from '../limits';

export const clientIdSchema = z.string().regex(/^c_[0-9a-f-]{36}$/, 'A client id is "c_" and a UUID.');
const seq = z.int().min(1);
const version = z.int().min(0);

/** The first message. `roomEpoch` and `lastVersion` say what the client has; both are left out when it has nothing. */
export const helloSchema = z.strictObject({
  type: z.literal('hello'),
  protocolVersion: z.int(),
  clientId: clientIdSchema,
  roomEpoch: z.string().max(64).optional(),
  lastVersion: version.optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/** One client's change: its `seq` counts that client's patches from 1 without gaps. */
export interface ClientPatch {
  readonly seq: number;
  readonly ops: readonly Op[];
}

// The ops are parsed one patch at a time (`opsSchema`), so that a malformed patch gets a `nack` of its own.
const patchSchema = z.strictObject({ seq, ops: z.unknown() });

/** Patches in the order of their `seq`. */
export const patchMessageSchema = z.strictObject({
  type: z.literal('patch'),
  patches: z.array(patchSchema).min(1).max(LIMITS.patchesPerMessage),
});

export const pingSchema = z.strictObject({ type: z.literal('ping') });

export const clientMessageSchema = z.discriminatedUnion('type', [helloSchema, patchMessageSchema, pingSchema]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;
