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
import { WIDEST_LIMITS } from '../shared/graph/graph-limits';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testClientId, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import type { PendingPatch } from './pending-patches';
import { type Decision, Replica, type ServerEvent, type SettledPatch } from './replica';

/** The model of the server: a list of accepted patches, and what became of each client's. */
class ModelServer {
  readonly log: AcceptedPatch[] = [];
  readonly #outcomes = new Map<string, Decision[]>();

  /** The patches that were decided of all clients that a tab ever was, by name. */
  decided(index: number): string[] {
    const all = [...this.#outcomes].filter(([id]) => Number.parseInt(id.slice(-12), 16) % 10 === index);
    return all.flatMap(([id, outcomes]) => outcomes.map((_, before) => `${id} ${before + 1}`));
  }

  /** What became of a client's patches, in order of `seq`. */
  outcomes(clientId: string): Decision[] {
    const known = this.#outcomes.get(clientId) ?? [];
    this.#outcomes.set(clientId, known);
    return known;
  }

  replay(version: number): Graph {
    const graph = new Graph();
    for (const patch of this.log.slice(0, version)) expect(applyPatch(graph, patch.ops).status).toBe('applied');
    return graph;
  }

  /** @returns the event for the author, and for the others if there is one */
  take({ clientId, seq, ops }: PendingPatch): { author: ServerEvent; others?: ServerEvent } {
    const outcome = applyPatch(this.replay(this.log.length), ops);
    const outcomes = this.outcomes(clientId);
    expect(outcomes.length).toBe(seq - 1);
    if (outcome.status === 'refused') {
      outcomes.push({ status: 'nack', code: outcome.code, reason: outcome.reason });
      return { author: { type: 'nack', clientId, seq, code: outcome.code, reason: outcome.reason } };
    }
    const serverVersion = this.log.length + 1;
    const patch = { serverVersion, clientId, seq, ops: [...ops] };
    this.log.push(patch);
    outcomes.push({ status: 'ack', serverVersion, skipped: outcome.skipped });
    return {
      author: { type: 'ack', clientId, seq, serverVersion, skipped: outcome.skipped },
      others: { type: 'patch', patch },
    };
  }
}

class ModelClient {
  replica: Replica;
  /** Keys of the patches that the server was sent on this connection, and ever. */
  readonly sent = new Set<number>();
  readonly #everSent = new Set<number>();
  readonly inbox: ServerEvent[] = [];
  /** The last events that were heard. */
  #last: readonly ServerEvent[] = [];
  #reopened = 0;
  /** By client and seq. After a snapshot an early patch may be heard of later than one that came in the patches after it. */
  readonly heard = new Map<string, SettledPatch['outcome']>();
  /** The patches that were given up: nobody hears any more what became of those that had been sent. */
  readonly #givenUp = new Set<string>();

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
      const name = `${patch.clientId} ${patch.seq}`;
      expect(this.heard.has(name)).toBe(false);
      this.heard.set(name, outcome);
    }
    expect(result.changes).toEqual(diffGraphs(before, this.expectedView()));
    if (events.every((event) => event.type === 'ack')) expect(hasChanges(result.changes)).toBe(false);
    this.#last = events;
    this.check();
  }

  /** Hears the last answers once more: what was sent twice is answered twice. */
  hearAgain(): void {
    const answers = this.#last.filter(({ type }) => type === 'ack' || type === 'nack');
    const result = this.replica.receive(answers);
    expect([result.lost, result.settled, hasChanges(result.changes)]).toEqual([undefined, [], false]);
    this.check();
  }

  /** The patch that is to be sent next. */
  get next(): PendingPatch | undefined {
    return this.replica.pending.find(({ key }) => !this.sent.has(key));
  }

  noteSent({ key }: PendingPatch): void {
    this.sent.add(key);
    this.#everSent.add(key);
  }

  collapse(): void {
    const before = this.expectedView();
    const { changes } = this.replica.collapse(({ key }) => !this.#everSent.has(key));
    expect(changes).toEqual(diffGraphs(before, this.expectedView()));
    this.check();
  }

  /** The person gives up what is pending, and the tab connects again under another id. */
  discard(): void {
    const before = this.expectedView();
    this.#reopened += 1;
    const { changes, settled } = this.replica.discard(testClientId(this.index + 10 * this.#reopened), 'Never mind.');
    expect(changes).toEqual(diffGraphs(before, this.expectedView()));
    for (const { patch } of settled) this.#givenUp.add(`${patch.clientId} ${patch.seq}`);
    this.rejoin(undefined);
  }

  /** Whether it is known what became of a patch, or nobody wants to know. */
  isDoneWith(name: string): boolean {
    return this.heard.has(name) || this.#givenUp.has(name);
  }

  /** The tab is closed, and another takes over what it left: the graph as it was then, and what was pending. */
  reopen(): void {
    const { serverVersion, pending } = this.replica;
    this.#reopened += 1;
    this.replica = new Replica(testClientId(this.index + 10 * this.#reopened));
    this.replica.receive([{ type: 'reset', serverVersion, graph: this.server.replay(serverVersion) }]);
    for (const clientId of new Set(pending.map((patch) => patch.clientId))) {
      const before = this.expectedView();
      const changes = this.replica.adopt(
        clientId,
        pending.filter((patch) => patch.clientId === clientId),
      );
      expect(changes).toEqual(diffGraphs(before, this.expectedView()));
    }
    this.sent.clear();
    this.#everSent.clear();
    for (const { key } of this.replica.pending) this.#everSent.add(key);
    this.rejoin(undefined);
  }

  /** Loses what is under way, and comes back with the missing patches or with a snapshot somewhere before now. */
  rejoin(snapshotAge: number | undefined): void {
    this.inbox.length = 0;
    const { log } = this.server;
    const clients = new Set(this.replica.pending.map(({ clientId }) => clientId));
    const lastSeqs = Object.fromEntries(Array.from(clients, (id) => [id, this.server.outcomes(id).length]));
    const from = snapshotAge === undefined ? this.replica.serverVersion : Math.max(0, log.length - snapshotAge);
    const reset: ServerEvent[] =
      snapshotAge === undefined ? [] : [{ type: 'reset', serverVersion: from, graph: this.server.replay(from) }];
    const tail = log.slice(from).map((patch): ServerEvent => ({ type: 'patch', patch }));
    this.receive([...reset, ...tail, { type: 'decided', lastSeqs }]);
    this.sent.clear();
    for (const patch of this.replica.pending) {
      const { clientId, seq } = patch;
      const known = this.server.outcomes(clientId)[seq - 1];
      if (known === undefined) continue;
      this.noteSent(patch);
      if (known.status === 'ack') this.inbox.push({ ...known, type: 'ack', clientId, seq });
      else this.inbox.push({ ...known, type: 'nack', clientId, seq });
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
  | { do: 'repeat'; client: number }
  | { do: 'collapse'; client: number }
  | { do: 'reopen'; client: number }
  | { do: 'discard'; client: number }
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
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('repeat' as const, 'collapse' as const, 'reopen' as const, 'discard' as const), client)
      .map(([what, who]): Action => ({ do: what, client: who })),
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
    const patch = from.next;
    if (patch === undefined) return;
    from.noteSent(patch);
    const { author, others } = server.take(patch);
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
    else if (step.do === 'repeat') on.hearAgain();
    else if (step.do === 'collapse') on.collapse();
    else if (step.do === 'reopen') on.reopen();
    else if (step.do === 'discard') on.discard();
    else on.rejoin(step.snapshotAge);
  }
  for (const each of clients) while (each.next !== undefined) sequence(each);
  for (const each of clients) {
    each.receive(each.inbox.splice(0));
    expect(each.replica.pending).toEqual([]);
    for (const [name, outcome] of each.heard) {
      const [clientId = '', seq] = name.split(' ');
      expect(outcome).toEqual(server.outcomes(clientId)[Number(seq) - 1]);
    }
    expect(server.decided(each.index).filter((name) => !each.isDoneWith(name))).toEqual([]);
    expect(canonicalGraph(each.replica.view)).toBe(canonicalGraph(server.replay(server.log.length)));
  }
}

test('R1, R2, R3: property: the view is confirmed plus pending, net changes are the difference, all end equal', () => {
  fc.assert(fc.property(fc.array(action, { maxLength: 60, size: 'max' }), play), { numRuns: 300 });
  // Milliseconds: half a minute on a quiet machine's two cores at the most, and several times that on a busy one's.
}, 180_000);

test('what is given up is not shown any more, and its number is not used again', () => {
  const replica = new Replica(testClientId(1));
  replica.submit([...SCHEMA_OPS]);
  const { changes, settled } = replica.discard(testClientId(2), 'Never mind.');
  expect(changes.label.size).toBe(2);
  expect(settled).toMatchObject([
    {
      patch: { clientId: testClientId(1), seq: 1 },
      outcome: { status: 'nack', code: 'DISCARDED', reason: 'Never mind.' },
    },
  ]);
  expect(replica.pending).toEqual([]);
  expect(replica.submit([...SCHEMA_OPS])).toMatchObject({ patch: { clientId: testClientId(2), seq: 1 } });
});

test('a new patch is held to the limits it is given with, by what is shown', () => {
  const node = (n: number): Op[] => [
    { op: 'create_node', nodeId: testNodeId(n), label: 'Person', position: { x: 0, y: 0 }, properties: {} },
  ];
  const limits = { ...WIDEST_LIMITS, nodes: 2 };
  const replica = new Replica(testClientId(1));
  replica.submit([...SCHEMA_OPS], limits);
  for (const n of [1, 2]) expect(replica.submit(node(n), limits).status).toBe('pending');
  expect(replica.submit(node(3), limits)).toMatchObject({ status: 'refused', code: 'LIMIT_REACHED' });
  replica.submit([{ op: 'delete_node', nodeId: testNodeId(1) }], limits);
  expect(replica.submit(node(3), limits).status).toBe('pending');
});

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

describe("R6: what the server has forgotten is made this tab's and sent anew", () => {
  const title = (text: string): Op[] => [{ op: 'set_title', title: text }];

  test('own patches begin again at seq 1 under the new id, those of others follow, and nothing is lost from view', () => {
    const replica = new Replica(testClientId(1));
    replica.submit([...SCHEMA_OPS]);
    replica.adopt(testClientId(2), [{ seq: 7, ops: title('Left by a closed tab') }]);
    replica.submit(title('Mine'));
    const changes = replica.renew(new Set([testClientId(1), testClientId(2)]), testClientId(3));
    expect(hasChanges(changes)).toBe(false);
    expect(replica.clientId).toBe(testClientId(3));
    expect(replica.pending.map(({ clientId, seq }) => [clientId, seq])).toEqual([
      [testClientId(3), 1],
      [testClientId(3), 2],
      [testClientId(3), 3],
    ]);
    const next = replica.submit(title('Later'));
    expect(next).toMatchObject({ patch: { clientId: testClientId(3), seq: 4 } });
  });

  test('where only an adopted client is forgotten, its patches go to the end of the own ones', () => {
    const replica = new Replica(testClientId(1));
    replica.adopt(testClientId(2), [{ seq: 7, ops: title('Left by a closed tab') }]);
    replica.submit(title('Mine'));
    const changes = replica.renew(new Set([testClientId(2)]), testClientId(3));
    expect(replica.pending.map(({ clientId, seq }) => [clientId, seq])).toEqual([
      [testClientId(1), 1],
      [testClientId(1), 2],
    ]);
    expect(changes.info.get('info')).toEqual({ before: { title: 'Mine' }, after: { title: 'Left by a closed tab' } });
  });
});

test('R7: what came to nothing before a patch that was sent leaves no gap in front of it', () => {
  const create: Op = {
    op: 'create_node',
    nodeId: testNodeId(7),
    label: 'Person',
    position: { x: 0, y: 0 },
    properties: {},
  };
  const replica = new Replica(testClientId(1));
  const schema = { serverVersion: 1, clientId: testClientId(9), seq: 1, ops: [...SCHEMA_OPS] };
  replica.receive([{ type: 'patch', patch: schema }]);
  replica.adopt(testClientId(2), [{ seq: 7, ops: [{ op: 'set_title', title: 'Left by a closed tab' }] }]);
  const sent = new Set(replica.pending.map(({ key }) => key));
  for (const op of [create, { op: 'delete_node', nodeId: testNodeId(7) } as const]) replica.submit([op]);
  replica.renew(new Set([testClientId(2)]), testClientId(3));
  expect(replica.collapse(({ key }) => !sent.has(key)).collapsed).toEqual([]);
  expect(replica.pending.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  // What is made after it may come out, and the next takes its number.
  for (const nodeId of [testNodeId(8), testNodeId(8)]) {
    const ops: Op[] = replica.view.get('node', nodeId) ? [{ op: 'delete_node', nodeId }] : [{ ...create, nodeId }];
    replica.submit(ops);
  }
  expect(replica.collapse(({ key }) => !sent.has(key)).collapsed).toHaveLength(2);
  expect(replica.submit([create])).toMatchObject({ status: 'pending', patch: { seq: 4 } });
});

test('R7: what came out is told of each patch that it was in, and of none after it came to nothing', () => {
  const replica = new Replica(testClientId(1));
  const [id, nodeId] = [testEdgeId(1), testNodeId(1)];
  const person = (n: number): Op => ({
    op: 'create_node',
    nodeId: testNodeId(n),
    label: 'Person',
    position: { x: 0, y: 0 },
    properties: {},
  });
  const begun = { serverVersion: 1, clientId: testClientId(9), seq: 1, ops: [...SCHEMA_OPS, person(1), person(2)] };
  replica.receive([{ type: 'patch', patch: begun }]);
  const edge: Op = {
    op: 'create_edge',
    edgeId: id,
    type: 'KNOWS',
    source: nodeId,
    target: testNodeId(2),
    properties: {},
  };
  const grown: Op = { op: 'set_property', on: 'edge', id, key: 'size', value: 2 };
  const gone: Op = { op: 'delete_node', nodeId };
  for (const ops of [[edge], [person(3)], [grown], [gone], [person(1), edge], [grown]]) replica.submit(ops);
  expect(replica.collapse(() => true).collapsed).toEqual([
    { key: 1, kept: [], without: [id] },
    { key: 3, kept: [], without: [id] },
    { key: 4, kept: [0], without: [id] },
  ]);
  expect(replica.pending.map(({ key, seq }) => [key, seq])).toEqual([
    [2, 1],
    [4, 2],
    [5, 3],
    [6, 4],
  ]);
});
