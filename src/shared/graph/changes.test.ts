import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch } from './apply-patch';
import { diffGraphs, hasChanges, mergeChanges, NO_CHANGES } from './changes';
import { Graph } from './graph';
import { arbitraryOps, SCHEMA_OPS } from './ops.arbitrary';
import { fromSnapshot, toSnapshot } from './snapshot';

test('C1: property: merged changes equal the difference of first and last', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 12 }), (patches) => {
      const graph = new Graph();
      applyPatch(graph, SCHEMA_OPS);
      const first = fromSnapshot(toSnapshot(graph));
      let merged = NO_CHANGES;
      for (const ops of patches) {
        const before = fromSnapshot(toSnapshot(graph));
        applyPatch(graph, ops);
        merged = mergeChanges(merged, diffGraphs(before, graph));
      }
      expect(merged).toEqual(diffGraphs(first, graph));
      expect(hasChanges(mergeChanges(merged, diffGraphs(graph, first)))).toBe(false);
    }),
  );
});
