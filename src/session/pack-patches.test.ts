import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { LIMITS } from '../shared/limits';
import type { ClientPatch } from '../shared/protocol/client-messages';
import { fitsMessage, packPatches } from './pack-patches';

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const messageOf = (patches: readonly ClientPatch[]) => ({ type: 'patch', patches });

/** An op whose JSON is a little longer than this many bytes. `組` takes three bytes, so characters and bytes differ. */
const opOf = (bytes: number): Op => ({
  op: 'set_property',
  on: 'node',
  id: testNodeId(1),
  key: 'text',
  value: '組'.repeat(bytes / 3),
});

test('nothing to send is no message', () => {
  expect(packPatches([], LIMITS.messageBytes)).toEqual([]);
});

test('small patches go together, in their order, up to the count a message may have', () => {
  const patches = Array.from({ length: LIMITS.patchesPerMessage * 2 + 1 }, (_, n) => ({ seq: n + 1, ops: [opOf(3)] }));
  const groups = packPatches(patches, LIMITS.messageBytes);
  expect(groups.map((group) => group.length)).toEqual([LIMITS.patchesPerMessage, LIMITS.patchesPerMessage, 1]);
  expect(groups.flat()).toEqual(patches);
});

test('only what the wire knows of a patch is sent', () => {
  const pending = { seq: 1, ops: [opOf(3)], decided: false };
  expect(packPatches([pending], LIMITS.messageBytes)).toEqual([[{ seq: 1, ops: [opOf(3)] }]]);
});

test('property: every message fits, none is empty, nothing is lost or reordered', () => {
  const sizes = fc.array(
    fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 500_000, max: LIMITS.messageBytes - 2_000 })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(sizes, (given) => {
      const patches = given.map((bytes, index) => ({ seq: index + 1, ops: [opOf(bytes)] }));
      const groups = packPatches(patches, LIMITS.messageBytes);
      expect(groups.flat().map(({ seq }) => seq)).toEqual(patches.map(({ seq }) => seq));
      for (const group of groups) {
        expect(group.length).toBeGreaterThan(0);
        expect(bytesOf(messageOf(group))).toBeLessThanOrEqual(LIMITS.messageBytes);
      }
      // As few as can be without reordering: no two neighbours would fit one message with room to spare.
      groups.slice(1).forEach((group, index) => {
        expect(bytesOf(messageOf([...(groups[index] ?? []), ...group.slice(0, 1)]))).toBeGreaterThan(
          LIMITS.messageBytes - 512,
        );
      });
    }),
    { numRuns: 15 },
  );
});

test('what is just small enough to be sent fits a message by itself, with the largest seq', () => {
  const overhead = bytesOf([opOf(0)]);
  const largest = Math.floor((LIMITS.messageBytes - 512 - overhead) / 3) * 3;
  expect(fitsMessage([opOf(largest)], LIMITS.messageBytes)).toBe(true);
  expect(fitsMessage([opOf(largest + 3)], LIMITS.messageBytes)).toBe(false);
  const message = messageOf([{ seq: Number.MAX_SAFE_INTEGER, ops: [opOf(largest)] }]);
  expect(bytesOf(message)).toBeLessThanOrEqual(LIMITS.messageBytes);
});

test('holds to the bytes that the server takes', () => {
  const patches = [1, 2, 3].map((seq) => ({ seq, ops: [opOf(1_000)] }));
  expect(packPatches(patches, 2_500)).toHaveLength(2);
  expect(packPatches(patches, 1_400)).toHaveLength(3);
  expect(fitsMessage([opOf(1_000)], 1_500)).toBe(false);
});
