/** All sentences, by language and area. A file of a language has the English one's type: what is missing does not compile. */
import { commands } from './en/commands';
import { commands as commandsJa } from './ja/commands';

export const en = { commands };
const ja: typeof en = { commands: commandsJa };

export const resources = { en, ja };
