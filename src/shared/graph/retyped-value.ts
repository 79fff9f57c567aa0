/**
 * What a value becomes when its property is given another type. Part of the meaning of `set_property_type`, which is
 * replayed from logs for ever: what this returns for a value and a type must never change (SPEC.md, A7).
 */
import { type PropertyType, type PropertyValue, valueProblem } from './values';

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const TRUTHS: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };
const MIDNIGHT = 'T00:00:00.000Z';

/** The value as one of `type`, or undefined when it does not fit. Of a date and time the date alone remains. */
export function retypedValue(value: PropertyValue, type: PropertyType): PropertyValue | undefined {
  if (valueProblem(type, value) === undefined) return value;
  const retyped = retype(typeof value === 'string' ? value.trim() : value, type);
  return retyped === undefined || valueProblem(type, retyped) !== undefined ? undefined : retyped;
}

function retype(value: PropertyValue, type: PropertyType): PropertyValue | undefined {
  switch (type) {
    case 'STRING':
      return String(value);
    case 'INT64':
    case 'DOUBLE':
      if (typeof value === 'boolean') return value ? 1 : 0;
      return typeof value === 'string' && NUMBER.test(value) ? Number(value) + 0 : undefined;
    case 'BOOLEAN': {
      const text = String(value).toLowerCase();
      return Object.hasOwn(TRUTHS, text) ? TRUTHS[text] : undefined;
    }
    case 'DATE':
      return typeof value === 'string' && valueProblem('TIMESTAMP', value) === undefined
        ? value.slice(0, 'YYYY-MM-DD'.length)
        : value;
    case 'TIMESTAMP':
      return typeof value === 'string' ? `${value}${MIDNIGHT}` : undefined;
  }
}
