/**
 * What the layers below the page, and the server, say in English, in the page's language. They know no languages: their
 * sentences, and what fills them, are found again by their English form (`en/errors.ts`).
 */
import i18next from 'i18next';
import { errors } from './en/errors';
import { t } from './i18n';

type Key = keyof typeof errors.said;
type Code = keyof typeof errors.code;

interface Pattern {
  readonly key: Key;
  readonly pattern: RegExp;
  /** How much of the sentence is the same each time: of two that fit, the more particular one is meant. */
  readonly fixed: number;
}

/** What may itself be a sentence or word of ours, and not what someone typed. */
const OURS: ReadonlySet<string> = new Set(['reason', 'type']);
const FILLED = /\{\{(\w+)\}\}/gu;

const isKey = (key: string): key is Key => key in errors.said;
const isCode = (code: string): code is Code => Object.hasOwn(errors.code, code);

const PATTERNS: readonly Pattern[] = Object.entries(errors.said)
  .flatMap(([key, sentence]) => (isKey(key) ? [patternOf(key, sentence)] : []))
  .sort((one, other) => other.fixed - one.fixed);

function patternOf(key: Key, sentence: string): Pattern {
  const source = sentence
    .split(FILLED)
    // What is split by comes at every other place: the names of what fills it.
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>.*)` : part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')))
    .join('');
  return { key, pattern: new RegExp(`^${source}$`, 'su'), fixed: sentence.replace(FILLED, '').length };
}

/**
 * A sentence of the layers below or of the server, for the person.
 * @param reason in English
 * @param code the name that it came with, for where the sentence itself is not known
 * @returns the sentence in the page's language; as it came where it cannot be said better
 */
export function said(reason: string, code = ''): string {
  if (i18next.language === 'en') return reason;
  for (const { key, pattern } of PATTERNS) {
    const found = pattern.exec(reason);
    if (found === null) continue;
    const filled: Record<string, string> = {};
    for (const [name, text] of Object.entries(found.groups ?? {})) filled[name] = OURS.has(name) ? said(text) : text;
    return t(`errors:said.${key}`, { replace: filled });
  }
  return isCode(code) ? t(`errors:code.${code}`, { reason }) : reason;
}

/** What to tell the person of an error whose message is a sentence for people. */
export function saidOf(error: Error): string {
  return said(error.message, 'code' in error && typeof error.code === 'string' ? error.code : '');
}
