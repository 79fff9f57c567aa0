/** Makes a room out of a graph, by ordinary patches from a client of its own. */
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { Graph } from '../../src/shared/graph/graph';
import type { Op } from '../../src/shared/graph/ops';
import { mintClientId, newClientSecret } from '../../src/shared/protocol/client-ids';
import { AdminError, type AdminPort, type ImportedPatch } from './admin-port';

/** Characters of ops that are handed over at once. */
const CHARACTERS = 1_000_000;

export interface ImportedRoom {
  readonly room: string;
  /** Of a link for its owner. */
  readonly key: string;
}

/**
 * @param patches make a graph out of nothing
 * @throws AdminError when they do not: no room is made then
 */
export async function importGraph(port: AdminPort, patches: Iterable<readonly Op[]>): Promise<ImportedRoom> {
  const graph = new Graph();
  const texts = Array.from(patches, (ops) => applied(graph, ops));
  const room = await port.beginImport();
  const clientId = mintClientId(newClientSecret());
  for (const some of inParts(texts)) await port.addPatches(room, clientId, some);
  const detail = `From a file with ${graph.count('node')} nodes and ${graph.count('edge')} edges.`;
  return { room, key: await port.finishImport(room, detail) };
}

/** The ops as JSON, once they have been applied. */
function applied(graph: Graph, ops: readonly Op[]): string {
  const outcome = applyPatch(graph, ops);
  if (outcome.status === 'refused') throw new AdminError(`The file is not a graph that can be made: ${outcome.reason}`);
  const skipped = outcome.skipped[0];
  if (skipped === undefined) return JSON.stringify(ops);
  throw new AdminError(
    skipped.reason === 'exists'
      ? 'The file has two nodes or two edges of one id.'
      : 'The file has an edge that begins or ends at a node that is not in it.',
  );
}

function* inParts(texts: readonly string[]): Generator<readonly ImportedPatch[], void, undefined> {
  let part: ImportedPatch[] = [];
  let characters = 0;
  for (const ops of texts) {
    part.push({ ops });
    characters += ops.length;
    if (characters < CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
