/** Who this browser's person is to the others. */
import { PERSON_COLORS } from '../kit/colors';
import type { Person } from '../shared/protocol/person';
import type { AccessSlice } from '../store/access';
import { inventPerson, keepPerson, keptPerson } from '../store/person';
import type { PresenceSlice } from '../store/presence';
import { browserStorage } from './browser-storage';

export class Me {
  #said: Person;
  #isKept: boolean;

  /** As they said, or someone made up for the beginning. */
  constructor() {
    const kept = keptPerson(browserStorage());
    this.#said = kept ?? inventPerson(PERSON_COLORS, Math.random);
    this.#isKept = kept !== undefined;
  }

  /** As the person says it themselves. */
  get said(): Person {
    return this.#said;
  }

  /** As the page shows them: an identity provider knows their name better. */
  shown(identity: AccessSlice['identity']): Pick<PresenceSlice, 'me' | 'introduced'> {
    const isKnown = identity !== undefined;
    const me = isKnown ? { ...this.#said, name: identity.name } : this.#said;
    return { me, introduced: this.#isKept || isKnown };
  }

  /** The person says who they are; where an identity provider gives the name, only the colour is theirs to choose. */
  introduce(person: Person, identity: AccessSlice['identity']): void {
    this.#said = identity === undefined ? person : { ...this.#said, color: person.color };
    this.#isKept = true;
    keepPerson(browserStorage(), this.#said);
  }
}
