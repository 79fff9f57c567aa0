/**
 * Server messages as JSON text. A patch is made into text once, and frames are joined from such texts: one more
 * receiver costs one more copy, not one more serialisation.
 */
import type { z } from 'zod';
import type {
  ackSchema,
  ErrorCode,
  errorSchema,
  nackSchema,
  pongSchema,
  Welcome,
} from '../src/shared/protocol/server-messages';
import type { LoggedPatch, Outcome } from './storage/storage';

type Message = Welcome | z.infer<typeof ackSchema | typeof nackSchema | typeof pongSchema | typeof errorSchema>;

export function messageText(message: Message): string {
  return JSON.stringify(message);
}

export function errorText(code: ErrorCode, reason: string): string {
  return messageText({ type: 'error', code, reason });
}

/** The `ack` or `nack` that tells a client what became of its patch. */
export function outcomeText(seq: number, outcome: Outcome): string {
  if (outcome.status === 'refused') {
    return messageText({ type: 'nack', seq, code: outcome.code, reason: outcome.reason });
  }
  return messageText({ type: 'ack', seq, serverVersion: outcome.version, skipped: [...outcome.skipped] });
}

/** An `AcceptedPatch`. Its ops are JSON already; a client id has no character that JSON would escape. */
export function patchText({ version, clientId, seq, ops }: LoggedPatch): string {
  return `{"serverVersion":${version},"clientId":"${clientId}","seq":${seq},"ops":${ops}}`;
}

export function broadcastText(patchTexts: readonly string[]): string {
  return `{"type":"patch_broadcast","patches":[${patchTexts.join(',')}]}`;
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
