/** Brings a replica to where this browser left it. */
import type { KeptRoom } from '../offline/room-copy';
import type { Replica, ServerEvent } from '../replica/replica';
import { mergeChanges, type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import { fromSnapshot } from '../shared/graph/snapshot';

/**
 * Restores an empty replica.
 * @returns what that changed in the view
 */
export function restore(replica: Replica, { base, tail, queues }: KeptRoom): NetChanges {
  const events = tail.map((patch): ServerEvent => ({ type: 'patch', patch }));
  if (base !== undefined) {
    events.unshift({ type: 'reset', serverVersion: base.version, graph: fromSnapshot(base.graph) });
  }
  const restored = events.length === 0 ? NO_CHANGES : replica.receive(events).changes;
  const adopted = queues.map(({ clientId, patches }) => replica.adopt(clientId, patches));
  return [restored, ...adopted].reduce(mergeChanges);
}
