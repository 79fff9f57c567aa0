/** Well-formed messages of every type that a client may send. Test support only. */

import fc from 'fast-check';
import type { z } from 'zod';
import { byKind } from '../../src/shared/graph/model';
import { arbitraryOp, arbitraryOps, testEdgeId, testNodeId } from '../../src/shared/graph/ops.arbitrary';
import type { ClientMessage, patchMessageSchema } from '../../src/shared/protocol/client-messages';
import type { PresenceChange } from '../../src/shared/protocol/presence';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import { clientNo } from './ids';

/** The client that sends the messages, one that it adopts, and one that it has no right to speak for. */
export const [STRANGER, ADOPTED, BYSTANDER] = [clientNo(1), clientNo(2), clientNo(3)];

const person = fc.record({
  name: fc.constantFrom('Ann', 'Zoë', '組子', "O'Brien", '🙂'),
  color: fc.constantFrom('#aa0000', '#00bb00'),
});

const hello = fc.record(
  {
    type: fc.constant('hello' as const),
    protocolVersion: fc.constant(PROTOCOL_VERSION),
    clientId: fc.constant(STRANGER),
    clientSecret: fc.constant(TEST_SECRET),
    adopted: fc.constantFrom<string[][]>([], [ADOPTED]),
    person,
    key: fc.constant('0123456789abcdef'),
    token: fc.constant('aaa.bbb.ccc'),
    roomEpoch: fc.constantFrom('', 'id-2', 'another'),
    lastVersion: fc.nat({ max: 5 }),
  },
  { requiredKeys: ['type', 'protocolVersion', 'clientId', 'clientSecret', 'person'] },
);

const styledLabel = fc.record({
  op: fc.constant('create_label' as const),
  label: fc.constantFrom('Person', 'Town'),
  properties: fc.constantFrom({}, { name: 'STRING' as const }),
  style: fc.record(
    { color: fc.constant('#336699'), icon: fc.constant('user'), caption: fc.constant('name') },
    { requiredKeys: [] },
  ),
});

const ops = fc.oneof(
  { weight: 6, arbitrary: arbitraryOps },
  { weight: 1, arbitrary: fc.tuple(styledLabel, arbitraryOp) },
);
const author = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(ADOPTED) },
);
/** The seqs are for whoever sends it to fill in. */
const patchOf = fc.record({ clientId: author, seq: fc.constant(1), ops });
const patch = fc.record({
  type: fc.constant('patch' as const),
  patches: fc.oneof(
    { weight: 5, arbitrary: patchOf.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(patchOf, { minLength: 2, maxLength: 3 }) },
  ),
});

const nodeId = fc.nat({ max: 5 }).map(testNodeId);
const edgeId = fc.nat({ max: 5 }).map(testEdgeId);
const position = fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.constantFrom(0.5, -7.25) });
const few = { maxLength: 2 };

export const arbitraryPresence: fc.Arbitrary<PresenceChange> = fc.record(
  {
    cursor: fc.option(position),
    selection: fc.record({ nodes: fc.array(nodeId, few), edges: fc.array(edgeId, few) }),
    drag: fc.array(fc.record({ nodeId, position }), few),
    editing: fc.option(
      fc.oneof(
        fc.record({ on: fc.constant('node' as const), id: nodeId, key: fc.constant('name') }),
        fc.record({ on: fc.constant('edge' as const), id: edgeId, key: fc.constant('size') }),
      ),
    ),
    viewport: fc.option(
      fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.constant(0.5), zoom: fc.constantFrom(0.25, 1, 2) }),
    ),
  },
  { requiredKeys: [] },
);

const digestPart = fc.record({
  count: fc.nat({ max: 9 }),
  hash: fc.constantFrom('0123456789abcdef', '0000000000000000'),
});
export const arbitraryDigest = fc.record(byKind(() => digestPart));

export const arbitraryClientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  { weight: 3, arbitrary: hello },
  { weight: 12, arbitrary: patch },
  { weight: 4, arbitrary: arbitraryPresence.map((change) => ({ type: 'presence' as const, ...change })) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('person' as const), person }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'check' as const }, { type: 'check' as const, rebuilds: 2 }) },
  { weight: 1, arbitrary: fc.constant({ type: 'auth' as const, token: 'aaa.bbb.ccc' }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('checked' as const), version: fc.nat(), digest: arbitraryDigest }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'ping' as const }) },
);

/**
 * The message with seqs that are next in line.
 * @param nextSeq of a client; `undefined` stands for the connection's own
 */
export function numbered(message: ClientMessage, nextSeq: (clientId: string | undefined) => number): ClientMessage {
  if (message.type !== 'patch') return message;
  const counts = new Map<string | undefined, number>();
  const patches = message.patches.map((each: z.infer<typeof patchMessageSchema>['patches'][number]) => {
    const before = counts.get(each.clientId) ?? 0;
    counts.set(each.clientId, before + 1);
    return { ...each, seq: nextSeq(each.clientId) + before };
  });
  return { ...message, patches };
}
