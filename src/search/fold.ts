/** Text as it is compared: neither case, nor width, nor accents, nor the kind of kana count. */

/** Accents over Latin, Greek and Cyrillic letters, and the vowel points of Hebrew and Arabic. Those of kana make other letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]/gu;

/** Letters that Unicode does not take apart, and what people type for them. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
};
const OTHERS = new RegExp(`[${Object.keys(TYPED_AS).join('')}]`, 'gu');

/** Katakana that has its hiragana as far below it: while an input method is at work, タワー is still たわー. */
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/gu;
const TO_HIRAGANA = 0x60;

const PLAIN = /^\p{ASCII}*$/u;

/** ｱ and あ, Ａ and a, É and e are the same. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(OTHERS, (letter) => TYPED_AS[letter] ?? letter)
    .normalize('NFKC')
    .replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_HIRAGANA));
}

/** What stands between spaces, as it is compared: the words of a query. Japanese has a space of its own. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
