/** Fingers on the glass of a phone. */
import type { CDPSession, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves between two places in so many steps, as fingers do. */
const STEPS = 8;

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

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
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
    await this.#touch(
      'touchStart',
      ways.map(({ from }) => from),
    );
    for (let step = 1; step <= STEPS; step += 1) {
      await this.#touch(
        'touchMove',
        ways.map(({ from, to }) => between(from, to, step)),
      );
    }
    await this.#touch('touchEnd', []);
  }
}
