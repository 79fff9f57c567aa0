/**
 * The operator's own way to decide who may do what: `AUTHORIZE_MODULE` names an ES module whose default export is asked
 * instead of the rules that are built in.
 *
 *     // authorize.mjs
 *     export default async function authorize({ room, identity, linkRole }) {
 *       const team = await teamOf(room);
 *       if (identity && team.has(identity.userId)) return 'editor';
 *       return linkRole ?? null;
 *     }
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Role, roleSchema } from '../../src/shared/access';
import { StartupError } from '../startup-error';
import type { Identity } from './access';

/** Someone wants to open a room, or is in it and is asked for again: after a change of its links, and when their access ends. */
export interface AuthorizeRequest {
  /** The room's id, which may be of none there is; `null` when they want to make a room: then any role lets them. */
  readonly room: string | null;
  /** The IP address they come from. */
  readonly address: string;
  /** Who they are, where an identity provider is configured: its token was verified then. */
  readonly identity?: (Identity & { readonly roles: ReadonlyMap<string, Role> }) | undefined;
  /** The token they sent, for a hook that verifies it itself; nothing is known about it where there is no `identity`. */
  readonly token?: string | undefined;
  /** The role of the link they came by, if its key holds. */
  readonly linkRole?: Role | undefined;
}

const detailedAnswer = z.strictObject({
  role: roleSchema,
  /** Who they are; in place of the token's identity, if there is one. */
  userId: z.string().min(1).max(200).optional(),
  /** What the others are told they are called. Counts only with `userId`. */
  name: z.string().optional(),
  /** When to ask again, in milliseconds since 1970. */
  expiresAt: z.number().optional(),
});
/** They have to sign in anew, for this reason in words for people. */
const signInAnswer = z.strictObject({ signIn: z.string().min(1).max(300) });

const answerSchema = z.union([
  z.null(),
  roleSchema.transform((role): z.infer<typeof detailedAnswer> => ({ role })),
  detailedAnswer,
  signInAnswer,
]);

/** What a hook answers: a role, nothing (`null`: they may not), or more about it. */
export type AuthorizeAnswer = z.input<typeof answerSchema>;
/** An answer that was parsed; a plain role is `{ role }`. */
export type ParsedAnswer = z.output<typeof answerSchema>;

/** What the module exports. It may take 5 s; when it takes longer or throws, nobody is let in, and they are told to try later. */
export type Authorize = (request: AuthorizeRequest) => AuthorizeAnswer | Promise<AuthorizeAnswer>;

/** Rejects when the module's function throws, takes too long, or answers with what is no answer. */
export type AuthorizeHook = (request: AuthorizeRequest) => Promise<ParsedAnswer>;

const PATIENCE = 5_000;

const moduleSchema = z.object({
  default: z.custom<(request: AuthorizeRequest) => unknown>((value) => typeof value === 'function'),
});

/**
 * Loads the module at a path, relative to the working directory.
 * @throws StartupError when it cannot be loaded or has no function to ask
 */
export async function loadAuthorizeHook(path: string): Promise<AuthorizeHook> {
  const file = resolve(path);
  let loaded: unknown;
  try {
    loaded = await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`AUTHORIZE_MODULE cannot be loaded from ${file}: ${reason}`);
  }
  const parsed = moduleSchema.safeParse(loaded);
  if (!parsed.success) {
    throw new StartupError(`AUTHORIZE_MODULE (${file}) has no default export that is a function. Add one.`);
  }
  return authorizeHook(parsed.data.default);
}

/**
 * @param ask the module's function
 * @param patience how long it may take, in milliseconds
 */
export function authorizeHook(ask: (request: AuthorizeRequest) => unknown, patience = PATIENCE): AuthorizeHook {
  return async (request) => {
    const parsed = answerSchema.safeParse(await inTime(async () => ask(request), patience));
    if (parsed.success) return parsed.data;
    throw new Error(`The function in AUTHORIZE_MODULE gave an answer that is none: ${z.prettifyError(parsed.error)}`);
  };
}

/** Resolves and rejects as `work` does, or rejects when that takes too long. */
async function inTime(work: () => Promise<unknown>, patience: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const error = new Error(`The function in AUTHORIZE_MODULE gave no answer within ${patience / 1_000} s.`);
    timer = setTimeout(() => reject(error), patience);
  });
  try {
    return await Promise.race([work(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
