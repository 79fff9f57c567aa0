/** What this browser's client ids are minted with: one for all tabs, so that each can send what another has left. */
import { clientSecretSchema, newClientSecret } from '../shared/protocol/client-ids';

const KEY = 'kumiko.client-secret';

/** Where the browser keeps nothing for us, another one each time the page is opened. */
export function clientSecret(storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  const kept = clientSecretSchema.safeParse(storage.getItem(KEY));
  if (kept.success) return kept.data;
  const secret = newClientSecret();
  storage.setItem(KEY, secret);
  return secret;
}
