/** Who a request comes from: an IP address, also behind proxies. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** What is known of a request before it is read; Node's `IncomingMessage` is one. */
export interface Incoming {
  readonly headers: IncomingHttpHeaders;
  /** `encrypted` is true of a TLS connection. */
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean };
}

/** Where a connection has no address, such as one within this process. */
const UNKNOWN = 'unknown';

/**
 * The client's IP address. Each proxy in front of the server notes at the end of `X-Forwarded-For` whom it was asked by, so
 * as many entries are believed, from the right, as there are proxies; what is left of them anyone can have made up. An entry
 * that is no address counts as whoever passed it on.
 */
export function clientAddress({ headers, socket }: Incoming, trustedProxies: number): string {
  let address = plainAddress(socket.remoteAddress ?? '') ?? UNKNOWN;
  if (trustedProxies === 0) return address;
  const hops = listOf(headers['x-forwarded-for']).slice(-trustedProxies).reverse();
  for (const hop of hops) {
    const before = plainAddress(hop);
    if (before === undefined) break;
    address = before;
  }
  return address;
}

/** The entries of a header that is a list. Several headers of one name are one list, in order. */
export function listOf(header: string | readonly string[] | undefined): string[] {
  const whole = typeof header === 'string' ? header : (header ?? []).join(',');
  return whole.split(',').map((entry) => entry.trim());
}

/** An address without port, brackets and zone, an IPv4 one in IPv6's clothes as what it is; `undefined` for anything else. */
function plainAddress(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '').toLowerCase();
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const [high = 0, low = 0] = groups.slice(6);
  return isMapped ? [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.') : address;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // `URL` knows every way to write one, and writes it in one way: in hexadecimal, the longest run of zeros as `::`.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = written.split('::');
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [head, tail] = [numbers(before), numbers(after ?? '')];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/**
 * What limits count by: an IPv4 address as it is, and of IPv6 the /64 network, of which one subscriber has all addresses.
 * @param address as `clientAddress` returns it
 */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const network = groupsOf(address).slice(0, 4);
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
}
