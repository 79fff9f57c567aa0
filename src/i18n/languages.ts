/** Which language the page speaks: the person's choice, or what the browser prefers. */

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

const KEY = 'kumiko.language';

/**
 * @param preferred the browser's languages, best first (BCP 47)
 * @returns the chosen one, the first preferred one that there is, or English
 */
export function languageFor(storage: Pick<Storage, 'getItem'>, preferred: readonly string[]): Language {
  const wanted = [storage.getItem(KEY) ?? '', ...preferred];
  for (const each of wanted) {
    const found = LANGUAGES.find((language) => each === language || each.startsWith(`${language}-`));
    if (found !== undefined) return found;
  }
  return 'en';
}

export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  storage.setItem(KEY, language);
}
