/** The queries that were run on a graph in this browser, kept in its local storage. */
import { z } from 'zod';
import { parseJson } from '../shared/protocol/parse';

const MOST = 50;
/** What is longer is not worth its room in the browser's storage. */
const LONGEST = 10_000;

export type HistoryStorage = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (room: string) => `kumiko.queries.${room}`;

/** The latest first. */
export function queryHistory(storage: HistoryStorage, room: string): readonly string[] {
  const parsed = parseJson(z.array(z.string()), storage.getItem(keyOf(room)) ?? '[]');
  return parsed.ok ? parsed.value : [];
}

/** Puts a query at the head; one that was there moves up. @returns the history with it */
export function rememberQuery(storage: HistoryStorage, room: string, query: string): readonly string[] {
  const before = queryHistory(storage, room);
  if (query.length > LONGEST) return before;
  const next = [query, ...before.filter((other) => other !== query)].slice(0, MOST);
  storage.setItem(keyOf(room), JSON.stringify(next));
  return next;
}
