/** Property types and their values, as they are on the wire, in the log and in the replica (SPEC.md, V1). */
import { LIMITS } from '../limits';

export const PROPERTY_TYPES = ['STRING', 'INT64', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP'] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

/**
 * STRING: well-formed text. INT64: a safe integer (|n| ≤ 2^53 − 1, what JSON carries exactly). DOUBLE: a finite number.
 * BOOLEAN: true or false. DATE: `YYYY-MM-DD`. TIMESTAMP: `YYYY-MM-DDTHH:mm:ss.sssZ`, always UTC.
 */
export type PropertyValue = string | number | boolean;

/** Types as people read them. */
export const TYPE_WORDS: Readonly<Record<PropertyType, string>> = {
  STRING: 'text',
  INT64: 'whole number',
  DOUBLE: 'decimal number',
  BOOLEAN: 'yes/no',
  DATE: 'date',
  TIMESTAMP: 'date and time',
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isRealInstant(iso: string): boolean {
  const time = Date.parse(iso);
  // `Date.parse` rolls 31 February over into March, so the text must come back as it was. Year 0 is not a date here.
  return !Number.isNaN(time) && new Date(time).toISOString() === iso && !iso.startsWith('0000');
}

/** Says in words why `value` is not a value of `type`; `undefined` when it is. */
export function valueProblem(type: PropertyType, value: PropertyValue): string | undefined {
  switch (type) {
    case 'STRING':
      if (typeof value !== 'string') return 'It must be text.';
      if (value.length > LIMITS.textLength) return `It can have at most ${LIMITS.textLength} characters.`;
      return value.isWellFormed() ? undefined : 'It has a broken character in it.';
    case 'INT64':
      return Number.isSafeInteger(value)
        ? undefined
        : 'It must be a whole number between −9007199254740991 and 9007199254740991.';
    case 'DOUBLE':
      return Number.isFinite(value) ? undefined : 'It must be a number.';
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : 'It must be yes or no.';
    case 'DATE':
      return typeof value === 'string' && DATE.test(value) && isRealInstant(`${value}T00:00:00.000Z`)
        ? undefined
        : 'It must be a date such as 2026-01-31.';
    case 'TIMESTAMP':
      return typeof value === 'string' && TIMESTAMP.test(value) && isRealInstant(value)
        ? undefined
        : 'It must be a date and time such as 2026-01-31T09:30:00.000Z.';
  }
}
