/** What a person does with the schema panel, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class SchemaPanelWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: 'Schema', exact: true });
  }

  async opens(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Schema', exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  async closes(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close the schema' }).click();
    await expect(this.panel).toBeHidden();
  }

  /** A label or an edge type in the lists. */
  entry(name: string): Locator {
    return this.panel.locator(`[data-type="${name}"]`);
  }

  /** How many nodes or edges there are of it. */
  count(name: string): Locator {
    return this.entry(name).getByTestId('schema-count');
  }

  /** What edges of a type join, as `Person to City: 2 edges`. */
  async pairs(name: string): Promise<string[]> {
    const items = this.entry(name).getByRole('list', { name: 'Joins' }).getByRole('listitem');
    return items.evaluateAll((all) =>
      all.map((item) => {
        const [source, target] = [...item.querySelectorAll('bdi')].map((each) => each.textContent);
        return `${source} to ${target}: ${item.lastElementChild?.textContent}`;
      }),
    );
  }

  /** How many have a value, as in `2 of 3`. */
  fill(name: string, property: string): Locator {
    const row = this.entry(name)
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name: property }) });
    return row.getByRole('cell').last();
  }

  get picture(): Locator {
    return this.panel.getByRole('img', { name: /^Picture of the schema/u });
  }

  /** A label or edge type in the picture. */
  drawn(name: string): Locator {
    return this.picture.locator('g').filter({ has: this.#page.locator(`title:text-is("${name}")`) });
  }

  async presses(button: string): Promise<void> {
    await this.panel.getByRole('button', { name: button, exact: true }).click();
  }

  /** An action on a label or edge type. */
  action(words: RegExp): Locator {
    return this.panel.getByRole('button', { name: words });
  }
}
