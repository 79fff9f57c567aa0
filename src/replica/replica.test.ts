/**
 * The replica against the obvious model: copy everything, replay everything. A small server in memory orders patches;
 * clients submit, hear of the order in batches of any size, lose their connection and join again.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import { diffGraphs, hasChanges } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testClientId, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import { type Decision, Replica, type ServerEvent } from './replica';

/** The model of the server: a list of accepted patches, and what became of each client's. */
class ModelServer {
  readonly log: AcceptedPatch[] = [];
  readonly outcomes: Decision[][] = [[], [], []];

  replay(version: number): Graph {
    const graph = new Graph();
    for (const patch of this.log.slice(0, version)) expect(applyPatch(graph, patch.ops).status).toBe('applied');
    return graph;
  }

  /** @returns the event for the author, and for the others if there is one */
  take(client: number, seq: number, ops: readonly Op[]): { author: ServerEvent; others?: ServerEvent } {
    const outcome = applyPatch(this.replay(this.log.length), ops);
    const outcomes = must(this.outcomes[client], 'client');
    expect(outcomes.length).toBe(seq - 1);
    if (outcome.status === 'refused') {
      outcomes.push({ status: 'nack', code: outcome.code, reason: outcome.reason });
      return { author: { type: 'nack', seq, code: outcome.code, reason: outcome.reason } };
    }
    const serverVersion = this.log.length + 1;
    const patch = { serverVersion, clientId: testClientId(client), seq, ops: [...ops] };
    this.log.push(patch);
    outcomes.push({ status: 'ack', serverVersion, skipped: outcome.skipped });
    return {
      author: { type: 'ack', seq, serverVersion, skipped: outcome.skipped },
      others: { type: 'patch', patch },
    };
  }
}

class ModelClient {
  readonly replica: Replica;
  readonly outbox: { seq: number; ops: readonly Op[] }[] = [];
  readonly inbox: ServerEvent[] = [];
  /** By seq. After a snapshot an early patch may be heard of later than one that came in the patches after it. */
  readonly heard = new Map<number, Decision>();

  constructor(
    readonly index: number,
    private readonly server: ModelServer,
  ) {
    this.replica = new Replica(testClientId(index));
  }

  /** What the view must be: the log so far, and pending on top, each from a full copy. */
  expectedView(): Graph {
    const graph = this.server.replay(this.replica.serverVersion);
    for (const patch of this.replica.pending) if (!patch.decided) applyPatch(graph, patch.ops);
    return graph;
  }

  submit(ops: readonly Op[]): void {
    const before = this.expectedView();
    const result = this.replica.submit(ops);
    if (result.status === 'pending') {
      this.outbox.push({ seq: result.seq, ops });
      expect(result.changes).toEqual(diffGraphs(before, this.expectedView()));
    } else {
      expect(applyPatch(before, ops)).toMatchObject({ status: 'refused', code: result.code });
    }
    this.check();
  }

  receive(events: readonly ServerEvent[]): void {
    const before = this.expectedView();
    const result = this.replica.receive(events);
    expect(result.lost).toBeUndefined();
    for (const { patch, outcome } of result.settled) {
      expect(this.heard.has(patch.seq)).toBe(false);
      this.heard.set(patch.seq, outcome);
    }
    expect(result.changes).toEqual(diffGraphs(before, this.expectedView()));
    if (events.every((event) => event.type === 'ack')) expect(hasChanges(result.changes)).toBe(false);
    this.check();
  }

  /** Loses what is under way, and comes back with the missing patches or with a snapshot somewhere before now. */
  rejoin(snapshotAge: number | undefined): void {
    this.inbox.length = 0;
    const { log, outcomes } = this.server;
    const own = must(outcomes[this.index], 'outcomes');
    const from = snapshotAge === undefined ? this.replica.serverVersion : Math.max(0, log.length - snapshotAge);
    const reset: ServerEvent[] =
      snapshotAge === undefined ? [] : [{ type: 'reset', serverVersion: from, graph: this.server.replay(from) }];
    const tail = log.slice(from).map((patch): ServerEvent => ({ type: 'patch', patch }));
    this.receive([...reset, ...tail, { type: 'decided', lastSeq: own.length }]);
    this.outbox.length = 0;
    for (const { seq, ops } of this.replica.pending) {
      const known = own[seq - 1];
      if (known === undefined) this.outbox.push({ seq, ops });
      else if (known.status === 'ack') this.inbox.push({ ...known, type: 'ack', seq });
      else this.inbox.push({ ...known, type: 'nack', seq });
    }
  }

  check(): void {
    expect(canonicalGraph(this.replica.view)).toBe(canonicalGraph(this.expectedView()));
    for (const [id] of this.replica.view.entries('node')) {
      const edges = [...this.replica.view.edgesAt(id)];
      expect(new Set(edges)).toEqual(new Set(this.expectedView().edgesAt(id)));
      expect(edges.length).toBe(new Set(edges).size);
    }
    for (const kind of ['label', 'node', 'edge'] as const) {
      expect(this.replica.view.count(kind)).toBe(this.expectedView().count(kind));
    }
  }
}

type Action =
  | { do: 'submit'; client: number; ops: readonly Op[] }
  | { do: 'sequence'; client: number }
  | { do: 'deliver'; client: number; count: number }
  | { do: 'rejoin'; client: number; snapshotAge: number | undefined };

const client = fc.nat({ max: 2 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('submit' as const), client, ops: arbitraryOps }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('sequence' as const), client }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), client, count: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rejoin' as const),
      client,
      snapshotAge: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
    }),
  },
);

/** Everyone begins with the same few nodes and edges, so that random ops meet them, and each other. */
const BEGINNING: readonly Action[] = [
  { do: 'submit', client: 0, ops: SCHEMA_OPS },
  {
    do: 'submit',
    client: 0,
    ops: [0, 1, 2, 3, 4].map((n) => ({
      op: 'create_node',
      nodeId: testNodeId(n),
      label: 'Person',
      position: { x: n, y: 0 },
      properties: {},
    })),
  },
  {
    do: 'submit',
    client: 0,
    ops: [0, 1, 2].map((n) => ({
      op: 'create_edge',
      edgeId: testEdgeId(n),
      type: 'KNOWS',
      source: testNodeId(n),
      target: testNodeId(n + 1),
      properties: {},
    })),
  },
  ...[0, 0, 0].map((client): Action => ({ do: 'sequence', client })),
  ...[0, 1, 2].map((client): Action => ({ do: 'deliver', client, count: 3 })),
];

function play(actions: readonly Action[]): void {
  const server = new ModelServer();
  const clients = [0, 1, 2].map((index) => new ModelClient(index, server));
  const sequence = (from: ModelClient) => {
    const patch = from.outbox.shift();
    if (patch === undefined) return;
    const { author, others } = server.take(from.index, patch.seq, patch.ops);
    for (const to of clients) {
      if (to === from) to.inbox.push(author);
      else if (others !== undefined) to.inbox.push(others);
    }
  };
  for (const step of [...BEGINNING, ...actions]) {
    const on = must(clients[step.client], 'client');
    if (step.do === 'submit') on.submit(step.ops);
    else if (step.do === 'sequence') sequence(on);
    else if (step.do === 'deliver') on.receive(on.inbox.splice(0, step.count));
    else on.rejoin(step.snapshotAge);
  }
  for (const each of clients) while (each.outbox.length > 0) sequence(each);
  for (const each of clients) {
    each.receive(each.inbox.splice(0));
    expect(each.replica.pending).toEqual([]);
    const decided = must(server.outcomes[each.index], 'outcomes');
    expect(each.heard).toEqual(new Map(decided.map((outcome, index) => [index + 1, outcome])));
    expect(canonicalGraph(each.replica.view)).toBe(canonicalGraph(server.replay(server.log.length)));
  }
}

test('R1, R2, R3: property: the view is confirmed plus pending, net changes are the difference, all end equal', () => {
  fc.assert(fc.property(fc.array(action, { maxLength: 60, size: 'max' }), play), { numRuns: 300 });
  // Milliseconds: half a minute on a quiet machine's two cores at the most, and several times that on a busy one's.
}, 180_000);

describe('what does not fit is said, not guessed at', () => {
  const patch = (serverVersion: number, ops: Op[]): ServerEvent => ({
    type: 'patch',
    patch: { serverVersion, clientId: testClientId(9), seq: serverVersion, ops },
  });

  test('R4: a gap in versions', () => {
    const result = new Replica(testClientId(0)).receive([patch(1, [...SCHEMA_OPS]), patch(3, [...SCHEMA_OPS])]);
    expect(result.lost).toBe('version 3 came after 1');
    expect(result.changes.label.size).toBe(2);
  });

  test('R4: a patch the confirmed graph refuses', () => {
    const node: Op = { op: 'create_node', nodeId: testNodeId(1), label: 'X', position: { x: 0, y: 0 }, properties: {} };
    expect(new Replica(testClientId(0)).receive([patch(1, [node])]).lost).toMatch(/does not fit/);
  });

  test('a version that is already there is passed over', () => {
    const replica = new Replica(testClientId(0));
    replica.receive([patch(1, [...SCHEMA_OPS])]);
    expect(hasChanges(replica.receive([patch(1, [...SCHEMA_OPS])]).changes)).toBe(false);
  });
});

test('R1: someone connects a node that a pending patch deletes: the edge is not shown', () => {
  play([
    { do: 'submit', client: 0, ops: [{ op: 'delete_node', nodeId: testNodeId(4) }] },
    {
      do: 'submit',
      client: 1,
      ops: [
        {
          op: 'create_edge',
          edgeId: testEdgeId(9),
          type: 'KNOWS',
          source: testNodeId(0),
          target: testNodeId(4),
          properties: {},
        },
      ],
    },
    { do: 'sequence', client: 1 },
    { do: 'deliver', client: 0, count: 5 },
  ]);
});

test('R1: an edge id that is used again, against G2, for other ends: the edges at each node stay exact', () => {
  const edge = (target: number): Op => ({
    op: 'create_edge',
    edgeId: testEdgeId(9),
    type: 'KNOWS',
    source: testNodeId(0),
    target: testNodeId(target),
    properties: {},
  });
  play([
    { do: 'submit', client: 2, ops: [edge(1)] },
    { do: 'submit', client: 2, ops: [{ op: 'delete_edge', edgeId: testEdgeId(9) }, edge(0)] },
  ]);
});

test('R1: someone changes one end of a pending edge: an earlier pending move of its other end stays', () => {
  const connect: Op = {
    op: 'create_edge',
    edgeId: testEdgeId(9),
    type: 'KNOWS',
    source: testNodeId(3),
    target: testNodeId(4),
    properties: {},
  };
  const move = (n: number): Op => ({ op: 'move_node', nodeId: testNodeId(n), position: { x: 7, y: n } });
  play([
    { do: 'submit', client: 0, ops: [move(3)] },
    { do: 'submit', client: 0, ops: [connect] },
    { do: 'submit', client: 1, ops: [move(4)] },
    { do: 'sequence', client: 1 },
    { do: 'deliver', client: 0, count: 5 },
  ]);
});
