/** Calls of the HTTP API with what the person has to show. */
import type { TokenSource } from '../../session/credentials';
import { ApiError, type Pass } from '../../session/room-api';

/** The person has to sign in first. */
export class SignInError extends ApiError {
  /** @param url where; undefined when that is not known */
  constructor(
    reason: string,
    readonly url: string | undefined,
  ) {
    super(reason, 401, 'SIGN_IN');
  }
}

/**
 * Makes a call; where the server does not take the token, once more with a newer one.
 * @param key what a link carried, if there is one
 * @throws SignInError when there is no token to be had
 */
export async function withPass<T>(
  tokens: TokenSource,
  key: string | undefined,
  call: (pass: Pass) => Promise<T>,
): Promise<T> {
  try {
    return await call(await passOf(tokens, key, false));
  } catch (error) {
    if (!(error instanceof ApiError) || error instanceof SignInError || error.status !== 401) throw error;
    return call(await passOf(tokens, key, true));
  }
}

async function passOf(tokens: TokenSource, key: string | undefined, newer: boolean): Promise<Pass> {
  const answer = await tokens(newer);
  if (answer.status === 'signed out') throw new SignInError(answer.reason, answer.url);
  return { key, token: answer.status === 'token' ? answer.token : undefined };
}
