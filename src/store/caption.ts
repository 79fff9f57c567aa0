/** How elements are named to people. */
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { RowProperties } from './rows';

/** The property that serves as caption: the one the style names, else the first text property. */
export function captionKey(type: ElementType | undefined): string | undefined {
  if (type === undefined) return undefined;
  return namedCaption(type) ?? [...type.properties.values()].find((property) => property.type === 'STRING')?.name;
}

/** The property that the style names. */
export function namedCaption(type: ElementType | undefined): string | undefined {
  const named = type?.style.caption;
  return named === undefined ? undefined : type?.properties.get(foldName(named))?.name;
}

/** The caption of an element, or undefined where it has none. */
export function captionOf(type: ElementType | undefined, properties: RowProperties): string | undefined {
  return captionIn(properties, captionKey(type));
}

/** What the property says that serves as caption. */
export function captionIn(properties: RowProperties, key: string | undefined): string | undefined {
  const value = key === undefined ? undefined : properties[key];
  return value === undefined || value === '' ? undefined : String(value);
}
