/** Who one is to the others, kept in this browser's local storage, so that one is the same in every graph. */
import { must } from '../shared/assert';
import { parseJson } from '../shared/protocol/parse';
import { type Person, personSchema } from '../shared/protocol/person';

const KEY = 'kumiko.person';

const MANNERS = [
  ...['Brave', 'Bright', 'Calm', 'Cheerful', 'Clever', 'Curious', 'Eager', 'Gentle', 'Jolly', 'Kind'],
  ...['Lively', 'Merry', 'Mellow', 'Nimble', 'Patient', 'Quick', 'Quiet', 'Steady', 'Sunny', 'Witty'],
];
const ANIMALS = [
  ...['Badger', 'Beaver', 'Crane', 'Dolphin', 'Finch', 'Fox', 'Hare', 'Hedgehog', 'Heron', 'Ibex'],
  ...['Lynx', 'Marten', 'Otter', 'Owl', 'Panda', 'Robin', 'Seal', 'Swift', 'Tortoise', 'Wren'],
];

/** Undefined where the person has never said who they are, or the browser lost it. */
export function keptPerson(storage: Pick<Storage, 'getItem'>): Person | undefined {
  const parsed = parseJson(personSchema, storage.getItem(KEY) ?? 'null');
  return parsed.ok ? parsed.value : undefined;
}

export function keepPerson(storage: Pick<Storage, 'setItem'>, person: Person): void {
  storage.setItem(KEY, JSON.stringify(person));
}

/**
 * Someone for the beginning, such as Quiet Heron.
 * @param colors those to choose from
 * @param random at least 0 and less than 1
 */
export function inventPerson(colors: readonly Pick<Person, 'color'>[], random: () => number): Person {
  const oneOf = <T>(choices: readonly T[]) => must(choices[Math.floor(random() * choices.length)], 'a choice');
  return { name: `${oneOf(MANNERS)} ${oneOf(ANIMALS)}`, color: oneOf(colors).color };
}
