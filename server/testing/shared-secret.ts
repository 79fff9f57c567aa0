/** Tokens that are signed with a secret, which the server has, too; and tokens that are made to deceive it. */
import { createHmac } from 'node:crypto';
import { base64url, type JWTPayload, SignJWT } from 'jose';
import type { TokenSettings } from '../access/tokens';
import { AUDIENCE, ISSUER, ROLES_CLAIM, validClaims } from './identity-provider';

export const SHARED_SECRET = 'correct horse battery staple, and so on';

export const SHARED_SETTINGS: TokenSettings = {
  verify: { kind: 'secret', secret: SHARED_SECRET },
  issuer: ISSUER,
  audience: AUDIENCE,
  rolesClaim: ROLES_CLAIM,
};

/** Signs these claims; over those that make a token valid for ten minutes. A claim of `undefined` is left out. */
export function signShared(claims: JWTPayload = {}, alg = 'HS256', secret = SHARED_SECRET): Promise<string> {
  const key = new TextEncoder().encode(secret);
  return new SignJWT({ ...validClaims(), ...claims }).setProtectedHeader({ alg }).sign(key);
}

/** A part of a token. */
export const tokenPart = (value: unknown) => base64url.encode(JSON.stringify(value));

/**
 * A token with any header and claims at all, signed by HMAC-SHA256.
 * @param claims as an object, or as the JSON itself
 */
export function handmadeToken(header: object, claims: object | string, secret: string = SHARED_SECRET): string {
  const signed = `${tokenPart(header)}.${typeof claims === 'string' ? base64url.encode(claims) : tokenPart(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
