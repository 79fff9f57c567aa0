/** A room is loaded as it was, or not at all. What else is tested of it needs real files: storage/sqlite-*.test.ts. */
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import type { Op } from '../src/shared/graph/ops';
import { toSnapshot } from '../src/shared/graph/snapshot';
import { DamagedRoomError, loadRoom } from './load-room';
import { packSnapshot } from './packed-snapshot';
import { memoryStorage } from './storage/memory-storage';
import { clientNo, edgeNo, nodeNo } from './testing/ids';
import { createNode, schemaOps, setName } from './testing/ops';

const knows: Op = {
  op: 'create_edge',
  edgeId: edgeNo(1),
  type: 'KNOWS',
  source: nodeNo(1),
  target: nodeNo(2),
  properties: {},
};
const HISTORY: readonly (readonly Op[])[] = [schemaOps, [createNode(1), createNode(2)], [knows], [setName(1, 'Zoë')]];

const record = { id: 'r', epoch: 'e', createdAt: 0 };

/** A storage whose log has these texts as ops, from version 1 on, and which has a snapshot, if one is given. */
function stored(log: readonly string[], snapshot?: { version: number; gzip: Uint8Array }) {
  const storage = memoryStorage();
  storage.createRoom(record);
  storage.commit(
    log.map((ops, index) => ({
      room: 'r',
      clientId: clientNo(1),
      seq: index + 1,
      outcome: { status: 'accepted', version: index + 1, skipped: [] },
      ops,
    })),
    1_000,
  );
  if (snapshot !== undefined) storage.putSnapshot('r', snapshot, 1_000, 0);
  return storage;
}

const texts = HISTORY.map((ops) => JSON.stringify(ops));

function graphAt(version: number): Graph {
  const graph = new Graph();
  for (const ops of HISTORY.slice(0, version)) applyPatch(graph, ops);
  return graph;
}

test.each([0, 1, 2, 3, 4])(
  'S1, L9: from a snapshot at version %i, however much of the log before it is gone',
  async (version) => {
    const { gzip, bytes } = await packSnapshot(graphAt(version));
    for (let gone = 0; gone <= version; gone += 1) {
      const storage = stored(texts, version === 0 ? undefined : { version, gzip });
      if (gone > 0) expect(storage.compactLog('r', 1_000, gone)).toBe(gone);
      const state = loadRoom(storage, record);
      expect(toSnapshot(state.graph)).toEqual(toSnapshot(graphAt(4)));
      expect(state).toMatchObject({ version: 4, base: { version, bytes: version === 0 ? 0 : bytes } });
      expect(state.tailBytes).toBe(Buffer.byteLength(texts.slice(version).join('')));
    }
  },
);

test('L7: a snapshot that was cut off anywhere, or that has garbage in it, is not opened', async () => {
  const { gzip } = await packSnapshot(graphAt(3));
  const load = (damaged: Uint8Array) => () => loadRoom(stored(texts, { version: 3, gzip: damaged }), record);
  fc.assert(
    fc.property(fc.nat({ max: gzip.length - 1 }), (cut) => {
      expect(load(gzip.subarray(0, cut))).toThrow(DamagedRoomError);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (garbage) => {
      expect(load(garbage)).toThrow(DamagedRoomError);
    }),
  );
});

test('G1, L7: a snapshot that says what no graph can be is not opened', async () => {
  const { gzip } = await packSnapshot(graphAt(3));
  const json = gunzipSync(gzip).toString();
  const load = (text: string) => () => loadRoom(stored(texts, { version: 3, gzip: gzipSync(text) }), record);
  expect(load(json)).not.toThrow();
  expect(load(json.replace('"source":[0]', '"source":[9]'))).toThrow(DamagedRoomError);
  expect(load(json.replace('"nodes":', '"knots":'))).toThrow(DamagedRoomError);
});

test('G1, L7: the same of a snapshot in the form that was stored before', () => {
  const json = JSON.stringify(toSnapshot(graphAt(3)));
  const load = (text: string) => () => loadRoom(stored(texts, { version: 3, gzip: gzipSync(text) }), record);
  expect(toSnapshot(load(json)().graph)).toEqual(toSnapshot(graphAt(4)));
  expect(load(json.replace(`"source":"${nodeNo(1)}"`, `"source":"${nodeNo(9)}"`))).toThrow(DamagedRoomError);
  expect(load(json.replace('"nodes":', '"knots":'))).toThrow(DamagedRoomError);
});

test('L7: a log in which any patch was cut off anywhere is not opened', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (index, share) => {
      const whole = must(texts[index], 'the patch');
      const log = texts.with(index, whole.slice(0, whole.length * share));
      expect(() => loadRoom(stored(log), record)).toThrow(DamagedRoomError);
    }),
  );
});

test('L7: a log that begins after what the snapshot has, or without one, is not opened', async () => {
  const { gzip } = await packSnapshot(graphAt(3));
  for (const version of [0, 1]) {
    const storage = stored(texts, { version: 3, gzip });
    storage.compactLog('r', 1_000, 3);
    const older = version === 0 ? undefined : { version, ...(await packSnapshot(graphAt(version))) };
    expect(() => loadRoom({ ...storage, latestSnapshot: () => older }, record)).toThrow(DamagedRoomError);
  }
});

test('L7: a room of which nothing is left but outcomes is not opened as an empty one; one that was always empty is', () => {
  const storage = stored(texts);
  const emptied = { ...storage, patchesAfter: () => [] };
  expect(() => loadRoom(emptied, record)).toThrow(DamagedRoomError);
  expect(loadRoom(stored([]), record)).toMatchObject({ version: 0, tailBytes: 0 });
});
