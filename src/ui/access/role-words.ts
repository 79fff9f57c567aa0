/** What roles are called, and what they let people do. */
import type { Role } from '../../shared/access';
import type { AccessSlice } from '../../store/access';

export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: 'Viewer', may: 'view this graph' },
  editor: { name: 'Editor', may: 'change this graph' },
  owner: { name: 'Owner', may: 'change this graph, manage its links, and delete it' },
};

/** What is to be read before someone is made an owner. */
export const OWNER_WARNING =
  'An owner can do all that you can: take links away, yours too, and delete the graph for everyone.';

/** Said where things could be changed, to who may not (`mayEdit`). */
export function cannotEditWords({ ending }: Pick<AccessSlice, 'ending'>): string {
  return ending === undefined ? 'You can only view this graph.' : 'You cannot change this graph any more.';
}
