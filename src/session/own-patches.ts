/**
 * The patches that are this tab's to send: made here, or adopted. Whatever happens to them is shown, kept by the offline copy,
 * and told to who waits for it, all in one turn.
 */
import type { PatchQueue } from '../offline/room-copy';
import type { Replica, SettledPatch } from '../replica/replica';
import type { GraphLimits } from '../shared/graph/graph-limits';
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';
import { isClientOf } from '../shared/protocol/client-ids';
import { fitsMessage } from './pack-patches';
import type { SessionPorts } from './session-ports';
import { refusal, type Submission, Submissions } from './submissions';

const GIVEN_UP = 'You gave it up.';

export class OwnPatches {
  readonly #ports: SessionPorts;
  readonly #replica: Replica;
  readonly #submissions = new Submissions();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#replica = ports.replica;
  }

  /** Makes a patch of this tab's; one that does not fit the graph as shown, or the limits, is refused at once. */
  submit(ops: readonly Op[], limits: GraphLimits | undefined): Submission {
    const { opsPerPatch, messageBytes } = limits ?? LIMITS;
    if (ops.length > opsPerPatch || !fitsMessage(ops, messageBytes)) {
      return refusal('LIMIT_REACHED', 'This change is too large to send in one piece. Make it in smaller steps.');
    }
    const result = this.#replica.submit(ops, limits);
    if (result.status === 'refused') return refusal(result.code, result.reason);
    const { patch, changes } = result;
    const submission = this.#submissions.add(patch.key, changes);
    this.#ports.copy.queued(patch.clientId, { seq: patch.seq, ops });
    this.#ports.onChanges(changes);
    this.#ports.onProgress();
    return submission;
  }

  /** Takes over what a tab left that is gone. @returns whether it is sent under that tab's name */
  adopt({ clientId, patches }: PatchQueue): boolean {
    this.#ports.onChanges(this.#replica.adopt(clientId, patches));
    return !this.takeOverForeign();
  }

  /**
   * What a browser kept whose secret was lost since cannot be sent under the old names any more: it becomes this tab's own.
   * @returns whether there was any
   */
  takeOverForeign(): boolean {
    const { clientSecret } = this.#ports.credentials;
    const clientIds = new Set(this.#replica.pending.map(({ clientId }) => clientId));
    const foreign = new Set([...clientIds].filter((clientId) => !isClientOf(clientSecret, clientId)));
    if (foreign.size > 0) this.#rename(foreign);
    return foreign.size > 0;
  }

  /**
   * Where the server has forgotten patches it once decided, those that are pending would never be next in line: they
   * become a new client's.
   * @param lastSeqs the last seq that the server has an outcome for, by client
   * @returns whether it had to be
   */
  renew(lastSeqs: Readonly<Record<string, number>>): boolean {
    const forgotten = this.#replica.forgottenAt(lastSeqs);
    if (forgotten.size > 0) this.#rename(forgotten);
    return forgotten.size > 0;
  }

  /** Gives up what the server has not decided. @returns whether there was any; then this tab goes on as another client */
  discard(): boolean {
    const { onChanges, newClientId } = this.#ports;
    if (this.#replica.pending.every(({ decided }) => decided)) return false;
    const { changes, settled } = this.#replica.discard(newClientId(), GIVEN_UP);
    for (const clientId of new Set(settled.map(({ patch }) => patch.clientId))) this.#keepQueue(clientId);
    onChanges(changes);
    this.settle(settled);
    return true;
  }

  /** Takes out what came to nothing before it was ever sent (R7). */
  collapse(isUnsent: Parameters<Replica['collapse']>[0]): ReturnType<Replica['collapse']>['collapsed'] {
    const { collapsed, changes } = this.#replica.collapse(isUnsent);
    if (collapsed.length === 0) return collapsed;
    for (const each of collapsed) this.#submissions.collapse(each, this.#replica.serverVersion);
    this.#keepQueue(this.#replica.clientId);
    this.#ports.onChanges(changes);
    this.#ports.onProgress();
    return collapsed;
  }

  /** Tells what became of patches. */
  settle(settled: readonly SettledPatch[]): void {
    for (const each of settled) this.#submissions.settle(each);
    if (settled.length > 0) this.#ports.onSettled(settled);
  }

  /** Nothing more can be decided. */
  end(reason: string): void {
    this.#submissions.end(reason);
  }

  /** What is pending of these clients becomes this tab's own. */
  #rename(clientIds: ReadonlySet<string>): void {
    const { onChanges, newClientId } = this.#ports;
    onChanges(this.#replica.renew(clientIds, newClientId()));
    for (const clientId of new Set([...clientIds, this.#replica.clientId])) this.#keepQueue(clientId);
  }

  #keepQueue(clientId: string): void {
    const { pending } = this.#replica;
    const patches = pending.filter((patch) => patch.clientId === clientId).map(({ seq, ops }) => ({ seq, ops }));
    this.#ports.copy.requeued({ clientId, patches });
  }
}
