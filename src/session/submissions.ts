/** Those who submitted a patch and wait to hear what became of it. */
import type { Collapsed } from '../replica/pending-patches';
import type { Outcome, SettledPatch } from '../replica/replica';
import type { NetChanges } from '../shared/graph/changes';

/** What came of a call of `submit`. */
export interface Submission {
  /** What changed in the view at once; `undefined` when the patch was not taken. */
  readonly changes: NetChanges | undefined;
  /** What the server decided. */
  readonly outcome: Promise<Outcome>;
  /**
   * What the patch changed where the server put it: the same as `changes`, but where others wrote in between.
   * `undefined` when it was refused.
   */
  readonly effect: Promise<NetChanges | undefined>;
}

interface Waiting {
  readonly changes: NetChanges;
  readonly settle: (outcome: Outcome, effect: NetChanges | undefined) => void;
  /** The indexes that the ops had when they were submitted, once some were taken out. */
  kept: readonly number[] | undefined;
  /** Nodes and edges that were taken out: the server never hears of them, so what was seen of them is what happened. */
  readonly without: Set<string>;
}

export class Submissions {
  /** By the patch's key. */
  readonly #waiting = new Map<number, Waiting>();

  add(key: number, changes: NetChanges): Submission {
    const settled = new Promise<{ outcome: Outcome; effect: NetChanges | undefined }>((resolve) => {
      const settle: Waiting['settle'] = (outcome, effect) => resolve({ outcome, effect });
      this.#waiting.set(key, { changes, settle, kept: undefined, without: new Set() });
    });
    return {
      changes,
      outcome: settled.then(({ outcome }) => outcome),
      effect: settled.then(({ effect }) => effect),
    };
  }

  /** The server has decided a patch. It may be one that nobody here waits for. */
  settle({ patch, outcome, effect }: SettledPatch): void {
    const waiting = this.#waiting.get(patch.key);
    if (waiting === undefined) return;
    this.#waiting.delete(patch.key);
    if (outcome.status === 'nack') waiting.settle(outcome, undefined);
    else {
      const skipped = outcome.skipped.map(({ op, reason }) => ({ op: waiting.kept?.[op] ?? op, reason }));
      waiting.settle({ ...outcome, skipped }, effect === undefined ? waiting.changes : withUnsent(effect, waiting));
    }
  }

  /**
   * Something came out of a patch before it was sent. Of one that is gone nothing is left to be decided: all of it came
   * to nothing, as it was meant to.
   */
  collapse({ key, kept, without }: Collapsed, serverVersion: number): void {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    for (const id of without) waiting.without.add(id);
    waiting.kept = kept.map((op) => waiting.kept?.[op] ?? op);
    if (kept.length > 0) return;
    this.#waiting.delete(key);
    waiting.settle({ status: 'ack', serverVersion, skipped: [] }, waiting.changes);
  }

  /** Nothing more can be decided. */
  end(reason: string): void {
    for (const { settle } of this.#waiting.values()) settle({ status: 'nack', code: 'CLOSED', reason }, undefined);
    this.#waiting.clear();
  }
}

/** What a patch did: in the server's order, but for what was taken out of it before the server could hear of it. */
function withUnsent(effect: NetChanges, { changes, without }: Waiting): NetChanges {
  if (without.size === 0) return effect;
  const both = <T>(ordered: ReadonlyMap<string, T>, seen: ReadonlyMap<string, T>) => [
    ...Array.from(ordered).filter(([id]) => !without.has(id)),
    ...Array.from(seen).filter(([id]) => without.has(id)),
  ];
  return {
    ...effect,
    node: new Map(both(effect.node, changes.node)),
    edge: new Map(both(effect.edge, changes.edge)),
  };
}

export function refusal(code: Extract<Outcome, { status: 'nack' }>['code'], reason: string): Submission {
  const outcome = Promise.resolve<Outcome>({ status: 'nack', code, reason });
  return { changes: undefined, outcome, effect: Promise.resolve(undefined) };
}
