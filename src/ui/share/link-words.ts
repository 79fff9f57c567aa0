/** What is said of a link. */
import { formatTime } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { Link } from '../../shared/protocol/links';

/** How screen readers tell it from the others. */
export function linkTitle({ name, role }: Pick<Link, 'name' | 'role'>): string {
  return name === '' ? t(`share:nameless.${role}`) : t(`share:named.${role}`, { name: isolated(name) });
}

export function madeWords({ createdAt }: Pick<Link, 'createdAt'>): string {
  return t('share:createdOn', { day: formatTime(createdAt, 'day') });
}

export function usedWords({ lastUsedAt }: Pick<Link, 'lastUsedAt'>): string {
  return lastUsedAt === undefined ? t('share:neverUsed') : t('share:lastUsed', { time: formatTime(lastUsedAt) });
}

export function revokedWords({ revokedAt }: Pick<Link, 'revokedAt'>): string {
  return revokedAt === undefined ? '' : t('share:revokedOn', { time: formatTime(revokedAt) });
}

/** What revoking does, before it is done. It cannot be taken back. */
export function revokeQuestion({ isYours, connections }: Pick<Link, 'isYours' | 'connections'>): string {
  return isYours ? t('share:revokesYours') : t('share:revokes', { count: connections });
}
