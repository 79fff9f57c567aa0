/** Whose view the own one follows. */
import type { Person } from '../shared/protocol/person';
import type { PresenceSlice } from './presence';

export interface FollowingSlice {
  /** By client id; undefined when nobody's. Someone who is gone is followed no more. */
  readonly following: string | undefined;
}

export const NOT_FOLLOWING: FollowingSlice = { following: undefined };

/** Who is followed, if anyone is. */
export function followed({ following, peers }: FollowingSlice & Pick<PresenceSlice, 'peers'>): Person | undefined {
  return following === undefined ? undefined : peers.get(following)?.person;
}

/** What a click on someone comes to: they are followed; if they were, not any more. */
export function followedAfter(clientId: string, { following }: FollowingSlice): FollowingSlice {
  return { following: following === clientId ? undefined : clientId };
}
