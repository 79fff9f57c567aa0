/** The first thing a tab says on a connection. */
import type { Replica } from '../replica/replica';
import { LIMITS } from '../shared/limits';
import type { Hello } from '../shared/protocol/client-messages';
import type { Person } from '../shared/protocol/person';
import { PROTOCOL_VERSION } from '../shared/protocol/version';

export interface Greeter {
  readonly replica: Replica;
  /** Of the room of which the replica holds a state; undefined when it holds none. */
  readonly roomEpoch: string | undefined;
  readonly person: Person;
  readonly clientSecret: string;
  readonly key: string | undefined;
  readonly token: string | undefined;
}

/** Speaks for the replica's own client and as many of those it adopted as may be. */
export function greeting({ replica, roomEpoch, person, clientSecret, key, token }: Greeter): Hello {
  const { clientId, serverVersion, pending } = replica;
  const others = new Set(pending.map((patch) => patch.clientId).filter((id) => id !== clientId));
  const adopted = [...others].slice(0, LIMITS.adoptedClients);
  return {
    type: 'hello',
    protocolVersion: PROTOCOL_VERSION,
    clientId,
    clientSecret,
    ...(adopted.length > 0 && { adopted }),
    person,
    ...(key !== undefined && { key }),
    ...(token !== undefined && { token }),
    ...(roomEpoch !== undefined && { roomEpoch, lastVersion: serverVersion }),
  };
}
