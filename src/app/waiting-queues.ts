import type { PatchQueue } from '../offline/room-copy';
import type { PendingPatch } from '../replica/pending-patches';

/** What is pending as the queues it is kept in, one for each client. */
export function waitingQueues(pending: readonly PendingPatch[]): PatchQueue[] {
  const queues = new Map<string, { seq: number; ops: PendingPatch['ops'] }[]>();
  for (const { clientId, seq, ops } of pending) {
    const queue = queues.get(clientId);
    if (queue === undefined) queues.set(clientId, [{ seq, ops }]);
    else queue.push({ seq, ops });
  }
  return Array.from(queues, ([clientId, patches]) => ({ clientId, patches }));
}
