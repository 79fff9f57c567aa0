/** Why an element was found: in which of its properties, and what is to be marked there. */

import type { Filed } from './filed';
import { bare } from './ranking';
import type { FoundElement } from './search-answer';
import { typoMatcher } from './typos';

interface Reason {
  readonly property: string | undefined;
  readonly mark: string;
}

/** @param words all of which the element has, or has words like them */
export function explain(filed: Filed, words: readonly string[]): FoundElement {
  const reasons = words.map((word) => asTyped(filed, word) ?? alike(filed, word));
  const because = new Set(
    reasons.flatMap(({ property }) => (property === undefined || property === filed.caption ? [] : [property])),
  );
  return { id: filed.id, because: [...because], marks: [...new Set(reasons.map(({ mark }) => mark))] };
}

function asTyped(filed: Filed, word: string): Reason | undefined {
  const property = filed.texts.find(([, text]) => text.includes(word))?.[0];
  return property === undefined ? undefined : { property, mark: word };
}

function alike(filed: Filed, word: string): Reason {
  const typos = typoMatcher(word);
  for (const [property, text] of filed.texts) {
    const like = text
      .split(/\s+/u)
      .map(bare)
      .find((each) => typos?.isLike(each));
    if (like !== undefined) return { property, mark: like };
  }
  return { property: undefined, mark: word };
}
