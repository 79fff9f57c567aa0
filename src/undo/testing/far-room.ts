/**
 * A history over a real replica whose server is far away: own patches reach it, and what it says comes back, only when
 * the test says so. What waits to be sent is made as small as it can be first, as a session does it.
 */
import { expect } from 'vitest';
import { Replica, type ServerEvent } from '../../replica/replica';
import { Submissions } from '../../session/submissions';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { testClientId } from '../../shared/graph/ops.arbitrary';
import { type Submitted, UndoHistory } from '../undo-history';
import { apply, NOT_TAKEN } from './desk';

export class FarRoom {
  /** The graph as the server has it. */
  readonly server = new Graph();
  readonly replica = new Replica(testClientId(1));
  readonly history: UndoHistory<Submitted>;
  /** How often the history said that it changed. */
  changes = 0;
  #version = 0;
  /** Keys of the patches that were not sent yet. */
  readonly #unsent = new Set<number>();
  readonly #inbox: ServerEvent[] = [];
  readonly #submissions = new Submissions();

  /** @param start ops that make the graph to begin with; the replica has them */
  constructor(...start: Op[]) {
    this.history = new UndoHistory({
      view: () => this.replica.view,
      submit: (ops) => this.#submit(ops),
      onChange: () => {
        this.changes += 1;
      },
    });
    this.others(...start);
    this.replica.receive(this.#inbox.splice(0));
  }

  /** Someone else's patch is next in the server's order. */
  others(...ops: Op[]): void {
    expect(apply(this.server, ops)).toBeDefined();
    const serverVersion = this.#next();
    const patch = { serverVersion, clientId: testClientId(2), seq: serverVersion, ops: [...ops] };
    this.#inbox.push({ type: 'patch', patch });
  }

  /** The server gets what was submitted. Its first `refuse` patches are refused. */
  deliver(refuse = 0): void {
    const { collapsed, changes } = this.replica.collapse(({ key }) => this.#unsent.has(key));
    for (const each of collapsed) this.#submissions.collapse(each, this.replica.serverVersion);
    this.history.viewChanged(changes);
    const outbox = this.replica.pending.filter(({ key }) => this.#unsent.has(key));
    this.#unsent.clear();
    outbox.forEach(({ clientId, seq, ops }, index) => {
      if (index >= refuse && apply(this.server, ops) !== undefined) {
        this.#inbox.push({ type: 'ack', clientId, seq, serverVersion: this.#next(), skipped: [] });
      } else {
        this.#inbox.push({ type: 'nack', clientId, seq, code: 'LIMIT_REACHED', reason: '' });
      }
    });
  }

  /** The tab hears what the server has said since, in one frame, and has done all that follows from it at once. */
  async hear(): Promise<void> {
    const { changes, settled, lost } = this.replica.receive(this.#inbox.splice(0));
    expect(lost).toBeUndefined();
    this.history.viewChanged(changes);
    for (const each of settled) this.#submissions.settle(each);
    // Promises that are settled call back within a few turns of the microtask queue.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Until nothing is on its way any more. */
  async settle(): Promise<void> {
    do {
      this.deliver();
      await this.hear();
    } while (this.#unsent.size > 0);
  }

  #next(): number {
    this.#version += 1;
    return this.#version;
  }

  #submit(ops: readonly Op[]): Submitted {
    const result = this.replica.submit(ops);
    if (result.status === 'refused') return NOT_TAKEN;
    const { patch, changes } = result;
    this.history.viewChanged(changes);
    this.#unsent.add(patch.key);
    return this.#submissions.add(patch.key, changes);
  }
}
