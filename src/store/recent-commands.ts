/** What the person chose lately in the command palette, kept in the browser's local storage. */
import { z } from 'zod';
import { parseJson } from '../shared/protocol/parse';

const KEY = 'kumiko.recent-commands';
const MOST = 5;

/** Ids, the latest first. Some may mean nothing here: labels of other graphs, commands of other versions. */
export function recentCommands(storage: Pick<Storage, 'getItem'>): readonly string[] {
  const parsed = parseJson(z.array(z.string()), storage.getItem(KEY) ?? '[]');
  return parsed.ok ? parsed.value : [];
}

/** Puts an id at the head of the list. */
export function rememberCommand(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  const others = recentCommands(storage).filter((other) => other !== id);
  storage.setItem(KEY, JSON.stringify([id, ...others].slice(0, MOST)));
}
