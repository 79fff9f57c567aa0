/** Short messages to the person: what went wrong, what was done, and what can be done about it. */

/** A button of a message. */
export interface NoticeAction {
  readonly words: string;
  readonly run: () => void;
  /** Whether it changes the graph: then it is not offered to who may only view. */
  readonly changes: boolean;
}

/** What is to be said. */
export interface Message {
  readonly text: string;
  /** Goes by itself after a while. What went wrong stays until it is put away, and so does what is offered only once. */
  readonly passing?: boolean;
  readonly action?: NoticeAction | undefined;
  /** What it is about: a newer message about the same takes its place. */
  readonly topic?: string;
}

export interface Notice extends Message {
  readonly id: number;
}

export interface NoticesSlice {
  readonly notices: readonly Notice[];
}

/** Notices kept at once; those that pass, and then older ones, make room. */
const MOST = 4;

export function withNotice(notices: readonly Notice[], message: Message): readonly Notice[] {
  const { text, topic } = message;
  const others = notices.filter((notice) => notice.text !== text && (topic === undefined || notice.topic !== topic));
  const id = (notices.at(-1)?.id ?? 0) + 1;
  const all = [...others, { ...message, id }];
  if (all.length <= MOST) return all;
  const leaving = others.find(({ passing }) => passing === true) ?? others[0];
  return all.filter((notice) => notice !== leaving);
}
