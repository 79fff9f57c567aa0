/** What a session tells, as writes to rows; and how they become one transaction. */
import type { ClientPatch } from '../shared/protocol/client-messages';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import { type Database, keysOf, type RowKey, type Transaction, transact } from './database';
import type { ConfirmedGraph, PatchName, PatchQueue } from './room-copy';

/** Something that happened, which the copy must hold. */
export type Change =
  | { readonly type: 'queue'; readonly clientId: string; readonly patch: ClientPatch }
  | { readonly type: 'requeue'; readonly queue: PatchQueue }
  | { readonly type: 'settle'; readonly names: readonly PatchName[] }
  | { readonly type: 'tail'; readonly roomEpoch: string; readonly patches: readonly AcceptedPatch[] }
  | { readonly type: 'base'; readonly confirmed: ConfirmedGraph };

type RoomStore = 'base' | 'tail' | 'queue';
export type Write =
  | { readonly type: 'put'; readonly store: RoomStore; readonly key: RowKey; readonly text: string }
  | { readonly type: 'delete'; readonly store: RoomStore; readonly keys: RowKey | IDBKeyRange };

/** A base that takes the place of the tail up to its version. */
export interface Compaction {
  readonly roomEpoch: string;
  readonly version: number;
  /** The graph as JSON. */
  readonly text: string;
}

export function toWrites(room: string, change: Change): Write[] {
  switch (change.type) {
    case 'queue':
      return [queueRow(room, change.clientId, change.patch)];
    case 'requeue': {
      const { clientId, patches } = change.queue;
      return [
        { type: 'delete', store: 'queue', keys: keysOf(room, clientId) },
        ...patches.map((patch) => queueRow(room, clientId, patch)),
      ];
    }
    case 'settle':
      return change.names.map(({ clientId, seq }) => ({ type: 'delete', store: 'queue', keys: [room, clientId, seq] }));
    case 'tail':
      return change.patches.map((patch) => ({
        type: 'put',
        store: 'tail',
        key: [room, change.roomEpoch, patch.serverVersion],
        text: JSON.stringify(patch),
      }));
    case 'base':
      return [...baseRow(room, toCompaction(change.confirmed)), { type: 'delete', store: 'tail', keys: keysOf(room) }];
  }
}

export function toCompaction({ roomEpoch, version, graph }: ConfirmedGraph): Compaction {
  return { roomEpoch, version, text: JSON.stringify(graph) };
}

/**
 * Writes all of it in one transaction, in this order.
 * Patches that wait are on the disk when it resolves (`strict`): nobody else has them, and one flush for a turn's
 * patches, with all that comes meanwhile in the next one, is little. The rest may be lost when the power fails
 * (`relaxed`): the server has it, and a settled patch that waits again is only sent again.
 */
export async function writeRows(
  database: Database,
  room: string,
  writes: readonly Write[],
  compaction: Compaction | undefined,
): Promise<void> {
  const queues = writes.some(({ type, store }) => type === 'put' && store === 'queue');
  const work = async (transaction: Transaction<'readwrite'>) => {
    const requests = writes.map((write) => request(transaction, write));
    if (compaction !== undefined) requests.push(compact(transaction, room, compaction));
    // All is said: the browser can finish this even when the tab is closed now.
    else transaction.commit();
    await Promise.all(requests);
  };
  await transact(database, ['base', 'tail', 'queue'], 'readwrite', work, queues ? 'strict' : 'relaxed');
}

/** Another tab of the room may have done it already, or may have gone on to a room that was made anew: then nothing. */
async function compact(transaction: Transaction<'readwrite'>, room: string, compaction: Compaction): Promise<void> {
  const { roomEpoch, version } = compaction;
  const kept = await transaction.objectStore('base').getKey(keysOf(room));
  if (kept !== undefined && (kept[1] !== roomEpoch || kept[2] >= version)) return;
  const covered = IDBKeyRange.bound([room, roomEpoch], [room, roomEpoch, version]);
  const writes: Write[] = [...baseRow(room, compaction), { type: 'delete', store: 'tail', keys: covered }];
  await Promise.all(writes.map((write) => request(transaction, write)));
}

function request(transaction: Transaction<'readwrite'>, write: Write): Promise<unknown> {
  const store = transaction.objectStore(write.store);
  return write.type === 'put' ? store.put(write.text, write.key) : store.delete(write.keys);
}

function queueRow(room: string, clientId: string, { seq, ops }: ClientPatch): Write {
  return { type: 'put', store: 'queue', key: [room, clientId, seq], text: JSON.stringify(ops) };
}

function baseRow(room: string, { roomEpoch, version, text }: Compaction): Write[] {
  return [
    { type: 'delete', store: 'base', keys: keysOf(room) },
    { type: 'put', store: 'base', key: [room, roomEpoch, version], text },
  ];
}
