/** Light or dark: as the system has it, or as the person chose. One for the whole page, as its language is. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Also in `public/theme.js`, which wears it before the app has come. */
const KEY = 'kumiko.theme';

const worn = createStore<{ readonly theme: Theme }>(() => ({ theme: 'system' }));

/** The one that was chosen in this browser. */
export function keptTheme(storage: Pick<Storage, 'getItem'>): Theme {
  const kept = storage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export function keepTheme(storage: Pick<Storage, 'setItem'>, theme: Theme): void {
  storage.setItem(KEY, theme);
}

/** Draws the page in this theme from now on; `tokens.css` knows its colours by the attribute. */
export function wearTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  paintBrowser(theme);
  worn.setState({ theme });
}

/** The browser's own parts take the page's colour: of the two that `index.html` names, the one that is worn. */
function paintBrowser(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset['scheme'];
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
  }
}

export function wornTheme(): Theme {
  return worn.getState().theme;
}

export function useTheme(): Theme {
  return useStore(worn, ({ theme }) => theme);
}
