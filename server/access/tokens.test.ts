import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personSchema } from '../../src/shared/protocol/person';
import { StartupError } from '../startup-error';
import { AUDIENCE, identityProvider, ROLES_CLAIM, validClaims } from '../testing/identity-provider';
import { handmadeToken, SHARED_SETTINGS, signShared } from '../testing/shared-secret';
import { tokenVerifier } from './tokens';

const NOT_VALID = { status: 'invalid', reason: 'This sign-in is not valid here. Sign in again.' };
const ENDED = { status: 'invalid', reason: 'Your sign-in has ended. Sign in again.' };

const verifyShared = tokenVerifier(SHARED_SETTINGS, Date.now);
const seconds = () => Math.floor(Date.now() / 1_000);

describe('a valid token', () => {
  test.each(['HS256', 'HS384', 'HS512'])('signed with the shared secret by %s says who it is', async (alg) => {
    const exp = seconds() + 60;
    expect(await verifyShared(await signShared({ exp }, alg))).toEqual({
      status: 'valid',
      claims: { userId: 'ann', name: 'Ann', roles: new Map(), expiresAt: expect.any(Number) },
    });
  });

  test.each(['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'])('signed with a key of the provider by %s', async (alg) => {
    const provider = await identityProvider(alg);
    const verify = tokenVerifier(provider.settings, Date.now);
    expect(await verify(await provider.sign())).toMatchObject({ status: 'valid', claims: { userId: 'ann' } });
  });

  test('counts until `expiresAt`, and not after it', async () => {
    let now = Date.now();
    const verify = tokenVerifier(SHARED_SETTINGS, () => now);
    const exp = Math.floor(now / 1_000) + 60;
    const token = await signShared({ exp });
    const verdict = await verify(token);
    const expiresAt = verdict.status === 'valid' ? verdict.claims.expiresAt : 0;
    expect(expiresAt).toBeGreaterThanOrEqual(exp * 1_000);
    expect(expiresAt).toBeLessThanOrEqual((exp + 30) * 1_000);
    now = expiresAt - 1;
    expect(await verify(token)).toMatchObject({ status: 'valid' });
    now = expiresAt;
    expect(await verify(token)).toEqual(ENDED);
  });

  test('may be for several audiences, and be of any type', async () => {
    expect(await verifyShared(await signShared({ aud: ['other', AUDIENCE] }))).toMatchObject({ status: 'valid' });
    const typed = handmadeToken({ alg: 'HS256', typ: 'at+jwt' }, validClaims());
    expect(await verifyShared(typed)).toMatchObject({ status: 'valid' });
  });

  test('has roles by room; those that there are none of grant nothing', async () => {
    const roles = JSON.parse(
      '{"a":"owner","b":"viewer","*":"editor","c":"root","d":["owner"],"e":null,"__proto__":"owner","f":{"role":"owner"}}',
    );
    const verdict = await verifyShared(await signShared({ [ROLES_CLAIM]: roles }));
    expect(verdict).toMatchObject({
      claims: {
        roles: new Map([
          ['a', 'owner'],
          ['b', 'viewer'],
          ['*', 'editor'],
          ['__proto__', 'owner'],
        ]),
      },
    });
  });

  test('may have its roles in another claim, and only in that one', async () => {
    const verify = tokenVerifier({ ...SHARED_SETTINGS, rolesClaim: 'https://example.org/rooms' }, Date.now);
    const token = await signShared({ 'https://example.org/rooms': { a: 'editor' }, [ROLES_CLAIM]: { a: 'owner' } });
    expect(await verify(token)).toMatchObject({ claims: { roles: new Map([['a', 'editor']]) } });
  });

  test.each(['toString', 'constructor', '__proto__'])(
    'has no roles where the claim is to be %s',
    async (rolesClaim) => {
      const verify = tokenVerifier({ ...SHARED_SETTINGS, rolesClaim }, Date.now);
      expect(await verify(await signShared())).toMatchObject({ claims: { roles: new Map() } });
    },
  );

  test.each([[['owner']], ['owner'], [null], [7]])('with %j for roles is not valid', async (roles) => {
    expect(await verifyShared(await signShared({ [ROLES_CLAIM]: roles }))).toEqual(NOT_VALID);
  });

  test('whatever its name is, everyone can be shown it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), async (name) => {
        const verdict = await verifyShared(await signShared({ name }));
        const shown = verdict.status === 'valid' ? verdict.claims.name : undefined;
        expect(personSchema.shape.name.parse(shown)).toBe(shown);
      }),
    );
  });
});

describe('the provider’s keys', () => {
  test('are fetched once for many tokens', async () => {
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    const token = await provider.sign();
    await Promise.all([verify(token), verify(token), verify(token)]);
    await verify(token);
    expect(provider.fetches()).toBe(1);
  });

  test('are fetched anew for a key that is not among them; those withdrawn count no more', async () => {
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    const old = await provider.sign();
    expect(await verify(old)).toMatchObject({ status: 'valid' });
    await provider.rotate();
    expect(await verify(await provider.sign())).toMatchObject({ status: 'valid' });
    expect(provider.fetches()).toBe(2);
    expect(await verify(old)).toEqual(NOT_VALID);
  });

  test('are not fetched again and again because of made-up keys', async () => {
    const provider = await identityProvider();
    const verify = tokenVerifier({ ...provider.settings, keysCooldown: undefined }, Date.now);
    for (let n = 0; n < 20; n += 1)
      expect(await verify(await provider.sign({}, { kid: `made-up-${n}` }))).toEqual(NOT_VALID);
    expect(provider.fetches()).toBe(1);
  });

  test.each([
    ['answers with an error', { status: 500, body: 'no' }],
    ['sends one elsewhere', { status: 302, body: '' }],
    ['answers with no JSON', { status: 200, body: '<html>' }],
    ['answers with no keys', { status: 200, body: '{"keys":7}' }],
  ])('when the provider %s, that is a trouble and not the token’s fault, and passes', async (_, answer) => {
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    const token = await provider.sign();
    provider.answerWith(answer);
    await expect(verify(token)).rejects.toThrow(/keys of the identity provider could not be had from http:/);
    provider.answerWith(undefined);
    expect(await verify(token)).toMatchObject({ status: 'valid' });
  });

  test('when the provider is not there, that is a trouble, and the token is in no error', async () => {
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    const token = await provider.sign();
    await provider.close();
    const error = await verify(token).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 10 })).not.toContain(token.slice(0, 30));
  });
});

test.each([
  ['is too short', 'x'.repeat(31)],
  ['is a public key', `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(64)}\n-----END PUBLIC KEY-----`],
])('a shared secret that %s is an error in words', (_, secret) => {
  expect(() => tokenVerifier({ ...SHARED_SETTINGS, verify: { kind: 'secret', secret } }, Date.now)).toThrow(
    StartupError,
  );
});
