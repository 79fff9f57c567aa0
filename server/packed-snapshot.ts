/** Snapshots as they are stored and sent: `GraphSnapshot` as JSON, gzip'd. */
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { Graph } from '../src/shared/graph/graph';
import { fromSnapshot, toSnapshot } from '../src/shared/graph/snapshot';
import { compiledSnapshot } from './compiled-schemas';

const gzipAsync = promisify(gzip);

export interface PackedSnapshot {
  readonly gzip: Uint8Array;
  /** UTF-8 bytes of the JSON. */
  readonly bytes: number;
}

/** Packs the graph as it is now: what happens to it while this runs has no effect. The compression runs on a thread. */
export async function packSnapshot(graph: Graph): Promise<PackedSnapshot> {
  const json = Buffer.from(JSON.stringify(toSnapshot(graph)));
  return { gzip: await gzipAsync(json), bytes: json.byteLength };
}

/** The graph of a packed snapshot. Throws when the bytes are not one. */
export function unpackSnapshot(packed: Uint8Array): { graph: Graph; bytes: number } {
  const json = gunzipSync(packed);
  return { graph: fromSnapshot(compiledSnapshot.parse(JSON.parse(json.toString()))), bytes: json.byteLength };
}
