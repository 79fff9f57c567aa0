/** What a person does in the query console, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class ConsoleWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  get dock(): Locator {
    return this.#page.getByRole('region', { name: 'Query console' });
  }

  get field(): Locator {
    return this.dock.getByRole('textbox', { name: 'Query', exact: true });
  }

  /** How the query went, in the first line of the console. */
  get outcome(): Locator {
    return this.dock.getByTestId('query-outcome');
  }

  get problem(): Locator {
    return this.dock.getByRole('alert');
  }

  /** How the database goes about a query. */
  get plan(): Locator {
    return this.dock.getByRole('region', { name: 'Plan' });
  }

  /** What is marked in the query as wrong. */
  get mark(): Locator {
    return this.field.locator('.cm-problem');
  }

  /** What is offered while one types. */
  get offers(): Locator {
    return this.dock.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  }

  async opens(): Promise<void> {
    await this.person.presses('ControlOrMeta+j');
    await expect(this.field).toBeFocused();
  }

  /** Types on, as one does: slowly enough to be offered something. */
  async types(text: string): Promise<void> {
    await this.field.pressSequentially(text);
  }

  /** Types on in one go. */
  async goesOn(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Puts another query in the place of the one that is there. */
  async writes(query: string): Promise<void> {
    await this.field.fill(query);
  }

  async runs(): Promise<void> {
    await this.field.press('ControlOrMeta+Enter');
  }

  async asks(query: string): Promise<void> {
    await this.writes(query);
    await this.runs();
  }

  /** What a column has, from the top, as far as it is drawn. */
  column(name: string): Promise<string[]> {
    return this.dock.getByRole('table').evaluate((table, wanted) => {
      const heads = [...table.querySelectorAll('th')].map((head) => head.textContent);
      const at = heads.indexOf(wanted);
      return [...table.querySelectorAll('tbody tr')].map((row) => row.children[at]?.textContent ?? '');
    }, name);
  }

  async sortsBy(column: string): Promise<void> {
    await this.dock.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async presses(button: string): Promise<void> {
    await this.dock.getByRole('button', { name: button, exact: true }).first().click();
  }

  async looksAt(tab: 'Table' | 'JSON' | 'Examples' | 'History'): Promise<void> {
    await this.dock.getByRole('tab', { name: tab }).click();
  }

  /** A query in the list of examples, or of those that were run. */
  listed(words: string): Locator {
    return this.dock.getByRole('tabpanel').getByRole('listitem').filter({ hasText: words }).getByRole('button');
  }

  parameter(name: string): Locator {
    return this.dock.getByRole('textbox', { name: `Value of $${name}`, exact: true });
  }
}
