/** Short messages to the person: what went wrong, in words. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

export interface NoticesSlice {
  readonly notices: readonly Notice[];
}

/** Notices kept at once; older ones make room. */
const MOST = 4;

export function withNotice(notices: readonly Notice[], text: string): readonly Notice[] {
  const others = notices.filter((notice) => notice.text !== text);
  const id = (notices.at(-1)?.id ?? 0) + 1;
  return [...others, { id, text }].slice(-MOST);
}
