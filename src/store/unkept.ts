/** Changes of this person's that did not become part of the graph, and how their content can be had back. */
export interface Unkept {
  readonly id: number;
  /** What was not kept, and why, as a sentence. */
  readonly sentence: string;
  /** The content as text, for the clipboard; empty where there is none to speak of. */
  readonly content: string;
  /** A node or edge that is gone, and that could be brought back with the content in it. */
  readonly gone: string | undefined;
}

export interface UnkeptSlice {
  /** Newest last. */
  readonly unkept: readonly Unkept[];
}

/** What is said of a change before it is listed. */
export type UnkeptChange = Omit<Unkept, 'id'>;

/** The list with more on it. What is said again of the same is listed once, as the newest. */
export function withUnkept(list: readonly Unkept[], changes: readonly UnkeptChange[]): readonly Unkept[] {
  let id = list.at(-1)?.id ?? 0;
  return changes.reduce<readonly Unkept[]>((all, change) => {
    id += 1;
    return [...all.filter((other) => !isSame(other, change)), { ...change, id }];
  }, list);
}

/** Two elements may have one name: their content must not go by that alone. */
function isSame(one: UnkeptChange, other: UnkeptChange): boolean {
  if (one.sentence !== other.sentence || one.gone !== other.gone) return false;
  return one.gone !== undefined || one.content === other.content;
}
