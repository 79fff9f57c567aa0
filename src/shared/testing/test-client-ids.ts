/** Client ids for tests: all of one secret, so that tests can speak for any of them. */
import { mintClientId } from '../protocol/client-ids';

export const TEST_SECRET = '00112233445566778899aabbccddeeff';

export function newTestClientId(): string {
  return mintClientId(TEST_SECRET);
}

/** The same id for the same number (0 to 2^31 − 1). */
export function testClientId(n: number): string {
  const nonce = new Uint8Array(6);
  new DataView(nonce.buffer).setUint32(2, n);
  return mintClientId(TEST_SECRET, nonce);
}
