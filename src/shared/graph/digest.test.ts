import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch } from './apply-patch';
import { canonicalGraph } from './canonical';
import { digestDifference, GraphDigest } from './digest';
import { Graph } from './graph';
import { arbitraryOps, SCHEMA_OPS, testNodeId } from './ops.arbitrary';
import { fromSnapshot, toSnapshot } from './snapshot';

/** A graph with a digest that follows it. */
function followed() {
  const graph = new Graph();
  const digest = new GraphDigest(graph);
  const apply = (ops: Parameters<typeof applyPatch>[1]) => {
    const outcome = applyPatch(graph, ops);
    if (outcome.status === 'applied') digest.touch(outcome.journal);
  };
  apply(SCHEMA_OPS);
  return { graph, digest, apply };
}

test('D1: a digest that followed every change is that of the graph, read anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(arbitraryOps, fc.boolean())), (steps) => {
      const { graph, digest, apply } = followed();
      for (const [ops, read] of steps) {
        apply(ops);
        if (read) digest.work(2);
      }
      // Written and read again, elements come in another order of properties and nothing is shared.
      expect(digest.read()).toEqual(new GraphDigest(fromSnapshot(toSnapshot(graph))).read());
      expect(digest.backlog).toBe(0);
    }),
  );
});

test('D1: two graphs have the same digest exactly when they are the same', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps), fc.array(arbitraryOps), (first, second) => {
      const [a, b] = [followed(), followed()];
      for (const ops of first) a.apply(ops);
      for (const ops of second) b.apply(ops);
      const same = canonicalGraph(a.graph) === canonicalGraph(b.graph);
      expect(digestDifference(a.digest.read(), b.digest.read()).length === 0).toBe(same);
    }),
  );
});

test('D1: values that look alike are told apart', () => {
  const digestOf = (x: number, name: string) => {
    const { digest, apply } = followed();
    const properties = { name };
    apply([{ op: 'create_node', nodeId: testNodeId(1), label: 'Person', position: { x, y: 0 }, properties }]);
    return digest.read();
  };
  expect(digestDifference(digestOf(1, 'a'), digestOf(1, 'a'))).toEqual([]);
  expect(digestDifference(digestOf(1, 'a'), digestOf(2, 'a'))).toHaveLength(1);
  expect(digestDifference(digestOf(1, 'a'), digestOf(1, 'á'))).toHaveLength(1);
});
