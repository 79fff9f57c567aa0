/** Does something as often as it is asked for, but never twice within a while: many requests become one. */
import type { Clock } from '../shared/clock';

export class Pace {
  readonly #clock: Clock;
  readonly #gap: number;
  readonly #act: () => boolean;
  #actedAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  /**
   * @param gap milliseconds that lie at least between two times
   * @param act returns whether there was anything to do; if not, the next time need not wait for it
   */
  constructor(clock: Clock, gap: number, act: () => boolean) {
    this.#clock = clock;
    this.#gap = gap;
    this.#act = act;
  }

  /** At once if that may be, else as soon as it may. */
  request(): void {
    if (this.#cancel !== undefined) return;
    const wait = this.#actedAt + this.#gap - this.#clock.now();
    if (wait <= 0) this.#run();
    else this.#cancel = this.#clock.after(wait, () => this.#run());
  }

  /** What was requested and not done yet will not be done. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #run(): void {
    this.#cancel = undefined;
    if (this.#act()) this.#actedAt = this.#clock.now();
  }
}
