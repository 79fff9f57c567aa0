/** JSON text as a tree that may also hold what is no JSON: leaves are raw text, and a key may come twice. */
import { assert } from '../../src/shared/assert';

export type JsonTree =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, JsonTree])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  /** `text` stands in the JSON as it is. */
  | { readonly kind: 'leaf'; readonly text: string };

/** One part of a tree, and where it is. */
export interface Place {
  readonly tree: JsonTree;
  /** Indexes into entries and items, from the root down. */
  readonly path: readonly number[];
  /** The key it is under; of an array's item, the key of the array. Empty for the root. */
  readonly key: string;
  /** The key of the object around it. */
  readonly parent: string;
}

export const leaf = (text: string): JsonTree => ({ kind: 'leaf', text });

/** The tree of a value that JSON can hold. Fields that are `undefined` are left out. */
export function treeOf(value: unknown): JsonTree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return leaf(JSON.stringify(value));
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return { kind: 'object', entries: entries.map(([key, field]) => [key, treeOf(field)]) };
}

export function jsonText(tree: JsonTree): string {
  if (tree.kind === 'leaf') return tree.text;
  if (tree.kind === 'array') return `[${tree.items.map(jsonText).join()}]`;
  return `{${tree.entries.map(([key, field]) => `${JSON.stringify(key)}:${jsonText(field)}`).join()}}`;
}

/** All parts of a tree, the root first. */
export function placesIn(root: JsonTree): Place[] {
  const found: Place[] = [];
  const visit = (place: Place) => {
    found.push(place);
    const { tree, path, key, parent } = place;
    if (tree.kind === 'array') {
      for (const [index, item] of tree.items.entries()) visit({ tree: item, path: [...path, index], key, parent });
    } else if (tree.kind === 'object') {
      for (const [index, [name, field]] of tree.entries.entries()) {
        visit({ tree: field, path: [...path, index], key: name, parent: key });
      }
    }
  };
  visit({ tree: root, path: [], key: '', parent: '' });
  return found;
}

/** The tree with another part at a path. */
export function replaceAt(tree: JsonTree, path: readonly number[], part: JsonTree): JsonTree {
  const [index, ...rest] = path;
  if (index === undefined) return part;
  assert(tree.kind !== 'leaf', 'a path leads into a leaf');
  if (tree.kind === 'array') {
    return { kind: 'array', items: tree.items.map((item, at) => (at === index ? replaceAt(item, rest, part) : item)) };
  }
  const entries = tree.entries.map(
    ([key, field], at) => [key, at === index ? replaceAt(field, rest, part) : field] as const,
  );
  return { kind: 'object', entries };
}
