/** Times and lists, as people write them who read the page's language; in the browser's own region where that is one of it. */
import i18next from 'i18next';

const TIMES = {
  day: { dateStyle: 'medium' },
  time: { dateStyle: 'medium', timeStyle: 'short' },
  longTime: { dateStyle: 'long', timeStyle: 'short' },
} as const;

/** For the `Intl` functions, such as `en-GB`. */
export function locale(): string {
  const { language } = i18next;
  return navigator.languages.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
}

/** @param at milliseconds since 1970 */
export function formatTime(at: number, style: keyof typeof TIMES = 'time'): string {
  return new Intl.DateTimeFormat(locale(), TIMES[style]).format(at);
}

export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(items);
}
