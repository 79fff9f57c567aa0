/** What a person sees of the others, and does about it. */
import type { Locator } from '@playwright/test';
import type { Person } from './person';

export class Company {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async follows(name: string): Promise<void> {
    await this.#person.avatar(name).click();
  }

  /** The bar that says who is followed. */
  get following(): Locator {
    return this.#person.page.getByTestId('following');
  }

  /** The button of a message. */
  messageButton(name: 'Restore' | 'Undo'): Locator {
    return this.#person.notices.getByRole('button', { name, exact: true });
  }

  /** The button in the bar, which says what it would do. */
  turn(turn: 'Undo' | 'Redo'): Locator {
    return this.#person.page.getByRole('banner').getByRole('button', { name: new RegExp(`^${turn}`, 'u') });
  }

  /** What was said to who listens. */
  get announcements(): Locator {
    return this.#person.page.getByTestId('announcements');
  }

  /** Drags the empty canvas along. */
  async pans(by: { readonly x: number; readonly y: number }): Promise<void> {
    const from = await this.#person.emptySpot();
    await this.#person.dragsMouse(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /** Zooms with the wheel, where nothing is. */
  async zooms(pixels: number): Promise<void> {
    const { x, y } = await this.#person.emptySpot();
    await this.#person.page.mouse.move(x, y);
    await this.#person.page.mouse.wheel(0, pixels);
  }

  /** How far the view is from another's, in pixels: at most, at any corner of what is seen. */
  async awayFrom(other: Company): Promise<number> {
    const [own, theirs] = [await this.#corner(), await other.#corner()];
    return Math.max(
      Math.abs(own.x - theirs.x),
      Math.abs(own.y - theirs.y),
      Math.abs(own.zoom / theirs.zoom - 1) * 1_000,
    );
  }

  /** Where the canvas's own origin is on the screen, and its scale. */
  #corner(): Promise<{ x: number; y: number; zoom: number }> {
    return this.#person.page.locator('.react-flow__viewport').evaluate((view) => {
      const { e: x, f: y, a: zoom } = new DOMMatrix(getComputedStyle(view).transform);
      return { x, y, zoom };
    });
  }
}
