/**
 * Client ids that nobody else can claim. Everyone in a room sees the client ids of the others; an id is therefore bound to
 * a secret that only its browser knows, and that goes to the server in `hello`.
 *
 * An id is `c_` and 128 bits, written as a UUID: 48 random bits, then the first 80 bits of SHA-256 over the secret and those
 * 48. The server checks an id without having stored anything about it, and one secret serves all clients of a browser.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** 128 random bits, as 32 hexadecimal digits. */
export const clientSecretSchema = z.string().regex(/^[0-9a-f]{32}$/, 'A client secret is 32 hexadecimal digits.');
export const clientIdSchema = z.string().regex(/^c_[0-9a-f-]{36}$/, 'A client id is "c_" and a UUID.');

const NONCE_BYTES = 6;
const MARK_BYTES = 10;

export function newClientSecret(): string {
  return bytesToHex(randomBytes(16));
}

/**
 * Mints a client id for who has a secret.
 * @param nonce 6 bytes; random ones when left out
 */
export function mintClientId(secret: string, nonce: Uint8Array = randomBytes(NONCE_BYTES)): string {
  const hex = bytesToHex(nonce) + markOf(secret, nonce);
  return `c_${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** Whether a client id was minted with a secret. Takes anything for an id. */
export function isClientOf(secret: string, clientId: string): boolean {
  if (!clientIdSchema.safeParse(clientId).success) return false;
  const hex = clientId.slice(2).replaceAll('-', '');
  if (hex.length !== 2 * (NONCE_BYTES + MARK_BYTES)) return false;
  return hex.slice(2 * NONCE_BYTES) === markOf(secret, hexToBytes(hex.slice(0, 2 * NONCE_BYTES)));
}

function markOf(secret: string, nonce: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(secret), nonce)).slice(0, MARK_BYTES));
}
