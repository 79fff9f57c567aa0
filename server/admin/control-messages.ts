/**
 * What the admin command and a running server say to each other over a Unix socket in the data directory. Whoever may open
 * the socket may do everything: its directory is the server's user's alone. Each line is JSON; each request is answered
 * once, in order.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { roleSchema } from '../../src/shared/access';
import { AUDIT_ACTIONS } from '../storage/storage';

const DIRECTORY = 'admin';
const SOCKET = 'control.sock';

/** Where the socket of a data directory is. */
export function socketPath(dataDir: string): string {
  return join(dataDir, DIRECTORY, SOCKET);
}

/** Makes the socket's directory, which nobody but the server's user may look into. */
export function makeSocketDirectory(dataDir: string): void {
  mkdirSync(join(realpathSync(dataDir), DIRECTORY), { recursive: true, mode: 0o700 });
}

/** Characters of a line: an imported patch or a snapshot of a large graph. */
export const LONGEST_LINE = 400_000_000;

export const requestSchema = z.strictObject({ method: z.string().max(50), params: z.array(z.unknown()).max(5) });

export const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), result: z.unknown().optional() }),
  /** `reason` is a sentence for the operator. */
  z.strictObject({ ok: z.literal(false), reason: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

const milliseconds = z.number();
const version = z.int().min(0);

export const factsSchema = z.strictObject({
  id: z.string(),
  epoch: z.string(),
  createdAt: milliseconds,
  deletedAt: milliseconds.optional(),
  version,
  firstVersion: version,
  snapshots: z.array(z.strictObject({ version, createdAt: milliseconds, bytes: z.int() })),
  connections: z.int(),
});

export const patchesSchema = z.array(z.strictObject({ version, clientId: z.string(), seq: z.int(), ops: z.string() }));

export const outcomesSchema = z.array(
  z.strictObject({ clientId: z.string(), seq: z.int(), version: version.nullable(), detail: z.string() }),
);

export const auditSchema = z.array(
  z.strictObject({
    room: z.string(),
    at: milliseconds,
    by: z.string(),
    action: z.enum(AUDIT_ACTIONS),
    detail: z.string(),
  }),
);

export const linkSchema = z.strictObject({
  room: z.string(),
  id: z.string(),
  role: roleSchema,
  name: z.string(),
  createdAt: milliseconds,
  lastUsedAt: milliseconds.optional(),
  revokedAt: milliseconds.optional(),
});

const refusal = z.strictObject({
  status: z.literal('refused'),
  code: z.enum(['LAST_OWNER_LINK', 'TOO_MANY_LINKS']),
  reason: z.string(),
});
const missing = z.strictObject({ status: z.literal('missing') });

export const issuedSchema = z.union([
  z.strictObject({ status: z.literal('done'), link: linkSchema, key: z.string() }),
  refusal,
]);
export const changedSchema = z.union([
  z.strictObject({ status: z.literal('done'), link: linkSchema }),
  missing,
  refusal,
]);
export const revokedSchema = z.union([z.strictObject({ status: z.literal('done') }), missing, refusal]);
