/** An element as the index keeps it. */
import { folded } from './fold';
import type { SearchedElement } from './search-answer';

/** Its texts are folded, the caption's first: it is what people see of it anyway. */
export interface Filed extends SearchedElement {
  /** What it is called; empty where it has no name. */
  readonly name: string;
  /** The same for those of one label or edge type. */
  readonly typeKey: string;
}

export function fileOf(element: SearchedElement): Filed {
  const all = element.texts.map(([property, text]) => [property, folded(text)] as const);
  const captions = all.filter(([property]) => property === element.caption);
  const texts = captions.length === 0 ? all : [...captions, ...all.filter((each) => !captions.includes(each))];
  const name = captions[0]?.[1] ?? '';
  return { ...element, texts, name, typeKey: `${element.kind} ${element.type}` };
}

/** Whether searches cannot tell them apart. */
export function isSame(one: Filed, other: Filed | undefined): boolean {
  return (
    other !== undefined &&
    one.typeKey === other.typeKey &&
    one.caption === other.caption &&
    one.texts.length === other.texts.length &&
    one.texts.every(([property, text], at) => property === other.texts[at]?.[0] && text === other.texts[at]?.[1])
  );
}
