/** Answers on their way from thread to thread: as one text, thousands of values take less time than one by one. */
import type { Answer } from './graph-engine';

export interface PackedAnswer extends Omit<Answer, 'rows'> {
  /** The rows as JSON. */
  readonly rowsJson: string;
}

export function packed({ rows, ...rest }: Answer): PackedAnswer {
  return { ...rest, rowsJson: JSON.stringify(rows) };
}

export function unpacked({ rowsJson, ...rest }: PackedAnswer): Answer {
  const rows: Answer['rows'] = JSON.parse(rowsJson);
  return { ...rest, rows };
}
