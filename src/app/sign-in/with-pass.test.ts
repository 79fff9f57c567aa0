import { expect, test } from 'vitest';
import type { TokenAnswer, TokenSource } from '../../session/credentials';
import { ApiError, type Pass } from '../../session/room-api';
import { SignInError, withPass } from './with-pass';

const NONE: TokenAnswer = { status: 'none' };
const OUT: TokenAnswer = { status: 'signed out', reason: 'Sign in.', url: '/in' };
const has = (token: string): TokenAnswer => ({ status: 'token', token });

/** A source of tokens that answers so, first to who wants any token and then to who wants a newer one. */
const source =
  (any: TokenAnswer, newer = any): TokenSource =>
  async (wantsNewer) =>
    wantsNewer ? newer : any;

/** A server that takes one token alone. */
const taking = (token: string) => async (pass: Pass) => {
  if (pass.token !== token) throw new ApiError('Sign in again.', 401, 'SIGN_IN');
  return pass;
};

test('key and token are shown, as far as there are any', async () => {
  const show = async (pass: Pass) => pass;
  expect(await withPass(source(NONE), 'key', show)).toEqual({ key: 'key', token: undefined });
  expect(await withPass(source(has('t1')), undefined, show)).toEqual({ key: undefined, token: 't1' });
});

test('a token that is not taken is followed by a newer one, once', async () => {
  expect(await withPass(source(has('t1'), has('t2')), 'key', taking('t2'))).toEqual({ key: 'key', token: 't2' });
  await expect(withPass(source(has('t1')), 'key', taking('t2'))).rejects.toThrow('Sign in again.');
});

test('who is not signed in is told where', async () => {
  const refused = withPass(source(OUT), 'key', taking('t1'));
  await expect(refused).rejects.toThrow(SignInError);
  await expect(refused).rejects.toMatchObject({ message: 'Sign in.', url: '/in', status: 401 });
  await expect(withPass(source(has('t1'), OUT), 'key', taking('t2'))).rejects.toThrow(SignInError);
});

test('whatever else goes wrong is not tried again', async () => {
  let calls = 0;
  const call = async () => {
    calls += 1;
    throw new ApiError('No.', 403, 'FORBIDDEN');
  };
  await expect(withPass(source(has('t1')), 'key', call)).rejects.toThrow('No.');
  expect(calls).toBe(1);
});
