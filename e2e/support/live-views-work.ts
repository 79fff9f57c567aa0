/** What a person does with saved views, in their words. */
import { expect, type Locator } from '@playwright/test';
import { ConsoleWork } from './console-work';
import type { Person } from './person';

interface ToSave {
  readonly name: string;
  readonly query: string;
  readonly kind?: 'Filter' | 'Table' | 'Number';
  /** `['must be', '0']` */
  readonly condition?: readonly [comparison: string, number: string];
}

export class LiveViewsWork {
  readonly console: ConsoleWork;

  constructor(private readonly person: Person) {
    this.console = new ConsoleWork(person);
  }

  get #page() {
    return this.person.page;
  }

  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: 'Saved views' });
  }

  async opensPanel(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Saved views', exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  async closesPanel(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.panel).toBeHidden();
  }

  /** A view in the list, with all that is said of it. */
  listed(name: string): Locator {
    return this.panel.getByRole('list', { name: 'Views' }).getByRole('listitem').filter({ hasText: name });
  }

  async opens(name: string): Promise<void> {
    await this.listed(name).getByRole('button').first().click();
  }

  /** A view that could be. */
  suggested(name: string): Locator {
    return this.panel.getByRole('list', { name: 'Suggestions' }).getByRole('button', { name });
  }

  async presses(button: string): Promise<void> {
    await this.panel.getByRole('button', { name: button, exact: true }).click();
  }

  async asksMoreOf(name: string): Promise<void> {
    await this.presses(`More about ${name}`);
  }

  async renames(name: string, to: string): Promise<void> {
    await this.asksMoreOf(name);
    await this.presses('Rename');
    await this.panel.getByRole('textbox', { name: `New name of ${name}` }).fill(to);
    await this.#page.keyboard.press('Enter');
  }

  get back(): Locator {
    return this.panel.getByRole('button', { name: 'All views' });
  }

  /** How many rows the open table has, in words. */
  get rows(): Locator {
    return this.panel.getByTestId('view-rows');
  }

  get number(): Locator {
    return this.panel.getByTestId('view-number');
  }

  /** A column of the open table, from the top, as far as it is drawn. */
  column(name: string): Promise<string[]> {
    return this.panel.getByRole('table').evaluate((table, wanted) => {
      const heads = [...table.querySelectorAll('th')].map((head) => head.textContent);
      const at = heads.indexOf(wanted);
      return [...table.querySelectorAll('tbody tr')].map((row) => row.children[at]?.textContent ?? '');
    }, name);
  }

  async sortsBy(column: string, presses = 1): Promise<void> {
    const head = this.panel.getByRole('columnheader', { name: column, exact: true }).getByRole('button');
    for (let n = 0; n < presses; n++) await head.click();
  }

  /** In the top bar: whether all checks hold. */
  get checks(): Locator {
    return this.#page.getByTestId('checks');
  }

  /** What filters the canvas. */
  get chip(): Locator {
    return this.#page.getByRole('list', { name: 'What filters the view' }).getByRole('listitem');
  }

  get form(): Locator {
    return this.console.dock.getByRole('form');
  }

  get formField(): Locator {
    return this.form.getByRole('textbox', { name: 'Name' });
  }

  async beginsToSave(): Promise<void> {
    await this.console.presses('Save as view …');
    await expect(this.formField).toBeFocused();
  }

  /** Asks in the console, and saves what was asked. */
  async saves({ name, query, kind, condition }: ToSave): Promise<void> {
    if (!(await this.console.dock.isVisible())) await this.console.opens();
    await this.console.asks(query);
    await expect(this.console.outcome).toHaveText(/ms$/u);
    await this.beginsToSave();
    await this.formField.fill(name);
    if (kind !== undefined) await this.form.getByRole('combobox', { name: 'Shown as' }).selectOption({ label: kind });
    if (condition !== undefined) {
      await this.form.getByRole('combobox', { name: 'Condition' }).selectOption({ label: condition[0] });
      await this.form.getByRole('textbox', { name: 'Number of the condition' }).fill(condition[1]);
    }
    await this.#page.keyboard.press('Enter');
    await expect(this.form).toBeHidden();
  }

  /** What was said to who listens. */
  get said(): Locator {
    return this.#page.getByTestId('announcements');
  }
}
