/**
 * The keys to graphs that this browser has, in its local storage: for each graph one, the strongest that was ever let in by
 * here. Whoever can read this storage can open those graphs, as they could with the links themselves.
 */
import { z } from 'zod';
import { roleSchema } from '../../shared/access';
import { linkKeySchema } from '../../shared/protocol/links';
import { parseJson } from '../../shared/protocol/parse';

const entrySchema = z.object({
  /** Left out where the person is let in without, as an identity provider knows them. */
  key: linkKeySchema.optional(),
  /** What the person might do when they were last here by that key. */
  role: roleSchema.optional(),
  /** A key that came with an address, and that nobody was let in by yet. */
  offered: linkKeySchema.optional(),
});
export type RingEntry = z.infer<typeof entrySchema>;

export type RingStorage = Pick<Storage, 'getItem' | 'setItem'>;

const nameOf = (room: string) => `kumiko.key.${room}`;

/** Empty where nothing is known of the room. */
export function ringEntry(storage: RingStorage, room: string): RingEntry {
  const parsed = parseJson(entrySchema, storage.getItem(nameOf(room)) ?? '{}');
  return parsed.ok ? parsed.value : {};
}

export function putRingEntry(storage: RingStorage, room: string, entry: RingEntry): void {
  storage.setItem(nameOf(room), JSON.stringify(entry));
}
