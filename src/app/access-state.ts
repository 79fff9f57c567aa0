/** What the session knows of the person's access, as the store has it. */
import type { Session } from '../session/session';
import { CLOSE_CODES } from '../shared/protocol/version';
import { type AccessSlice, type Ending, heldBackOf } from '../store/access';
import type { ConnectionSlice } from '../store/connection';

/** Where it can be said better here than by the server, which does not know what the page knows. */
const WORDS: { readonly [K in Ending]?: string } = {
  no_key: 'This address has no key, so it opens nothing. For the whole link, ask whoever sent it to you.',
  deleted: 'This graph was deleted by an owner.',
};

type Known = Pick<Session, 'role' | 'limits' | 'identity' | 'signIn' | 'endCode' | 'endReason'>;

/** What is known from elsewhere than the session. */
interface Besides {
  readonly pending: ConnectionSlice['pending'];
  /** Whether there was nothing to get in by. */
  readonly isEmptyHanded: boolean;
  /** Until when the graph can be restored, which was deleted: in milliseconds since 1970. Only owners know. */
  readonly restorableUntil: number | undefined;
}

export function accessState(session: Known, besides: Besides): AccessSlice & Pick<ConnectionSlice, 'endReason'> {
  const { role, limits, identity, signIn } = session;
  const ending = endingOf(session, besides);
  const heldBack = heldBackOf(besides.pending, role);
  const endReason = ending === undefined ? undefined : (WORDS[ending] ?? session.endReason);
  const { restorableUntil } = besides;
  return { role, limits, identity, signIn, heldBack, ending, endReason, restorableUntil };
}

function endingOf({ endReason, endCode }: Known, { isEmptyHanded, restorableUntil }: Besides): Ending | undefined {
  if (endReason === undefined) return undefined;
  // To who opens it, a deleted graph is one that is not there.
  if (restorableUntil !== undefined) return 'deleted';
  switch (endCode) {
    case CLOSE_CODES.noSuchRoom:
      return isEmptyHanded ? 'no_key' : 'no_access';
    case CLOSE_CODES.noAccess:
      return 'no_access';
    case CLOSE_CODES.deleted:
      return 'deleted';
    default:
      return 'other';
  }
}
