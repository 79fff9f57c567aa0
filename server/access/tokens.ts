/** Verifies the tokens of an identity provider: JWTs, signed with its keys (JWKS) or with a shared secret. */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Role, roleSchema } from '../../src/shared/access';
import { LIMITS } from '../../src/shared/limits';
import { StartupError } from '../startup-error';
import type { Identity } from './access';
import { userName } from './user-name';

export interface TokenSettings {
  /** The address of the provider's public keys, or the secret that it signs with: 32 bytes at least. */
  readonly verify:
    | { readonly kind: 'jwks'; readonly url: string }
    | { readonly kind: 'secret'; readonly secret: string };
  /** What `iss` has to be. */
  readonly issuer: string;
  /** What `aud` has to be, or to have among others. */
  readonly audience: string;
  /** The claim that has the roles: `{ "<room id>" or "*": "owner", "editor" or "viewer" }`. */
  readonly rolesClaim: string;
  /**
   * For so long after the keys were fetched they are not fetched again because of a token with a key that is not among them,
   * in milliseconds: tokens come from strangers.
   */
  readonly keysCooldown?: number | undefined;
}

/** What a valid token says. */
export interface TokenClaims extends Identity {
  readonly roles: TokenRoles;
  /** When it is not taken any more, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Roles by room; that of `*` holds in all rooms. */
export type TokenRoles = ReadonlyMap<string, Role>;

export type TokenVerdict =
  | { readonly status: 'valid'; readonly claims: TokenClaims }
  /** `reason` is a sentence for people. */
  | { readonly status: 'invalid'; readonly reason: string };

/** Takes anything for a token. Rejects only when it cannot be told, as when the provider's keys cannot be fetched. */
export type TokenVerifier = (token: string) => Promise<TokenVerdict>;

/** Which algorithms count is never left to the token: a public key, which everyone knows, must not be taken for a secret. */
const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];
const KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** By how many seconds the provider's clock may differ from ours. */
const CLOCK_TOLERANCE = 10;
const SECRET_BYTES = 32;
const KEYS_COOLDOWN = 30_000;

const ENDED: TokenVerdict = { status: 'invalid', reason: 'Your sign-in has ended. Sign in again.' };
const NOT_VALID: TokenVerdict = { status: 'invalid', reason: 'This sign-in is not valid here. Sign in again.' };

const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  exp: z.number(),
});

/**
 * @param now milliseconds since 1970
 * @throws StartupError when the shared secret cannot keep a token from being forged
 */
export function tokenVerifier(settings: TokenSettings, now: () => number): TokenVerifier {
  const { key, algorithms } = keyOf(settings);
  const { issuer, audience, rolesClaim } = settings;
  return async (token) => {
    if (token.length > LIMITS.tokenLength) return NOT_VALID;
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, key, {
        algorithms,
        issuer,
        audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: new Date(now()),
      }));
    } catch (error) {
      if (error instanceof errors.JWTExpired) return ENDED;
      if (error instanceof errors.JOSEError) return NOT_VALID;
      throw error;
    }
    const claims = claimsSchema.safeParse(payload);
    const roles = rolesOf(Object.hasOwn(payload, rolesClaim) ? payload[rolesClaim] : {});
    if (!claims.success || roles === undefined) return NOT_VALID;
    const { sub, exp } = claims.data;
    const expiresAt = Math.min((exp + CLOCK_TOLERANCE) * 1_000, Number.MAX_SAFE_INTEGER);
    return { status: 'valid', claims: { userId: sub, name: userName(payload['name']), roles, expiresAt } };
  };
}

function keyOf({ verify, keysCooldown = KEYS_COOLDOWN }: TokenSettings): {
  key: JWTVerifyGetKey;
  algorithms: string[];
} {
  if (verify.kind === 'secret') {
    const secret = new TextEncoder().encode(verify.secret);
    if (secret.length < SECRET_BYTES || verify.secret.includes('-----BEGIN')) {
      throw new StartupError(
        `AUTH_SECRET must be a secret of at least ${SECRET_BYTES} characters that only the identity provider has, too. For a provider with public keys set AUTH_JWKS_URL instead.`,
      );
    }
    return { key: async () => secret, algorithms: SECRET_ALGORITHMS };
  }
  const url = new URL(verify.url);
  const keys = createRemoteJWKSet(url, { cooldownDuration: keysCooldown });
  const key: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new Error(`The keys of the identity provider could not be had from ${url.origin}${url.pathname}.`, {
        cause: error,
      });
    }
  };
  return { key, algorithms: KEY_ALGORITHMS };
}

/** Whether no key was found because of what the token says, and not because of a trouble with the keys. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
}

/** Of single roles that there are none of nothing is granted; a claim that is something else altogether is `undefined`. */
function rolesOf(claim: unknown): TokenRoles | undefined {
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return undefined;
  const roles = new Map<string, Role>();
  for (const [room, given] of Object.entries(claim)) {
    const role = roleSchema.safeParse(given);
    if (role.success) roles.set(room, role.data);
  }
  return roles;
}
