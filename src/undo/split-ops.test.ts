import { expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { opsSchema } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { LIMITS } from '../shared/limits';
import { splitOps } from './split-ops';

const node = (n: number, properties: Record<string, string> = {}): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: 0, y: 0 },
  properties,
});

function expectSendable(patches: readonly (readonly Op[])[]): void {
  for (const ops of patches) {
    opsSchema.parse(ops);
    expect(new TextEncoder().encode(JSON.stringify(ops)).byteLength).toBeLessThan(LIMITS.messageBytes - 1_000);
  }
}

test('nothing makes no patch', () => {
  expect(splitOps([])).toEqual([]);
});

test('many ops make several patches, in their order', () => {
  const ops = Array.from({ length: 12_001 }, (_, n) => node(n));
  const patches = splitOps(ops);
  expectSendable(patches);
  expect(patches.flat()).toEqual(ops);
});

test('long texts make several patches, each of which fits a message', () => {
  // Three bytes each on the wire: the most that one UTF-16 code unit takes.
  const ops = Array.from({ length: 30 }, (_, n) => node(n, { note: '組'.repeat(LIMITS.textLength) }));
  const patches = splitOps(ops);
  expectSendable(patches);
  expect(patches.length).toBeGreaterThan(1);
  expect(patches.flat()).toEqual(ops);
});

test('a node too large for one message is made in parts', () => {
  const longest = '\u0001'.repeat(LIMITS.textLength);
  const properties = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`p${n}`, longest]));
  const patches = splitOps([node(1, properties), node(2)]);
  expectSendable(patches);
  const sets = Object.entries(properties).map(
    ([key, value]): Op => ({ op: 'set_property', on: 'node', id: testNodeId(1), key, value }),
  );
  expect(patches.flat()).toEqual([node(1), ...sets, node(2)]);
});

test('a server that takes fewer ops in a patch gets more patches', () => {
  const ops = Array.from({ length: 25 }, (_, n) => node(n));
  const patches = splitOps(ops, 10);
  expect(patches.map((patch) => patch.length)).toEqual([10, 10, 5]);
  expect(patches.flat()).toEqual(ops);
});
