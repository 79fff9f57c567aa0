/** Sets i18next up. In components: `const { t } = useTranslation('area')`; elsewhere `t` from here, with `area:key`. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './languages';
import { resources } from './resources';

/** To be called once, before anything is drawn. All sentences are here already: nothing is awaited. */
export function startI18n(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    defaultNS: 'commands',
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  markPage(language);
}

/** Speaks another language from now on. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language);
  markPage(language);
}

/** What is spoken now. */
export function spoken(): string {
  return i18next.language;
}

/** For screen readers and hyphenation. Workers and tests of logic have no page. */
function markPage(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

export const { t } = i18next;
