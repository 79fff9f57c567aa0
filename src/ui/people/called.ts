import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { Role } from '../../shared/access';
import type { Person } from '../../shared/protocol/person';

/** What is shown of someone. */
export interface Someone {
  readonly person: Person;
  readonly role: Role;
}

/** The name; the role with it where it is not the usual one. */
export function called({ person: { name }, role }: Someone): string {
  return role === 'editor'
    ? isolated(name)
    : t('people:withRole', { name: isolated(name), role: t(`access:as.${role}`) });
}
