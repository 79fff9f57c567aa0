/** Well-formed messages of every type that a server may send. Test support only. */
import fc from 'fast-check';
import { arbitraryDigest, arbitraryPresence } from '../../../server/testing/client-messages.arbitrary';
import { SAVED_FACTS } from '../../../server/testing/hostile-messages';
import type { Facts } from '../../../server/testing/spoil-json';
import { ROLES } from '../../shared/access';
import { SKIP_REASONS } from '../../shared/graph/element-ops';
import { arbitraryOps } from '../../shared/graph/ops.arbitrary';
import { LIMITS } from '../../shared/limits';
import { ERROR_CODES, NACK_CODES, RETRYABLE_CODES, type ServerMessage } from '../../shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../shared/protocol/version';
import { testClientId } from '../../shared/testing/test-client-ids';

const clientId = fc.nat({ max: 3 }).map(testClientId);
const seq = fc.integer({ min: 1, max: 3 });
/** Of a room whose log has three patches: most often the next. */
const version = fc.constantFrom(0, 2, 3, 4, 4, 4, 5);
const reason = fc.constantFrom('', 'No.', 'Something else is wrong.');
const person = fc.record({ name: fc.constantFrom('Ann', '組子'), color: fc.constant('#00bb00') });

const role = fc.constantFrom(...ROLES);
/** Wide enough for all that honest tabs do. */
const limit = fc.integer({ min: 20, max: 64 });
const accessFields = {
  role,
  identity: fc.record({ userId: fc.constantFrom('u1', ''), name: fc.constantFrom('Ann', '組子') }),
  tokenExpiresIn: fc.integer({ min: 0, max: 100_000 }),
};

const welcome = fc.record(
  {
    type: fc.constant('welcome' as const),
    protocolVersion: fc.constantFrom(PROTOCOL_VERSION, 1),
    roomEpoch: fc.constantFrom('epoch', 'another'),
    serverVersion: version,
    ...accessFields,
    limits: fc.record({
      ...{ nodes: limit, edges: limit, labels: limit, edgeTypes: limit, views: limit, rules: limit },
      ...{ propertiesPerType: limit, opsPerPatch: limit, textLength: limit, messageBytes: limit },
    }),
    lastSeqs: fc.dictionary(clientId, version, { maxKeys: 3 }),
    authors: fc.dictionary(clientId, fc.constantFrom('Ann', ''), { maxKeys: 2 }),
    snapshot: fc.record(
      { version, url: fc.constantFrom('/api/rooms/r/snapshots/1', 'http://[', '') },
      { requiredKeys: ['version'] },
    ),
  },
  { requiredKeys: ['type', 'protocolVersion', 'roomEpoch', 'serverVersion', 'role', 'limits', 'lastSeqs'] },
);

const access = fc.record({ type: fc.constant('access' as const), ...accessFields }, { requiredKeys: ['type', 'role'] });

const accepted = fc.record({ serverVersion: version, clientId, seq, ops: arbitraryOps });
const broadcast = fc.record({
  type: fc.constant('patch_broadcast' as const),
  patches: fc.array(accepted, { minLength: 1, maxLength: 3 }),
});
const skipped = fc.record({
  op: fc.nat({ max: 3 }),
  reason: fc.constantFrom(...SKIP_REASONS),
});
const ack = fc.record(
  {
    type: fc.constant('ack' as const),
    clientId,
    seq,
    serverVersion: version,
    skipped: fc.array(skipped, { maxLength: 2 }),
  },
  { requiredKeys: ['type', 'seq', 'serverVersion', 'skipped'] },
);
const nack = fc.record(
  {
    type: fc.constant('nack' as const),
    clientId,
    seq,
    code: fc.constantFrom(...NACK_CODES, ...RETRYABLE_CODES),
    reason,
    retryable: fc.constant(true as const),
  },
  { requiredKeys: ['type', 'seq', 'code', 'reason'] },
);
const peer = fc
  .tuple(fc.record({ clientId, person, role }, { requiredKeys: ['clientId'] }), arbitraryPresence)
  .map(([who, change]) => ({ ...who, ...change }));
const peers = fc.record(
  {
    type: fc.constant('presence' as const),
    peers: fc.array(peer, { maxLength: 2 }),
    left: fc.array(clientId, { maxLength: 2 }),
  },
  { requiredKeys: ['type', 'peers'] },
);

const message: fc.Arbitrary<ServerMessage> = fc.oneof(
  welcome,
  access,
  broadcast,
  ack,
  nack,
  peers,
  fc.record({ type: fc.constant('check' as const), version, digest: arbitraryDigest }),
  fc.constant({ type: 'pong' as const }),
  fc.record({ type: fc.constant('error' as const), code: fc.constantFrom(...ERROR_CODES), reason }),
);

/** One message, or several. */
export const arbitraryFrame: fc.Arbitrary<ServerMessage | ServerMessage[]> = fc.oneof(
  { weight: 3, arbitrary: message },
  { weight: 1, arbitrary: fc.array(message, { minLength: 1, maxLength: 3 }) },
);

export const SERVER_FACTS: Facts = {
  optional: new Set([
    ...['.authors', '.snapshot', '.clientId', '.retryable', '.left', 'snapshot.url'],
    ...[
      '.identity',
      '.tokenExpiresIn',
      'peers.role',
      'peers.person',
      'peers.cursor',
      'peers.selection',
      'peers.drag',
      'peers.editing',
      'peers.viewport',
    ],
    ...['ops.style', 'style.color', 'style.icon', 'style.caption'],
    ...SAVED_FACTS.optional,
  ]),
  lists: new Set(SAVED_FACTS.lists),
  maps: new Set(['properties', 'lastSeqs', 'authors']),
  records: new Set(['lastSeqs', 'authors']),
  freeText: new Set(['reason', 'roomEpoch', 'url', 'authors', 'identity']),
  tags: new Map([['type', ['welcome', 'patch_broadcast', 'ack', 'nack', 'presence', 'check', 'access', 'error']]]),
  longest: new Map([
    ['ops', LIMITS.opsPerPatch],
    ['nodes', LIMITS.presenceItems],
    ['edges', LIMITS.presenceItems],
    ['drag', LIMITS.presenceItems],
  ]),
  own: {},
};
