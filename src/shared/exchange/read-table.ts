/** Text as rows of cells: lines, or what spreadsheets and CSV files have. */
import Papa from 'papaparse';

/** What stands between cells; `none`: every line is one cell. */
export const SEPARATORS = ['tab', 'comma', 'semicolon', 'none'] as const;
export type Separator = (typeof SEPARATORS)[number];

const MARKS = { tab: '\t', comma: ',', semicolon: ';' } as const;

/** Rows of equally many cells, which are trimmed. Rows without content are left out. Never throws. */
export function readTable(text: string, separator: Separator): string[][] {
  const rows = cellsOf(
    text
      .toWellFormed()
      .replace(/^\ufeff/u, '')
      .replace(/\r\n?/gu, '\n'),
    separator,
  )
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function cellsOf(text: string, separator: Separator): string[][] {
  if (separator === 'none') return text.split('\n').map((line) => [line]);
  const options = { delimiter: MARKS[separator], newline: '\n' } as const;
  const { data, errors } = Papa.parse<string[]>(text, options);
  // A quotation mark that nothing closes is no quotation: taken for one, it would swallow all that follows.
  if (errors.some(({ type }) => type === 'Quotes'))
    return Papa.parse<string[]>(text, { ...options, fastMode: true }).data;
  return data;
}

/** Spreadsheets put tabs between cells. Commas also stand in sentences: they count where every line has as many. */
export function guessSeparator(text: string): Separator {
  if (text.includes('\t')) return 'tab';
  const regular = (['semicolon', 'comma'] as const).find((separator) => {
    const rows = cellsOf(text.trim().replace(/\r\n?/gu, '\n'), separator).filter((row) =>
      row.some((cell) => cell.trim() !== ''),
    );
    const width = rows[0]?.length ?? 0;
    return rows.length > 1 && width > 1 && rows.every(({ length }) => length === width);
  });
  return regular ?? 'none';
}
