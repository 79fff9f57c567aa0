import fc from 'fast-check';
import { base64url, exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { must } from '../../src/shared/assert';
import { LIMITS } from '../../src/shared/limits';
import { identityProvider, validClaims } from '../testing/identity-provider';
import { handmadeToken, SHARED_SECRET, SHARED_SETTINGS, signShared, tokenPart } from '../testing/shared-secret';
import { tokenVerifier } from './tokens';

const NOT_VALID = { status: 'invalid', reason: 'This sign-in is not valid here. Sign in again.' };
const ENDED = { status: 'invalid', reason: 'Your sign-in has ended. Sign in again.' };

const verifyShared = tokenVerifier(SHARED_SETTINGS, Date.now);
const seconds = () => Math.floor(Date.now() / 1_000);

describe('a token is not valid', () => {
  test.each<[string, JWTPayload]>([
    ['for another audience', { aud: 'other' }],
    ['for no audience', { aud: undefined }],
    ['for a part of the audience', { aud: 'kumik' }],
    ['of another issuer', { iss: 'https://id.example.org' }],
    ['of no issuer', { iss: undefined }],
    ['before its time', { nbf: seconds() + 60 }],
    ['without an end', { exp: undefined }],
    ['without a user', { sub: undefined }],
    ['with an empty user', { sub: '' }],
    ['with a user of 201 characters', { sub: 'x'.repeat(201) }],
    ['with a user of two lines', { sub: 'ann\nuser:bob' }],
  ])('%s', async (_, claims) => {
    expect(await verifyShared(await signShared(claims))).toEqual(NOT_VALID);
    const provider = await identityProvider();
    expect(await tokenVerifier(provider.settings, Date.now)(await provider.sign(claims))).toEqual(NOT_VALID);
  });

  test.each([
    ['text', `"${seconds() + 600}"`],
    ['nothing', 'null'],
    ['beyond all numbers', '1e999'],
  ])('with an end that is %s', async (_, exp) => {
    const claims = JSON.stringify({ ...validClaims(), exp: undefined }).replace('{', `{"exp":${exp},`);
    const token = handmadeToken({ alg: 'HS256' }, claims);
    expect(await verifyShared(token)).toEqual(NOT_VALID);
  });

  test('when it has ended, and that is said', async () => {
    expect(await verifyShared(await signShared({ exp: seconds() - 60 }))).toEqual(ENDED);
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    expect(await verify(await provider.sign({ exp: seconds() - 60 }))).toEqual(ENDED);
  });

  test('when it has ended and is forged, too: nothing is told about it', async () => {
    const forged = await signShared({ exp: seconds() - 60 }, 'HS256', 'another secret, as long as the right one');
    expect(await verifyShared(forged)).toEqual(NOT_VALID);
  });

  test('signed with another secret', async () => {
    expect(await verifyShared(await signShared({}, 'HS256', `${SHARED_SECRET}.`))).toEqual(NOT_VALID);
  });

  test('signed with another key of the same name', async () => {
    const provider = await identityProvider();
    const impostor = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    expect(await verify(await provider.sign())).toMatchObject({ status: 'valid' });
    expect(await verify(await impostor.sign())).toEqual(NOT_VALID);
  });

  test('with a key that it brings itself, or says where to find', async () => {
    const provider = await identityProvider();
    const impostor = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    const jwk = impostor.jwks().keys[0];
    const jku = impostor.settings.verify.kind === 'jwks' ? impostor.settings.verify.url : '';
    for (const header of [{ jwk }, { jku }, { jwk, jku, kid: undefined }]) {
      expect(await verify(await impostor.sign({}, header))).toEqual(NOT_VALID);
    }
    expect(impostor.fetches()).toBe(0);
  });

  test('with other claims under a right signature', async () => {
    const [header, , signature] = (await signShared()).split('.');
    const claims = tokenPart({ ...validClaims(), sub: 'bob' });
    expect(await verifyShared(`${header}.${claims}.${signature}`)).toEqual(NOT_VALID);
  });

  test.each(['none', 'None', 'NONE', 'nOnE', ''])('with the algorithm "%s"', async (alg) => {
    const provider = await identityProvider();
    const verifyJwks = tokenVerifier(provider.settings, Date.now);
    const unsigned = `${tokenPart({ alg, kid: 'key-1' })}.${tokenPart(validClaims())}`;
    for (const signature of ['', 'AAAA', unsigned]) {
      expect(await verifyShared(`${unsigned}.${signature}`)).toEqual(NOT_VALID);
      expect(await verifyJwks(`${unsigned}.${signature}`)).toEqual(NOT_VALID);
    }
  });

  test('signed with the provider’s public key as a secret (key confusion)', async () => {
    const provider = await identityProvider('RS256');
    const verify = tokenVerifier(provider.settings, Date.now);
    const jwk = must(provider.jwks().keys[0], 'the key');
    const publicKey = await importJWK(jwk, 'RS256');
    if (publicKey instanceof Uint8Array) throw new Error('An RSA key is no secret.');
    const spki = await exportSPKI(publicKey);
    for (const secret of [spki, spki.trim(), JSON.stringify(jwk), jwk.n ?? '']) {
      for (const header of [{ alg: 'HS256', kid: jwk.kid }, { alg: 'HS256' }, { alg: 'RS256', kid: jwk.kid }]) {
        expect(await verify(handmadeToken(header, validClaims(), secret))).toEqual(NOT_VALID);
      }
    }
  });

  test('with an HMAC against public keys, even where the set has a secret in it', async () => {
    const provider = await identityProvider();
    const k = base64url.encode(SHARED_SECRET);
    provider.answerWith({ status: 200, body: JSON.stringify({ keys: [{ kty: 'oct', kid: 's', alg: 'HS256', k }] }) });
    const verify = tokenVerifier(provider.settings, Date.now);
    expect(await verify(handmadeToken({ alg: 'HS256', kid: 's' }, validClaims()))).toEqual(NOT_VALID);
  });

  test('with a key’s signature against a shared secret', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT(validClaims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect(await verifyShared(token)).toEqual(NOT_VALID);
  });

  test('with an algorithm that the key is not for', async () => {
    const provider = await identityProvider('RS256');
    const verify = tokenVerifier(provider.settings, Date.now);
    const { privateKey } = await generateKeyPair('PS256');
    const header = { alg: 'PS256', kid: 'key-1' };
    const token = await new SignJWT(validClaims()).setProtectedHeader(header).sign(privateKey);
    expect(await verify(token)).toEqual(NOT_VALID);
  });

  test('that demands what is not understood', async () => {
    const token = handmadeToken({ alg: 'HS256', crit: ['exp2'], exp2: 1 }, validClaims());
    expect(await verifyShared(token)).toEqual(NOT_VALID);
    const unencoded = handmadeToken({ alg: 'HS256', crit: ['b64'], b64: false }, validClaims());
    expect(await verifyShared(unencoded)).toEqual(NOT_VALID);
  });

  test('that is too long, before anything is done with it', async () => {
    const token = await signShared({ padding: 'x'.repeat(LIMITS.tokenLength) });
    const provider = await identityProvider();
    const verify = tokenVerifier(provider.settings, Date.now);
    expect(await verifyShared(token)).toEqual(NOT_VALID);
    expect(await verify(token)).toEqual(NOT_VALID);
    expect(await verify(await provider.sign({ padding: 'x'.repeat(LIMITS.tokenLength) }))).toEqual(NOT_VALID);
    expect(provider.fetches()).toBe(0);
  });

  test('whatever else it is', async () => {
    const provider = await identityProvider();
    const verifyJwks = tokenVerifier(provider.settings, Date.now);
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => base64url.encode(text)),
      fc.constant(tokenPart({ alg: 'HS256' })),
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 6 }).map((all) => all.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (token) => {
        expect(await verifyShared(token)).toEqual(NOT_VALID);
        expect(await verifyJwks(token)).toEqual(NOT_VALID);
      }),
      { numRuns: 500 },
    );
  });
});
