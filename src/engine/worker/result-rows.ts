/** Turns Kuzu's values into plain JSON, by the type of the column they stand in. */

import type { PropertyType } from '../../shared/graph/values';
import type { QueryValue, Row } from '../graph-engine';
import type { RawTable } from './kuzu-database';

/** The types of the properties of a label or edge type, by name; `undefined` when there is no such type. */
export type PropertyTypes = (typeName: string) => ReadonlyMap<string, PropertyType> | undefined;

/** Says which of Kuzu's `Date` objects stand for days; all others are instants. */
type Shape =
  | { readonly of: 'plain' | 'day' | 'element' }
  | { readonly of: 'list' | 'map'; readonly item: Shape }
  | { readonly of: 'struct'; readonly fields: ReadonlyMap<string, Shape> };

const PLAIN: Shape = { of: 'plain' };
const DAY: Shape = { of: 'day' };
const ELEMENT: Shape = { of: 'element' };

/** The rows of a result as objects of plain JSON. */
export function toRows(table: RawTable, propertyTypes: PropertyTypes): Row[] {
  return toCells(table, propertyTypes).map((cells) =>
    Object.fromEntries(table.names.map((name, index) => [name, cells[index] ?? null])),
  );
}

/** The rows of a result as lists of plain JSON, in the order of the columns. */
export function toCells(table: RawTable, propertyTypes: PropertyTypes): QueryValue[][] {
  const shapes = table.types.map(shapeOf);
  return table.rows.map((row) => shapes.map((shape, index) => plain(row[index], shape, propertyTypes)));
}

function shapeOf(type: string): Shape {
  const list = /^(.*)\[\d*\]$/s.exec(type);
  if (list?.[1] !== undefined) return { of: 'list', item: shapeOf(list[1]) };
  const [, outer, inner] = /^(STRUCT|UNION|MAP)\((.*)\)$/s.exec(type) ?? [];
  if (inner !== undefined) {
    const parts = topLevelParts(inner);
    if (outer === 'MAP') return { of: 'map', item: shapeOf(parts[1] ?? '') };
    // A field's name may have spaces, its type has none outside parentheses. A name with a comma is not understood.
    const fields = parts.map((part) => {
      const [, name = '', fieldType = ''] = /^(.*?) ((?:[A-Z_\d]+)(?:\(.*\))?(?:\[\d*\])*)$/s.exec(part) ?? [];
      return [name, shapeOf(fieldType)] as const;
    });
    return { of: 'struct', fields: new Map(fields) };
  }
  if (type === 'DATE') return DAY;
  return type === 'NODE' || type === 'REL' || type === 'RECURSIVE_REL' ? ELEMENT : PLAIN;
}

/** Splits at the commas that stand outside parentheses. */
function topLevelParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 2;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function plain(value: unknown, shape: Shape, propertyTypes: PropertyTypes): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Number) return plain(value.valueOf(), shape, propertyTypes);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return shape.of === 'day' ? dayOf(value) : value.toISOString();
  if (value instanceof Uint8Array)
    return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (Array.isArray(value)) {
    const item = shape.of === 'list' ? shape.item : shape.of === 'element' ? ELEMENT : PLAIN;
    return value.map((element) => plain(element, item, propertyTypes));
  }
  if (typeof value !== 'object') throw new Error(`Bug: a result holds a ${typeof value}`);
  const fieldShape = shapesOfFields(value, shape, propertyTypes);
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, plain(field, fieldShape(key), propertyTypes)]),
  );
}

function dayOf(date: Date): string {
  const iso = date.toISOString();
  return iso.slice(0, iso.indexOf('T'));
}

function shapesOfFields(value: object, shape: Shape, propertyTypes: PropertyTypes): (key: string) => Shape {
  switch (shape.of) {
    case 'struct':
      return (key) => shape.fields.get(key) ?? PLAIN;
    case 'map':
      return () => shape.item;
    case 'element': {
      // A path holds lists of elements; a node or edge names its label or edge type, which types its properties.
      if (!('_label' in value)) return () => ELEMENT;
      const types = propertyTypes(String(value._label));
      return (key) => (types?.get(key) === 'DATE' ? DAY : PLAIN);
    }
    default:
      return () => PLAIN;
  }
}
