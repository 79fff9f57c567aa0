/** Values where a property has another type than they come with: converted when nothing is lost. */
import { type PropertyType, type PropertyValue, valueProblem } from '../graph/values';

/** The value as one of `type`, or undefined when it has none that says the same. */
export function convertValue(value: PropertyValue, type: PropertyType): PropertyValue | undefined {
  if (valueProblem(type, value) === undefined) return value;
  const converted = converse(value, type);
  // Only what would be written as it was before has lost nothing.
  if (converted === undefined || String(converted) !== String(value)) return undefined;
  return valueProblem(type, converted) === undefined ? converted : undefined;
}

function converse(value: PropertyValue, type: PropertyType): PropertyValue | undefined {
  switch (type) {
    case 'STRING':
      return String(value);
    case 'INT64':
    case 'DOUBLE':
      return typeof value === 'string' ? Number(value) + 0 : undefined;
    case 'BOOLEAN':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'DATE':
    case 'TIMESTAMP':
      return undefined;
  }
}

/** The type of a value that comes without one. */
export function typeOfValue(value: PropertyValue): PropertyType {
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'boolean') return 'BOOLEAN';
  return Number.isSafeInteger(value) ? 'INT64' : 'DOUBLE';
}
