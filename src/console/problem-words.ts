/** What the database says is wrong with a query, in words for people. */
import { t } from '../i18n/i18n';
import { said } from '../i18n/said';
import { isolated } from '../kit/bidi';

type Key = 'property' | 'table' | 'variable' | 'function' | 'arguments' | 'cast' | 'divide' | 'endsEarly' | 'syntax';

/** The first that fits counts; what their groups find fills the sentence. */
const KNOWN: readonly (readonly [RegExp, Key])[] = [
  [/Cannot find property (?<name>.+) for (?<variable>.+)\./u, 'property'],
  [/Table (?<name>.+) does not exist\./u, 'table'],
  [/Variable (?<name>.+) is not in scope\./u, 'variable'],
  [/function (?<name>.+) does not exist\./u, 'function'],
  [/Function (?<name>\S+) did not receive correct arguments:\s*Actual:\s*\((?<actual>.*)\)/u, 'arguments'],
  [/Could not convert "(?<value>.*)" to (?<type>\w+)/u, 'cast'],
  [/Divide by zero/u, 'divide'],
  [/^Parser exception: [\s\S]*<EOF>/u, 'endsEarly'],
  [/^Parser exception:/u, 'syntax'],
];

/** @returns the sentence, and what the database said where that is something else */
export function problemWords(reason: string): { readonly sentence: string; readonly original: string | undefined } {
  for (const [pattern, key] of KNOWN) {
    const found = pattern.exec(reason);
    if (found === null) continue;
    const filled = Object.entries(found.groups ?? {}).map(([name, text]) => [name, isolated(text)] as const);
    return { sentence: t(`console:problem.${key}`, { replace: Object.fromEntries(filled) }), original: reason };
  }
  return { sentence: said(reason), original: undefined };
}
