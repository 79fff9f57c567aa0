/** A room's graph through the port: the latest snapshot, and the log after it replayed. */
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { Graph } from '../../src/shared/graph/graph';
import { compiledOps } from '../compiled-schemas';
import { unpackSnapshot } from '../packed-snapshot';
import type { LoggedPatch } from '../storage/storage';
import { AdminError, type AdminPort, type RoomFacts } from './admin-port';

export interface ReadGraph {
  readonly graph: Graph;
  readonly version: number;
  /** Patches in the log, and bytes of their ops as JSON, that were read after the snapshot. */
  readonly replayed: { readonly patches: number; readonly bytes: number };
}

/** What is logged after a version and up to another, in order, as far as it is there. */
export async function* patchesBetween(
  port: Pick<AdminPort, 'patches'>,
  room: string,
  after: number,
  upTo: number,
): AsyncGenerator<LoggedPatch, void, undefined> {
  let last = after;
  while (last < upTo) {
    const page = await port.patches(room, last);
    if (page.length === 0) return;
    for (const patch of page) {
      if (patch.version > upTo) return;
      yield patch;
      last = patch.version;
    }
  }
}

/**
 * Reads a graph as it was when the facts were read, or somewhat later.
 * @throws AdminError when what is stored of it is damaged
 */
export async function readGraph(port: AdminPort, facts: RoomFacts): Promise<ReadGraph> {
  const latest = facts.snapshots.at(-1)?.version ?? 0;
  const packed = latest === 0 ? undefined : await port.snapshot(facts.id, latest);
  if (latest > 0 && packed === undefined) {
    // A newer one took its place between two questions.
    const newer = await port.room(facts.id);
    if (newer !== undefined && (newer.snapshots.at(-1)?.version ?? 0) > latest) return readGraph(port, newer);
    throw damaged(facts.id);
  }
  try {
    const graph = packed === undefined ? new Graph() : unpackSnapshot(packed).graph;
    let version = latest;
    let bytes = 0;
    for await (const patch of patchesBetween(port, facts.id, latest, facts.version)) {
      if (patch.version !== version + 1) throw damaged(facts.id);
      const outcome = applyPatch(graph, compiledOps.parse(JSON.parse(patch.ops)));
      if (outcome.status === 'refused') throw damaged(facts.id);
      version = patch.version;
      bytes += Buffer.byteLength(patch.ops);
    }
    if (version !== facts.version) throw damaged(facts.id);
    return { graph, version, replayed: { patches: version - latest, bytes } };
  } catch (error) {
    if (error instanceof AdminError) throw error;
    throw damaged(facts.id, error);
  }
}

function damaged(room: string, cause?: unknown): AdminError {
  return new AdminError(`What is stored of the graph ${room} is damaged. The command "verify ${room}" says where.`, {
    cause,
  });
}
