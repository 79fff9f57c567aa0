/** What is said of a link. */
import { isolated } from '../../kit/bidi';
import type { Link } from '../../shared/protocol/links';
import { ROLE_WORDS } from '../access/role-words';

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** How screen readers tell it from the others. */
export function linkTitle({ name, role }: Pick<Link, 'name' | 'role'>): string {
  const kind = ROLE_WORDS[role].name.toLowerCase();
  return name === '' ? `the ${kind} link without a name` : `the ${kind} link “${isolated(name)}”`;
}

export function madeWords({ createdAt }: Pick<Link, 'createdAt'>): string {
  return `Made ${date.format(createdAt)}`;
}

export function usedWords({ lastUsedAt }: Pick<Link, 'lastUsedAt'>): string {
  return lastUsedAt === undefined ? 'Never used' : `Last used ${dateAndTime.format(lastUsedAt)}`;
}

export function revokedWords({ revokedAt }: Pick<Link, 'revokedAt'>): string {
  return revokedAt === undefined ? '' : `Revoked ${dateAndTime.format(revokedAt)}`;
}

/** What revoking does, before it is done. It cannot be taken back. */
export function revokeQuestion({ isYours, connections }: Pick<Link, 'isYours' | 'connections'>): string {
  if (isYours) return 'This is the link that you came by. You are shut out at once, and so is everyone who uses it.';
  const who = connections === 0 ? 'Nobody is here by it just now.' : `${people(connections)} by it.`;
  return `It opens the graph no more, for good, and shuts out at once who uses it. ${who}`;
}

function people(count: number): string {
  return count === 1 ? 'One is here' : `${count} are here`;
}
