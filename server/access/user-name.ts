/** Names as an identity provider or a hook has them, made into names that everyone can be shown. */
import { LIMITS } from '../../src/shared/limits';

/** Who comes without a name. */
const NAMELESS = 'Someone';

/** One line of at most `LIMITS.personNameLength` UTF-16 code units. Takes anything. */
export function userName(given: unknown): string {
  if (typeof given !== 'string') return NAMELESS;
  const line = given
    .toWellFormed()
    // What changes the direction of the text after it could make one name look like another.
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return shortened(line) || NAMELESS;
}

/** Never half a character. */
function shortened(line: string): string {
  let name = '';
  for (const character of line) {
    if (name.length + character.length > LIMITS.personNameLength) break;
    name += character;
  }
  return name.trim();
}
