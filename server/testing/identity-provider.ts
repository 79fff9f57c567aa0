/** An identity provider for tests: has keys, serves the public ones over HTTP (JWKS), and signs tokens. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import { assert } from '../../src/shared/assert';
import type { TokenSettings } from '../access/tokens';

export const ISSUER = 'https://id.example.org/';
export const AUDIENCE = 'kumiko';
export const ROLES_CLAIM = 'kumiko_rooms';

export interface IdentityProvider {
  /** What makes a verifier that trusts it; unknown keys are asked for at once. */
  readonly settings: TokenSettings;
  /** How often its keys were fetched. */
  readonly fetches: () => number;
  /** The set of public keys, as it is served. */
  readonly jwks: () => { readonly keys: readonly JWK[] };
  /** Makes another key and signs with it from now on; the earlier ones are withdrawn. */
  rotate(): Promise<void>;
  /** Answers with this instead of its keys; `undefined` ends that. */
  answerWith(answer: { readonly status: number; readonly body: string } | undefined): void;
  /** Signs these claims; over those that make a token valid for ten minutes. A claim of `undefined` is left out. */
  sign(claims?: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Cuts everyone off, and takes no more connections. */
  close(): Promise<void>;
}

/** The claims of a token that is valid for ten minutes from `now` (milliseconds since 1970). */
export function validClaims(now = Date.now()): JWTPayload {
  const seconds = Math.floor(now / 1_000);
  return { sub: 'ann', name: 'Ann', iss: ISSUER, aud: AUDIENCE, iat: seconds, exp: seconds + 600 };
}

/** Runs until the test ends, with a key for an algorithm. */
export async function identityProvider(algorithm = 'ES256'): Promise<IdentityProvider> {
  let fetches = 0;
  let keyNo = 0;
  let answer: { readonly status: number; readonly body: string } | undefined;
  const newKey = async () => {
    keyNo += 1;
    const kid = `key-${keyNo}`;
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
  };
  let key = await newKey();
  const jwks = () => ({ keys: [key.jwk] });

  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json' });
    response.end(answer?.body ?? JSON.stringify(jwks()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has no address');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);

  const url = `http://127.0.0.1:${address.port}/keys`;
  return {
    settings: {
      verify: { kind: 'jwks', url },
      issuer: ISSUER,
      audience: AUDIENCE,
      rolesClaim: ROLES_CLAIM,
      keysCooldown: 0,
    },
    fetches: () => fetches,
    jwks,
    async rotate() {
      key = await newKey();
    },
    answerWith(given) {
      answer = given;
    },
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...validClaims(), ...claims })
        .setProtectedHeader({ alg: algorithm, kid: key.kid, ...header })
        .sign(key.privateKey),
    close,
  };
}
