import { speak } from '../i18n/i18n';
import { keepLanguage, type Language } from '../i18n/languages';
import { browserStorage } from './browser-storage';

/** The person chose a language: for this page, and for whenever this browser opens one. */
export function chooseLanguage(language: Language): void {
  keepLanguage(browserStorage(), language);
  speak(language);
}
