/** A clock whose time a test advances. */
import type { Clock } from '../clock';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export class ManualClock implements Clock {
  #now = 0;
  #timers: readonly Timer[] = [];
  /** What `random` returns. */
  chance = 0;

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers = [...this.#timers, timer];
    return () => this.#drop(timer);
  }

  random(): number {
    return this.chance;
  }

  /** How many callbacks are still to come. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets time pass. What is due is called back in its order, each at its own moment. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#drop(due);
      this.#now = Math.max(this.#now, due.at);
      due.callback();
    }
    this.#now = end;
  }

  #drop(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
  }
}
