/** Lets everyone in, for tests that are about something else. */
import type { Role } from '../../src/shared/access';
import type { Authorizer } from '../access/access';

/** Everyone has one role in every room, whether there is one or not, and may make rooms. */
export function openAuthorizer(role: Role = 'owner'): Authorizer {
  return {
    room: async () => ({ status: 'granted', access: { role, by: 'test' } }),
    create: async () => ({ status: 'granted', by: 'test' }),
  };
}
