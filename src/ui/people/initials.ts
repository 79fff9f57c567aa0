import { withoutReordering } from '../../kit/bidi';

const characters = new Intl.Segmenter();

function first(word: string): string {
  const [character] = characters.segment(word);
  return character?.segment.toLocaleUpperCase() ?? '';
}

/** The first characters of the first and the last word of a name: QH for Quiet Heron. */
export function initials(name: string): string {
  const words = withoutReordering(name).trim().split(/\s+/u);
  return words.length === 1 ? first(words[0] ?? '') : first(words[0] ?? '') + first(words.at(-1) ?? '');
}
