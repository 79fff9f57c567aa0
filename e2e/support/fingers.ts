/** Fingers on the glass of a phone. */
import type { CDPSession, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves between two places in so many steps, as fingers do. */
const STEPS = 8;
/** Seconds that a move takes, and that fingers lie still after the last. */
const PACE = 0.016;
const REST = 0.2;

function between(from: Point, to: Point, step: number): Point {
  const share = step / STEPS;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export class Fingers {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** @param at when it happens, in seconds since 1970; now when left out */
  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[], at?: number): Promise<void> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    const timestamp = at === undefined ? {} : { timestamp: at };
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints, ...timestamp });
  }

  async taps(at: Point): Promise<void> {
    await this.#touch('touchStart', [at]);
    await this.#touch('touchEnd', []);
  }

  /** Presses until something happens. */
  async holds(at: Point, until: () => Promise<void>): Promise<void> {
    await this.#touch('touchStart', [at]);
    await until();
    await this.#touch('touchEnd', []);
  }

  async drags(from: Point, to: Point): Promise<void> {
    await this.moves([{ from, to }]);
  }

  /** Two fingers, away from each other or together, around a point. */
  async pinches(middle: Point, from: number, to: number): Promise<void> {
    const finger = (side: 1 | -1) => ({
      from: { x: middle.x + (side * from) / 2, y: middle.y },
      to: { x: middle.x + (side * to) / 2, y: middle.y },
    });
    await this.moves([finger(-1), finger(1)]);
  }

  async moves(ways: readonly { readonly from: Point; readonly to: Point }[]): Promise<void> {
    const points = (step: number) => ways.map(({ from, to }) => between(from, to, step));
    // It took a while, and the fingers lay still before they were lifted: what is let go in full motion is thrown, and the
    // browser takes a tap shortly after that for what stops it.
    const start = Date.now() / 1000 - STEPS * PACE - REST;
    await this.#touch('touchStart', points(0), start);
    for (let step = 1; step <= STEPS; step += 1) await this.#touch('touchMove', points(step), start + step * PACE);
    await this.#touch('touchMove', points(STEPS), start + STEPS * PACE + REST);
    await this.#touch('touchEnd', [], start + STEPS * PACE + REST);
  }
}
