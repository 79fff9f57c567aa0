/** An answer as text for other programs. */
import type { Answer, QueryValue } from '../engine/graph-engine';
import { plainly } from './answer-elements';

/** As RFC 4180 has it, with a line of column names. */
export function toCsv({ columns, rows }: Answer): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map(csvValue))];
  return lines.map((line) => line.map(csvField).join(',')).join('\r\n');
}

function csvValue(value: QueryValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(plainly(value)) : String(value);
}

function csvField(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list of objects, one for each row. */
export function toJson({ columns, rows }: Answer): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, plainly(row[index] ?? null)])),
  );
  return JSON.stringify(objects, undefined, 2);
}

/** How the database goes about a query, as it draws it. */
export function planText({ rows }: Answer): string {
  return rows.map(([text]) => String(text ?? '')).join('\n');
}
