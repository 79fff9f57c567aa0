/** What a request shows to be let in: in headers, which no log and no other site sees. */
import type { Credentials } from '../access/access';

const BEARER = /^Bearer ([\w.~+/=-]+)$/i;

export function credentialsOf(headers: Headers): Credentials {
  const key = headers.get('kumiko-key') ?? undefined;
  const token = BEARER.exec(headers.get('authorization') ?? '')?.[1];
  return { key, token };
}
