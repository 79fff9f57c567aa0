/** Where in a query the database found something wrong, as far as its message says. */
import { blanked } from '../shared/cypher/cypher-text';

/** From the first character to the one after the last. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const AT = /\(line: (\d+), offset: (\d+)\)/u;
/** Messages that name what they are about. */
const NAMING: readonly RegExp[] = [
  /Cannot find property (?<name>.+) for .+\./u,
  /Table (?<name>.+) does not exist\./u,
  /Variable (?<name>.+) is not in scope\./u,
  /function (?<name>.+) does not exist\./iu,
  /Function (?<name>\w+) did not receive correct arguments/u,
];

/** @returns undefined where the message does not say */
export function problemPlace(message: string, query: string): Place | undefined {
  const [, line, offset] = AT.exec(message) ?? [];
  if (line !== undefined && offset !== undefined) return placeAt(query, Number(line), Number(offset));
  for (const naming of NAMING) {
    const name = naming.exec(message)?.groups?.['name'];
    if (name !== undefined) return placeOfName(query, name);
  }
  return undefined;
}

/** @param line counted from 1 @param offset in the line, in characters as people count them */
function placeAt(query: string, line: number, offset: number): Place {
  const lines = query.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from = Math.min(start + [...(lines[line - 1] ?? '')].slice(0, offset).join('').length, query.length);
  const word = /^(?:[\p{L}\p{N}_]+|[\s\S])/u.exec(query.slice(from))?.[0] ?? '';
  // At its end there is nothing to mark but what comes before.
  const end = query.trimEnd().length;
  return from >= end ? { from: Math.max(0, end - 1), to: end } : { from, to: from + word.length };
}

/** Where a name stands last: what comes first is usually what defines it. */
function placeOfName(query: string, name: string): Place | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const found = [
    ...blanked(query, { keepNames: true }).matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}_])\`?${escaped}\`?(?![\\p{L}\\p{N}_])`, 'giu'),
    ),
  ].at(-1);
  return found === undefined ? undefined : { from: found.index, to: found.index + found[0].length };
}
