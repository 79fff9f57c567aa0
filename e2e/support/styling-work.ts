/** What a person does with styling rules, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class StylingWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: 'Styling rules' });
  }

  get rules(): Locator {
    return this.panel.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  }

  get legend(): Locator {
    return this.#page.getByRole('region', { name: 'What the styling means' });
  }

  async opens(): Promise<void> {
    await this.person.chooses('Styling rules');
    await expect(this.panel).toBeVisible();
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.panel.getByRole('button', { name: button, exact: true }).click();
  }

  async sets(field: string, choice: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: field, exact: true }).selectOption(choice);
  }

  /** Makes a rule: one choice after the other. */
  async adds(...choices: readonly (readonly [field: string, choice: string])[]): Promise<void> {
    await this.presses('Add a rule');
    for (const [field, choice] of choices) await this.sets(field, choice);
    await this.presses('Add');
  }

  /** Width of a node's card on the canvas, in canvas units. */
  widthOf(id: string): Promise<number> {
    return this.person.node(id).evaluate((node) => (node instanceof HTMLElement ? node.offsetWidth : 0));
  }

  /** How an edge's line is drawn. */
  lineOf(id: string): Promise<{ color: string; width: string; head: string }> {
    return this.person
      .edge(id)
      .locator('.react-flow__edge-path')
      .evaluate((line) => {
        const { stroke, strokeWidth, markerEnd } = getComputedStyle(line);
        const marker = markerEnd.match(/#([^"')]+)/u)?.[1] ?? '';
        const head = document.getElementById(marker)?.querySelector('path')?.getAttribute('fill') ?? 'not defined';
        return { color: stroke, width: strokeWidth, head };
      });
  }
}
