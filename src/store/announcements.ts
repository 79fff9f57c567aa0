/** What is said to who listens instead of looking: what happened, in short sentences. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

export interface AnnouncementsSlice {
  /** Newest last. */
  readonly announcements: readonly Announcement[];
}

export const NO_ANNOUNCEMENTS: AnnouncementsSlice = { announcements: [] };

/** Kept until they are read; older ones were. */
const MOST = 4;

export function withAnnouncement(announcements: readonly Announcement[], text: string): readonly Announcement[] {
  const id = (announcements.at(-1)?.id ?? 0) + 1;
  return [...announcements, { id, text }].slice(-MOST);
}
