/** Who else is here and what they are doing, and who one is to them. */
import type { Person } from '../shared/protocol/person';
import type { Peer } from '../shared/protocol/presence';

export interface PresenceSlice {
  /** By client id. Someone who did nothing is the same object as before. */
  readonly peers: ReadonlyMap<string, Peer>;
  readonly me: Person;
  /** False until the person has once said who they are; until then `me` is made up. */
  readonly introduced: boolean;
}

export const INITIAL_PRESENCE: PresenceSlice = {
  peers: new Map(),
  me: { name: 'Someone', color: '#5658fe' },
  introduced: true,
};

/** The others whose keyboard is in the field of this property. */
export function editorsOf(
  peers: PresenceSlice['peers'],
  { on, id, key }: { readonly on: 'node' | 'edge'; readonly id: string; readonly key: string },
): Person[] {
  return Array.from(peers.values())
    .filter(({ state: { editing } }) => editing?.on === on && editing.id === id && editing.key === key)
    .map(({ person }) => person);
}
