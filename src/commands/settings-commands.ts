/** How the page looks and which language it speaks: kept in this browser, for all graphs. */
import { Languages, type LucideIcon, Moon, Sun, SunMoon } from 'lucide-react';
import { speak, spoken, t } from '../i18n/i18n';
import { keepLanguage, LANGUAGES, type Language } from '../i18n/languages';
import { keepTheme, THEMES, type Theme, wearTheme, wornTheme } from '../kit/theme';
import type { Command } from './command';

const THEME_LOOKS: Readonly<Record<Theme, { readonly title: () => string; readonly icon: LucideIcon }>> = {
  light: { title: () => t('commands:themeLight'), icon: Sun },
  dark: { title: () => t('commands:themeDark'), icon: Moon },
  system: { title: () => t('commands:themeSystem'), icon: SunMoon },
};

/** Each can be found in its own language: who reads nothing else is looking for it. */
const LANGUAGE_TITLES: Readonly<Record<Language, () => string>> = {
  en: () => t('commands:speakEnglish'),
  ja: () => t('commands:speakJapanese'),
};

/** @param storage where the choices are kept */
export function settingsCommands(storage: Pick<Storage, 'setItem'>): readonly Command[] {
  const themes = THEMES.map(
    (theme): Command => ({
      id: `theme-${theme}`,
      ...THEME_LOOKS[theme],
      group: 'view',
      isEnabled: () => wornTheme() !== theme,
      run: () => {
        keepTheme(storage, theme);
        wearTheme(theme);
      },
    }),
  );
  const languages = LANGUAGES.map(
    (language): Command => ({
      id: `language-${language}`,
      title: LANGUAGE_TITLES[language],
      group: 'view',
      icon: Languages,
      isEnabled: () => spoken() !== language,
      run: () => {
        keepLanguage(storage, language);
        speak(language);
      },
    }),
  );
  return [...themes, ...languages];
}
