/** What a person does with algorithms, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class AlgorithmsWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: 'Algorithms', exact: true });
  }

  get legend(): Locator {
    return this.#page.getByRole('region', { name: 'Legend' });
  }

  get progress(): Locator {
    return this.panel.getByRole('progressbar');
  }

  /** What was found, as it is listed: only what is in sight. */
  get rows(): Locator {
    return this.panel.getByRole('row').filter({ has: this.#page.getByRole('cell') });
  }

  async opens(): Promise<void> {
    await this.person.chooses('Algorithms');
    await expect(this.panel).toBeVisible();
  }

  async chooses(name: RegExp): Promise<void> {
    await this.panel.getByRole('radio', { name }).check();
  }

  async runs(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Chooses one, runs it, and waits for what it finds. */
  async finds(name: RegExp): Promise<void> {
    await this.chooses(name);
    await this.runs();
    await expect(this.rows.first()).toBeVisible();
  }

  async goesBack(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Another' }).click();
  }

  async showsAs(way: 'Colour' | 'Size' | 'Not shown'): Promise<void> {
    await this.panel.getByRole('radio', { name: way, exact: true }).check();
  }

  async sortsBy(column: string): Promise<void> {
    await this.panel.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  /** The names in the list that are in sight, from the top. */
  names(): Promise<string[]> {
    return this.rows.getByRole('button').allInnerTexts();
  }

  async goesTo(name: string): Promise<void> {
    await this.rows.getByRole('button', { name, exact: true }).click();
  }

  /** Whether nothing lies over a node, from its left border to its right. */
  isInSight(node: string): Promise<boolean> {
    return this.person.node(node).evaluate((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      const isOnTop = (part: number) => card.contains(document.elementFromPoint(x + part * width, y + height / 2));
      return [0.1, 0.5, 0.9].every(isOnTop);
    });
  }

  async savesAs(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Save as property' }).click();
    await this.panel.getByLabel('Name of the property').fill(name);
    await this.panel.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** Width of a node's card on the canvas, in canvas units. */
  widthOf(id: string): Promise<number> {
    return this.person.node(id).evaluate((node) => (node instanceof HTMLElement ? node.offsetWidth : 0));
  }

  /** The colour that a node's card has. */
  colorOf(id: string): Promise<string> {
    const card = this.person.node(id).locator('[data-size]');
    return card.evaluate((element) => getComputedStyle(element).getPropertyValue('--label-color'));
  }
}
