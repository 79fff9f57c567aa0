import { describe, expect, test } from 'vitest';
import { Replica } from '../replica/replica';
import { must } from '../shared/assert';
import { applyPatch } from '../shared/graph/apply-patch';
import { GraphDigest } from '../shared/graph/digest';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import { testClientId } from '../shared/testing/test-client-ids';
import { SelfCheck } from './self-check';

const person: Op = { op: 'create_label', label: 'Person', properties: {} };
const node = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: n, y: 0 },
  properties: {},
});
const graphOf = (...ops: Op[]): Graph => {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
};

/** A tab at version 1, in a graph with so many nodes. */
function scene(nodes = 2) {
  const ops = [person, ...Array.from({ length: nodes }, (_, n) => node(n))];
  const clock = new ManualClock();
  const replica = new Replica(testClientId(1));
  replica.receive([{ type: 'reset', serverVersion: 1, graph: graphOf(...ops) }]);
  const asked: number[] = [];
  const check = new SelfCheck({ clock, replica, ask: () => asked.push(clock.now()) });
  const answer = () => check.compare(replica.serverVersion, new GraphDigest(graphOf(...ops)).read());
  return { clock, replica, asked, check, answer, ops };
}

describe('D3: when it asks', () => {
  test('soon after it is in step; then every minute, but only after something has changed', () => {
    const { clock, replica, asked, check, answer } = scene();
    check.start();
    clock.advance(1_999);
    expect(asked).toEqual([]);
    clock.advance(1);
    expect(asked).toEqual([2_000]);
    expect(answer()?.difference).toEqual([]);
    clock.advance(180_000);
    expect(asked).toEqual([2_000]);
    const patch = { serverVersion: 2, clientId: testClientId(2), seq: 1, ops: [node(9)] };
    replica.receive([{ type: 'patch', patch }]);
    clock.advance(60_000);
    expect(asked).toEqual([2_000, 242_000]);
  });

  test('again after a minute, when the answer does not come', () => {
    const { clock, asked, check } = scene();
    check.start();
    clock.advance(130_000);
    expect(asked).toEqual([2_000, 62_000, 122_000]);
  });

  test('on every new connection, be it at the version that was looked at before', () => {
    const { clock, asked, check, answer } = scene();
    check.start();
    clock.advance(2_000);
    answer();
    check.stop();
    expect(clock.waiting).toBe(0);
    check.start();
    clock.advance(2_000);
    expect(asked).toHaveLength(2);
  });

  test('a large graph is hashed a slice at a time first, so that the answer is quick to compare', () => {
    const { clock, replica, asked, check } = scene(2_500);
    check.start();
    clock.advance(1_999);
    const backlogs: number[] = [];
    while (asked.length === 0) {
      backlogs.push(replica.digest.backlog);
      clock.advance(30);
    }
    expect(backlogs).toEqual([2_501, 1_501, 501]);
    expect(asked).toEqual([2_060]);
  });
});

describe('D3: what it finds', () => {
  test('what differs, kind by kind, with its own digest for the server', () => {
    const { replica, check, ops } = scene();
    const theirs = new GraphDigest(graphOf(...ops, node(7))).read();
    const compared = must(check.compare(1, theirs), 'a comparison');
    expect(compared.ours).toEqual(replica.digest.read());
    expect(compared.difference).toEqual([expect.stringMatching(/^node: 2 .* here, 3 .* there$/u)]);
  });

  test('own patches that the server has not decided are not in it', () => {
    const { replica, answer } = scene();
    replica.submit([node(7)]);
    expect(answer()?.difference).toEqual([]);
  });

  test('nothing can be said of another version', () => {
    const { clock, asked, check, ops } = scene();
    const theirs = new GraphDigest(graphOf(...ops)).read();
    expect(check.compare(2, theirs)).toBeUndefined();
    check.start();
    check.compare(0, theirs);
    clock.advance(2_000);
    expect(asked).toHaveLength(1);
  });
});
