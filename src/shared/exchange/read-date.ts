/** Dates, and dates with times, as people and programs write them, made into how the graph has them (SPEC.md, V1). */
import { valueProblem } from '../graph/values';

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?(Z|[-+]\d{2}:\d{2})?$/u;

/** "2026-01-31", "2026/1/31", "2026.1.31" and "2026年1月31日". */
export function yearFirst(cell: string): string | undefined {
  const [, year, , month, day, kanjiMonth, kanjiDay] = YEAR_FIRST.exec(cell) ?? [];
  return dateOf(year, month ?? kanjiMonth, day ?? kanjiDay);
}

/** "31/1/2026", "31-1-2026" and "31.1.2026". */
export function dayFirst(cell: string): string | undefined {
  const [, day, , month, year] = YEAR_LAST.exec(cell) ?? [];
  return dateOf(year, month, day);
}

/** "1/31/2026" and "1-31-2026"; with points between, the day always comes first. */
export function monthFirst(cell: string): string | undefined {
  const [, month, mark, day, year] = YEAR_LAST.exec(cell) ?? [];
  return mark === '.' ? dayFirst(cell) : dateOf(year, month, day);
}

/** "2026-01-31 09:30", with or without seconds; where it does not say the zone, it is the reader's own. */
export function dateAndTime(cell: string): string | undefined {
  const [, date, minutes, seconds = ':00', fraction = '', zone = ''] = WITH_TIME.exec(cell) ?? [];
  if (date === undefined || valueProblem('DATE', date) !== undefined) return undefined;
  const time = new Date(`${date}T${minutes}${seconds}${fraction}${zone}`).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return valueProblem('DATE', date) === undefined ? date : undefined;
}
