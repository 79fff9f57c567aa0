/** Items gathered under keys that are compared by what they hold. */
import type { Cell } from './write';

export class Groups<Key, Item = readonly Cell[]> {
  readonly #groups = new Map<string, { readonly key: Key; readonly items: Item[] }>();

  add(key: Key, item: Item): void {
    const text = JSON.stringify(key);
    const group = this.#groups.get(text);
    if (group === undefined) this.#groups.set(text, { key, items: [item] });
    else group.items.push(item);
  }

  /** The groups with their keys, in the order they began. */
  *[Symbol.iterator](): Iterator<[Key, readonly Item[]]> {
    for (const { key, items } of this.#groups.values()) yield [key, items];
  }

  /** One result for each group, in the order the groups began. */
  map<Result>(make: (key: Key, items: readonly Item[]) => Result): Result[] {
    return Array.from(this, ([key, items]) => make(key, items));
  }
}
