/**
 * Server messages as JSON text. A patch is made into text once, and frames are joined from such texts: one more
 * receiver costs one more copy, not one more serialisation.
 */
import type { z } from 'zod';
import type { Role } from '../src/shared/access';
import type { Person } from '../src/shared/protocol/person';
import type { PresenceChange } from '../src/shared/protocol/presence';
import type {
  AccessMessage,
  checkSchema,
  ErrorCode,
  errorSchema,
  Nack,
  PeerChange,
  pongSchema,
  RetryableCode,
  Welcome,
} from '../src/shared/protocol/server-messages';
import type { Granted } from './seats';
import type { LoggedPatch, Outcome } from './storage/storage';

type Message = Welcome | Nack | AccessMessage | z.infer<typeof pongSchema | typeof errorSchema | typeof checkSchema>;

export function messageText(message: Message): string {
  return JSON.stringify(message);
}

export function errorText(code: ErrorCode, reason: string): string {
  return messageText({ type: 'error', code, reason });
}

/**
 * What was granted to someone, as they are told.
 * @param now milliseconds since 1970
 */
export function accessFields({ role, identity, expiresAt }: Granted, now: number): Omit<AccessMessage, 'type'> {
  const tokenExpiresIn = expiresAt === undefined ? undefined : Math.max(0, expiresAt - now);
  return { role, identity, tokenExpiresIn };
}

export function accessText(granted: Granted, now: number): string {
  return messageText({ type: 'access', ...accessFields(granted, now) });
}

/**
 * The `ack` or `nack` that tells a client what became of its patch.
 * @param adopted the client, where it is not the connection's own
 */
export function outcomeText(adopted: string | undefined, seq: number, outcome: Outcome): string {
  if (outcome.status === 'refused') {
    return messageText({ type: 'nack', clientId: adopted, seq, code: outcome.code, reason: outcome.reason });
  }
  // The commonest message by far, and nothing in it has to be escaped.
  const client = adopted === undefined ? '' : `"clientId":"${adopted}",`;
  const skipped = outcome.skipped.length === 0 ? '[]' : JSON.stringify(outcome.skipped);
  return `{"type":"ack",${client}"seq":${seq},"serverVersion":${outcome.version},"skipped":${skipped}}`;
}

/** The `nack` of a patch that is not decided and may be sent again. */
export function retryableText(adopted: string | undefined, seq: number, code: RetryableCode, reason: string): string {
  return messageText({ type: 'nack', clientId: adopted, seq, code, reason, retryable: true });
}

/** An `AcceptedPatch`. Its ops are JSON already; a client id has no character that JSON would escape. */
export function patchText({ version, clientId, seq, ops }: LoggedPatch): string {
  return `{"serverVersion":${version},"clientId":"${clientId}","seq":${seq},"ops":${ops}}`;
}

export function broadcastText(patchTexts: readonly string[]): string {
  return `{"type":"patch_broadcast","patches":[${patchTexts.join(',')}]}`;
}

/** Who someone is to the others. */
interface Introduction {
  readonly person: Person;
  readonly role: Role;
}

/** What is new about one of the others; with who they are where that is new too. */
export function peerText(clientId: string, news: PresenceChange, who: Introduction | undefined): string {
  const peer: PeerChange = { clientId, person: who?.person, role: who?.role, ...news };
  return JSON.stringify(peer);
}

export function peersText(peerTexts: readonly string[], left: readonly string[]): string {
  const gone = left.length === 0 ? '' : `,"left":${JSON.stringify(left)}`;
  return `{"type":"presence","peers":[${peerTexts.join(',')}]${gone}}`;
}

/** One frame of several messages, which the client takes in as one step. */
export function frameText(messageTexts: readonly string[]): string {
  const [only] = messageTexts;
  return messageTexts.length === 1 && only !== undefined ? only : `[${messageTexts.join(',')}]`;
}

/** One thing a commit has to tell: a patch that everyone gets, or (`patch` undefined) an answer for its author alone. */
export interface Delivery<Author> {
  readonly author: Author;
  /** The message for the author. */
  readonly answer: string;
  /** The patch for everyone else. */
  readonly patch: string | undefined;
}

/**
 * What `receiver` (`undefined`: anyone who is no author of any) is to be told of the deliveries, in their order, as one
 * frame; `undefined` when it is nothing.
 */
export function deliveryFrame<Author>(
  deliveries: readonly Delivery<Author>[],
  receiver: Author | undefined,
): string | undefined {
  const messages: string[] = [];
  let run: string[] = [];
  for (const { author, answer, patch } of deliveries) {
    if (author !== receiver) {
      if (patch !== undefined) run.push(patch);
      continue;
    }
    if (run.length > 0) messages.push(broadcastText(run));
    run = [];
    messages.push(answer);
  }
  if (run.length > 0) messages.push(broadcastText(run));
  return messages.length === 0 ? undefined : frameText(messages);
}
