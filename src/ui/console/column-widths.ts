/** How wide the columns of a table are: as their first values need it, within bounds. */
import type { Answer, QueryValue } from '../../engine/graph-engine';

const LOOKED_AT = 100;
const [NARROWEST, WIDEST] = [6, 38];

/** As the tracks of a CSS grid. @param text a value as it is shown */
export function columnWidths({ columns, rows }: Answer, text: (value: QueryValue) => string): string {
  return columns
    .map(({ name }, index) => {
      const longest = rows
        .slice(0, LOOKED_AT)
        .reduce((most, row) => Math.max(most, breadth(text(row[index] ?? null))), breadth(name) + 3);
      // Chips and padding take some room of their own.
      const width = Math.min(WIDEST, Math.max(NARROWEST, longest)) + 4;
      // By shares of what they need: shares alike would make all of them as wide as the widest.
      return `minmax(${width}ch, ${width}fr)`;
    })
    .join(' ');
}

/** Letters of East Asian scripts are as wide as two others. */
function breadth(text: string): number {
  return text.length + (text.match(/[\u1100-\u11ff\u2e80-\uffdc]/gu)?.length ?? 0);
}
