/** Snapshots as they are stored and sent: `GraphColumns` as JSON, gzip'd. What was stored before is `GraphSnapshot`. */
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { readGraph, toColumns } from '../src/shared/graph/columns';
import type { Graph } from '../src/shared/graph/graph';

const gzipAsync = promisify(gzip);

export interface PackedSnapshot {
  readonly gzip: Uint8Array;
  /** UTF-8 bytes of the JSON. */
  readonly bytes: number;
}

/** Packs the graph as it is now: what happens to it while this runs has no effect. The compression runs on a thread. */
export async function packSnapshot(graph: Graph): Promise<PackedSnapshot> {
  const json = Buffer.from(JSON.stringify(toColumns(graph)));
  return { gzip: await gzipAsync(json), bytes: json.byteLength };
}

/** The graph of a packed snapshot. Throws when the bytes are not one. */
export function unpackSnapshot(packed: Uint8Array): { graph: Graph; bytes: number } {
  const json = gunzipSync(packed);
  const graph = readGraph(JSON.parse(json.toString()));
  if (!graph.ok) throw new Error(`The snapshot cannot be read: ${graph.reason}`);
  return { graph: graph.value, bytes: json.byteLength };
}
