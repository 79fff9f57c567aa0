/** Which sites' pages may talk to the server. Browsers say in `Origin` whose page it is, and pages cannot change that. */
import { type Incoming, listOf } from './client-address';

export interface OriginRules {
  /** How many proxies are in front of the server. */
  readonly trustedProxies: number;
  /** As browsers write them, such as `https://a.example`; besides the server's own. */
  readonly allowedOrigins: readonly string[];
}

/** Whether the client's own connection is encrypted: to this server, or to the first of its proxies. */
export function isEncrypted({ headers, socket }: Incoming, trustedProxies: number): boolean {
  const told = trustedProxies > 0 ? forwarded(headers['x-forwarded-proto'], trustedProxies) : undefined;
  return told === undefined ? socket.encrypted === true : told.toLowerCase() === 'https';
}

/**
 * Whether a request may be answered that would change something, or would open a WebSocket: it comes from no page at all, from
 * a page of this server, or from one of the sites that are allowed. To be asked before credentials are looked at.
 */
export function isAllowedOrigin(request: Incoming, { trustedProxies, allowedOrigins }: OriginRules): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === ownOrigin(request, trustedProxies) || allowedOrigins.includes(origin);
}

/** The origin of the server as the client addressed it; `undefined` where the client did not say. */
function ownOrigin(request: Incoming, trustedProxies: number): string | undefined {
  const { headers } = request;
  const told = trustedProxies > 0 ? forwarded(headers['x-forwarded-host'], trustedProxies) : undefined;
  const host = told ?? headers.host ?? '';
  // As `host` is put into an address here: nothing that would make another part of it.
  if (!/^[\w.:[\]-]+$/.test(host)) return undefined;
  const address = `${isEncrypted(request, trustedProxies) ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * What the outermost of the proxies said. Some of them each add an entry, some replace what is there, so the list may
 * be shorter than there are proxies.
 */
function forwarded(header: string | readonly string[] | undefined, trustedProxies: number): string | undefined {
  return listOf(header)
    .slice(-trustedProxies)
    .find((entry) => entry !== '');
}
