import type { PropertyType, PropertyValue } from '../shared/graph/values';

const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });

/** A value as people read it, in their own way of writing numbers and times. */
export function formatValue(type: PropertyType, value: PropertyValue): string {
  switch (type) {
    case 'BOOLEAN':
      return value ? 'yes' : 'no';
    case 'INT64':
    case 'DOUBLE':
      return number.format(Number(value));
    case 'TIMESTAMP':
      return dateAndTime.format(new Date(String(value)));
    case 'STRING':
    case 'DATE':
      return String(value);
  }
}
