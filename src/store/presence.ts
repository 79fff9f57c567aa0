/** Who else is here and what they are doing, and who one is to them. */
import type { Person } from '../shared/protocol/person';
import type { Peer, PresenceState } from '../shared/protocol/presence';

/** A property of an element. */
export type FieldOf = NonNullable<PresenceState['editing']>;

export interface PresenceSlice {
  /** By client id. Someone who did nothing is the same object as before. */
  readonly peers: ReadonlyMap<string, Peer>;
  readonly me: Person;
  /** False until the person has once said who they are; until then `me` is made up. */
  readonly introduced: boolean;
  /** The property that the person is editing. */
  readonly ownEditing: FieldOf | null;
  /** Who has changed that property since the person came to its field; their name. */
  readonly overwrittenBy: string | undefined;
}

export const INITIAL_PRESENCE: PresenceSlice = {
  peers: new Map(),
  me: { name: 'Someone', color: '#5658fe' },
  introduced: true,
  ownEditing: null,
  overwrittenBy: undefined,
};

export function isSameField(one: FieldOf | null, other: FieldOf | null): boolean {
  return one?.on === other?.on && one?.id === other?.id && one?.key === other?.key;
}

/** The others whose keyboard is in the field of this property. */
export function editorsOf(peers: PresenceSlice['peers'], field: FieldOf): Person[] {
  return Array.from(peers.values())
    .filter(({ state: { editing } }) => isSameField(editing, field))
    .map(({ person }) => person);
}
