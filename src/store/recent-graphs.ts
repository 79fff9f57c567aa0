/** The graphs opened lately in this browser, kept in its local storage. Losing the list loses no graph. */
import { z } from 'zod';
import { parseJson } from '../shared/protocol/parse';

const KEY = 'kumiko.recent-graphs';
const MOST = 12;
/** The last moment that a date can have, in milliseconds since 1970. */
const LATEST = 8.64e15;

const recentSchema = z.array(
  z.object({ room: z.string(), title: z.string(), openedAt: z.number().min(0).max(LATEST) }),
);

/** `openedAt` is in milliseconds since 1970. */
export type RecentGraph = z.infer<typeof recentSchema>[number];

/** Newest first. Empty where the browser keeps nothing for us. */
export function recentGraphs(storage: Pick<Storage, 'getItem'>): RecentGraph[] {
  const parsed = parseJson(recentSchema, storage.getItem(KEY) ?? '[]');
  return parsed.ok ? parsed.value : [];
}

/** Puts a graph at the head of the list. */
export function rememberGraph(storage: Pick<Storage, 'getItem' | 'setItem'>, graph: RecentGraph): void {
  const others = recentGraphs(storage).filter(({ room }) => room !== graph.room);
  storage.setItem(KEY, JSON.stringify([graph, ...others].slice(0, MOST)));
}

export function forgetGraph(storage: Pick<Storage, 'getItem' | 'setItem'>, room: string): void {
  storage.setItem(KEY, JSON.stringify(recentGraphs(storage).filter((graph) => graph.room !== room)));
}
