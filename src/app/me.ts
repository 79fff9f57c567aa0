/** Who this browser's person is to the others. */
import { PERSON_COLORS } from '../kit/colors';
import type { Person } from '../shared/protocol/person';
import { inventPerson, keepPerson, keptPerson } from '../store/person';
import type { PresenceSlice } from '../store/presence';
import { browserStorage } from './browser-storage';

/** As they said, or someone made up for the beginning. */
export function whoAmI(): Pick<PresenceSlice, 'me' | 'introduced'> {
  const kept = keptPerson(browserStorage());
  return { me: kept ?? inventPerson(PERSON_COLORS, Math.random), introduced: kept !== undefined };
}

export function keepMe(person: Person): void {
  keepPerson(browserStorage(), person);
}
