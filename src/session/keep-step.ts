/** Tells the offline copy what one step of the replica made of the log and of what waited. */

import type { RoomCopy } from '../offline/room-copy';
import type { Replica, ServerEvent, SettledPatch } from '../replica/replica';
import { toSnapshot } from '../shared/graph/snapshot';
import type { AcceptedPatch } from '../shared/protocol/server-messages';

/** What the replica was given, and what it said. */
export interface Step {
  readonly events: readonly ServerEvent[];
  readonly settled: readonly SettledPatch[];
  /** The replica's version before the step. */
  readonly before: number;
}

/** @param replica after the step */
export function keepStep(
  copy: Pick<RoomCopy, 'confirmed' | 'replaced'>,
  roomEpoch: string,
  replica: Replica,
  step: Step,
): void {
  const { events, settled, before } = step;
  const { serverVersion } = replica;
  const names = settled.map(({ patch: { clientId, seq } }) => ({ clientId, seq }));
  const isReset = events.some(({ type }) => type === 'reset');
  if (isReset) copy.replaced({ roomEpoch, version: serverVersion, graph: toSnapshot(replica.confirmed) });
  const patches = isReset ? [] : loggedBy(events, settled).filter((patch) => isNew(patch, before, serverVersion));
  if (patches.length > 0 || names.length > 0) copy.confirmed(roomEpoch, patches, names);
}

/** The log's patches that a step told of: those that came whole, and own ones that were acknowledged. In order. */
function loggedBy(events: readonly ServerEvent[], settled: readonly SettledPatch[]): AcceptedPatch[] {
  const byVersion = new Map<number, AcceptedPatch>();
  for (const event of events) if (event.type === 'patch') byVersion.set(event.patch.serverVersion, event.patch);
  for (const { patch, outcome } of settled) {
    if (outcome.status !== 'ack') continue;
    const { clientId, seq, ops } = patch;
    byVersion.set(outcome.serverVersion, { serverVersion: outcome.serverVersion, clientId, seq, ops: [...ops] });
  }
  return [...byVersion.values()].sort((a, b) => a.serverVersion - b.serverVersion);
}

function isNew({ serverVersion }: AcceptedPatch, before: number, now: number): boolean {
  return serverVersion > before && serverVersion <= now;
}
