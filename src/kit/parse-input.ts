/** What a person typed into a property's field, made into a value, or into a sentence that says what is wrong. */
import { type PropertyType, type PropertyValue, valueProblem } from '../shared/graph/values';

export type ParsedInput =
  | { readonly ok: true; readonly value: PropertyValue }
  | { readonly ok: false; readonly problem: string };

function typedValue(type: PropertyType, typed: string): PropertyValue {
  switch (type) {
    case 'STRING':
      return typed.toWellFormed();
    case 'INT64':
    case 'DOUBLE': {
      const text = typed.trim().replace('−', '-').replace(',', '.');
      return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/iu.test(text) ? Number(text) + 0 : Number.NaN;
    }
    case 'BOOLEAN':
      return typed === 'true';
    case 'DATE':
      return typed;
    case 'TIMESTAMP': {
      // The field gives local time; what is kept is the instant, in UTC.
      const time = new Date(typed).getTime();
      return Number.isNaN(time) ? typed : new Date(time).toISOString();
    }
  }
}

export function parseInput(type: PropertyType, typed: string): ParsedInput {
  const value = typedValue(type, typed);
  const problem = valueProblem(type, value);
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}

/** A value as the field shows it for editing; the empty text when it is not set. */
export function inputText(type: PropertyType, value: PropertyValue | undefined): string {
  if (value === undefined) return '';
  if (type !== 'TIMESTAMP') return String(value);
  const time = new Date(String(value));
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

/** The kind of `<input>` a type is edited in. Numbers are text fields: a number field hides what it cannot read. */
export function inputKind(type: PropertyType): { type: string; inputMode?: 'numeric' | 'decimal'; step?: number } {
  switch (type) {
    case 'INT64':
      return { type: 'text', inputMode: 'numeric' };
    case 'DOUBLE':
      return { type: 'text', inputMode: 'decimal' };
    case 'DATE':
      return { type: 'date' };
    case 'TIMESTAMP':
      return { type: 'datetime-local', step: 1 };
    default:
      return { type: 'text' };
  }
}
