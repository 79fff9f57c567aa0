/** A `welcome` as a server says it, for tests in which the test is the server. */
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import type { Welcome } from '../../shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../shared/protocol/version';

/** To an owner of an empty room, but for what is given. */
export function welcomeMessage(given: Partial<Welcome> = {}): Welcome {
  return {
    type: 'welcome',
    protocolVersion: PROTOCOL_VERSION,
    roomEpoch: 'epoch',
    serverVersion: 0,
    role: 'owner',
    limits: WIDEST_LIMITS,
    lastSeqs: {},
    ...given,
  };
}
