/** A room's state as its storage tells it: the latest snapshot, and the log after it replayed. */
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import { compiledOps } from './compiled-schemas';
import { unpackSnapshot } from './packed-snapshot';
import type { RoomRecord, Storage } from './storage/storage';

export interface RoomState {
  readonly id: string;
  readonly epoch: string;
  /** The graph at `version`. */
  readonly graph: Graph;
  readonly version: number;
  /** The latest stored snapshot; version 0 with 0 bytes is the empty graph, of which none is stored. */
  readonly base: { readonly version: number; readonly bytes: number };
  /** Bytes of the ops logged after `base`. */
  readonly tailBytes: number;
}

/** What is stored of a room contradicts itself or cannot be read. The room must not be opened. */
export class DamagedRoomError extends Error {
  override readonly name = 'DamagedRoomError';
}

/**
 * Loads a room. Its log must follow its snapshot without a gap, and every patch in it must still be accepted.
 * @throws DamagedRoomError when that is not so; never returns less than what was acknowledged
 */
export function loadRoom(storage: Storage, { id, epoch }: RoomRecord): RoomState {
  try {
    const snapshot = storage.latestSnapshot(id);
    const base = snapshot && { ...unpackSnapshot(snapshot.gzip), version: snapshot.version };
    const graph = base?.graph ?? new Graph();
    let version = base?.version ?? 0;
    let tailBytes = 0;
    for (const patch of storage.patchesAfter(id, version)) {
      if (patch.version !== version + 1) throw new Error(`version ${version + 1} is missing in the log`);
      const outcome = applyPatch(graph, compiledOps.parse(JSON.parse(patch.ops)));
      if (outcome.status === 'refused') throw new Error(`version ${patch.version} is refused (${outcome.code})`);
      version = patch.version;
      tailBytes += Buffer.byteLength(patch.ops);
    }
    if (version === 0 && storage.hasAccepted(id)) throw new Error('all that was accepted is missing');
    return { id, epoch, graph, version, base: { version: base?.version ?? 0, bytes: base?.bytes ?? 0 }, tailBytes };
  } catch (cause) {
    throw new DamagedRoomError(`The stored data of room ${id} is damaged.`, { cause });
  }
}
