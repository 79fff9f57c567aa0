/** What one patch of someone else costs a replica that has a thousand patches of its own pending. */
import { fileURLToPath } from 'node:url';
import { Replica, type ServerEvent } from '../src/replica/replica';
import { assert } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import type { Op } from '../src/shared/graph/ops';
import { testClientId, testNodeId } from '../src/shared/graph/ops.arbitrary';
import { type BenchRow, count, median, milliseconds } from './figures';

const PENDING = 1_000;
const ROUNDS = 200;
/** `touched`: whether the node that moves is one that a pending patch changed, so that all pending is replayed. */
const CASES = [
  { nodes: 1_000, touched: true },
  { nodes: 100_000, touched: true },
  { nodes: 100_000, touched: false },
] as const;

function people(nodes: number): Graph {
  const graph = new Graph();
  applyPatch(graph, [{ op: 'create_label', label: 'Person', properties: { name: 'STRING' } }]);
  for (let n = 0; n < nodes; n++) {
    const position = { x: n % 300, y: Math.floor(n / 300) };
    applyPatch(graph, [
      { op: 'create_node', nodeId: testNodeId(n), label: 'Person', position, properties: { name: `Person ${n}` } },
    ]);
  }
  return graph;
}

function withPending(nodes: number): Replica {
  const replica = new Replica(testClientId(1));
  replica.receive([{ type: 'reset', serverVersion: 1, graph: people(nodes) }]);
  for (let n = 0; n < PENDING; n++) {
    const ops: Op[] = [{ op: 'set_property', on: 'node', id: testNodeId(n), key: 'name', value: `Mine ${n}` }];
    assert(replica.submit(ops).status === 'pending', 'the patch is taken');
  }
  return replica;
}

/** The sizes take turns, so that both meet the same moods of the machine. */
export function benchReplica(): BenchRow[] {
  const replicas = CASES.map((each) => ({ ...each, replica: withPending(each.nodes), times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { replica, times, touched } of replicas) {
      const ops: Op[] = [
        { op: 'move_node', nodeId: testNodeId(touched ? round : PENDING + round), position: { x: 500 + round, y: 7 } },
      ];
      const serverVersion = replica.serverVersion + 1;
      const event: ServerEvent = {
        type: 'patch',
        patch: { serverVersion, clientId: testClientId(2), seq: serverVersion, ops },
      };
      const start = performance.now();
      const { changes } = replica.receive([event]);
      times.push(performance.now() - start);
      assert(changes.node.size === 1 && replica.pending.length === PENDING, 'one node moved, all are still pending');
    }
  }
  const medians = replicas.map(({ times }) => median(times.slice(ROUNDS / 10)));
  const rows = replicas.map(
    ({ nodes, touched }, i): BenchRow => ({
      name: `Replica: a remote patch with ${count(PENDING)} pending, ${count(nodes)} nodes${touched ? '' : ', none of them pending'}`,
      value: milliseconds(medians[i] ?? Number.NaN),
      note: nodes === 100_000 && touched ? 'target: below 5 ms' : `median of ${ROUNDS}`,
    }),
  );
  const ratio = (medians[1] ?? Number.NaN) / (medians[0] ?? Number.NaN);
  return [
    ...rows,
    { name: 'Replica: 100,000 nodes ÷ 1,000 nodes', value: `${ratio.toFixed(2)}×`, note: 'target: at most 1.3×' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(benchReplica());
