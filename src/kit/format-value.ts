import type { PropertyType, PropertyValue } from '../shared/graph/values';

interface Formats {
  readonly dateAndTime: Intl.DateTimeFormat;
  readonly number: Intl.NumberFormat;
  /** For numbers that are compared rather than read. */
  readonly rough: Intl.NumberFormat;
}

/** By language: they take longer to make than to use. */
const made = new Map<string, Formats>();

/** In the page's language; in the browser's own region where that is one of it. */
function formats(): Formats {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';
  const known = made.get(language);
  if (known !== undefined) return known;
  const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
  const locale = preferred.find((each) => each.startsWith(language)) ?? language;
  const fresh = {
    dateAndTime: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }),
    rough: new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
  };
  made.set(language, fresh);
  return fresh;
}

/**
 * A value as people read it, in their own way of writing numbers and times.
 * @param yesNo says yes or no in their language, which the kit does not know (`i18n/yes-no.ts`)
 */
export function formatValue(type: PropertyType, value: PropertyValue, yesNo: (value: boolean) => string): string {
  switch (type) {
    case 'BOOLEAN':
      return yesNo(value === true);
    case 'INT64':
    case 'DOUBLE':
      return formats().number.format(Number(value));
    case 'TIMESTAMP':
      return formats().dateAndTime.format(new Date(String(value)));
    case 'STRING':
    case 'DATE':
      return String(value);
  }
}

/** A number that was computed: a whole one in full, any other by its first three digits. */
export function formatScore(value: number): string {
  return formats()[Number.isInteger(value) ? 'number' : 'rough'].format(value);
}
