/**
 * Random clients with random patches, sent in random order, twice, too early, across commits and reconnections, against
 * a model that only knows: accepted patches, applied in order to an empty graph.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { diffGraphs, hasChanges } from '../src/shared/graph/changes';
import { Graph } from '../src/shared/graph/graph';
import { type Op, opsSchema } from '../src/shared/graph/ops';
import { loadRoom } from './load-room';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo, edgeNo, nodeNo } from './testing/ids';
import { createNode, deleteNode, schemaOps, setName } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const small = fc.integer({ min: 1, max: 4 });
const op: fc.Arbitrary<Op> = fc.oneof(
  small.map(createNode),
  small.map(deleteNode),
  fc.tuple(small, fc.string({ maxLength: 3 })).map(([n, text]) => setName(n, text)),
  // Mistyped: the whole patch is to be refused.
  small.map((n): Op => ({ op: 'set_property', on: 'node', id: nodeNo(n), key: 'age', value: 'old' })),
  fc.tuple(small, small, small).map(
    ([e, a, b]): Op => ({
      op: 'create_edge',
      edgeId: edgeNo(e),
      type: 'KNOWS',
      source: nodeNo(a),
      target: nodeNo(b),
      properties: {},
    }),
  ),
  small.map((e): Op => ({ op: 'delete_edge', edgeId: edgeNo(e) })),
);
const patch = fc.array(op, { minLength: 0, maxLength: 3 }); // An empty patch is malformed.

const client = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('next' as const), client, ops: patch }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), client, back: small, ops: patch }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('early' as const), client, ops: patch }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('commit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const), client }) },
);

test('L1: whatever is sent, the log is the accepted patches once each, and replaying it gives everyone’s graph', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const storage = memoryStorage();
      const { rooms } = testRooms(storage);
      const id = rooms.create();
      const clients = [1, 2, 3].map((n) => ({ member: new FakeMember(clientNo(n)).join(rooms, id), seq: 0 }));
      const founder = new FakeMember(clientNo(9)).join(rooms, id);
      founder.submit(1, schemaOps);

      // The model.
      const graph = new Graph();
      applyPatch(graph, schemaOps);
      const accepted = [`${founder.clientId} 1`];

      const at = (n: number) => must(clients[n], `client ${n}`);
      for (const one of steps) {
        if (one.do === 'commit') rooms.flush();
        else if (one.do === 'reconnect')
          at(one.client).member = new FakeMember(clientNo(one.client + 1)).join(rooms, id);
        else if (one.do === 'early') at(one.client).member.submit(at(one.client).seq + 2, one.ops);
        else if (one.do === 'again')
          at(one.client).member.submit(Math.max(1, at(one.client).seq - one.back + 1), one.ops);
        else {
          at(one.client).seq += 1;
          at(one.client).member.submit(at(one.client).seq, one.ops);
        }
        // A patch "sent again" before there was a first one is the first one.
        const { member, seq } = 'client' in one ? at(one.client) : { member: founder, seq: 0 };
        const isFirst = one.do === 'again' && seq === 0;
        if (isFirst) at(one.client).seq = 1;
        if (one.do !== 'next' && !isFirst) continue;
        const parsed = opsSchema.safeParse(one.ops);
        if (!parsed.success || applyPatch(graph, parsed.data).status === 'refused') continue;
        accepted.push(`${member.clientId} ${at(one.client).seq}`);
      }
      rooms.flush();

      const log = storage.patchesAfter(id, 0);
      expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
      expect(log.map(({ clientId, seq }) => `${clientId} ${seq}`)).toEqual(accepted);
      const replayed = loadRoom(storage, must(storage.room(id), 'the room')).graph;
      expect(hasChanges(diffGraphs(graph, replayed))).toBe(false);
      // An onlooker who was there all the time heard of every patch but its own, in order.
      const heard = founder.take().flatMap((message) => (message.type === 'patch_broadcast' ? message.patches : []));
      expect(heard.map(({ serverVersion }) => serverVersion)).toEqual(log.map(({ version }) => version).slice(1));
    }),
    { numRuns: 150 },
  );
});
