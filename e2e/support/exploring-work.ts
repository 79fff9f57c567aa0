/** What a person does to explore a graph without a query, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class ExploringWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  /** Finds an element with the keyboard and has it selected. */
  async goesTo(name: string): Promise<void> {
    await this.person.searchesFor(name);
    await expect(this.person.found(name).first()).toBeVisible();
    await this.person.presses('Enter');
    await expect(this.person.field('name')).toHaveValue(name);
    await this.person.presses('Escape');
  }

  /** Does one of the actions for exploring from the menu of a node. */
  async choosesFromMenu(node: string, action: string): Promise<void> {
    await this.person.asksForMenu(node);
    await this.person.menuItem('Explore').click();
    await this.person.menuItem(action).click();
    await expect(this.#page.getByRole('menu').first()).toBeHidden();
  }

  get neighbours(): Locator {
    return this.#page.getByRole('dialog', { name: 'Show neighbours by type' });
  }

  get values(): Locator {
    return this.#page.getByRole('dialog', { name: 'Filter by one of its values' });
  }

  /** What a list that is open offers, from the top. */
  async offers(list: Locator): Promise<string[]> {
    await expect(list.getByRole('option').first()).toBeVisible();
    return (await list.getByRole('option').allInnerTexts()).map(plain);
  }

  /** What filters the view, as it is said. */
  async filters(): Promise<string[]> {
    return (
      await this.#page.getByRole('list', { name: 'What filters the view' }).getByRole('listitem').allInnerTexts()
    ).map(plain);
  }

  async takesBack(filter: string): Promise<void> {
    await this.#page
      .getByRole('list', { name: 'What filters the view' })
      .getByRole('listitem')
      .filter({ hasText: filter })
      .getByRole('button')
      .click();
  }

  /** Presses the filter beside a property in the inspector, and says what is to be done with its value. */
  async filtersBy(property: string, how: 'Show only these' | 'Hide these'): Promise<void> {
    const { inspector } = this.person;
    await inspector.getByRole('button', { name: new RegExp(`^Filter by .?${property}`, 'u') }).click();
    await inspector.getByRole('button', { name: how }).click();
  }

  get path(): Locator {
    return this.#page.getByRole('region', { name: 'Shortest path' });
  }

  /** The first line of the path: how long it is, and by way of what. */
  get route(): Locator {
    return this.path.getByRole('status').first();
  }

  async routeWords(): Promise<string> {
    return plain((await this.route.allTextContents()).join(' '));
  }

  /** The nodes that are marked as the path's on the canvas. */
  get marked(): Locator {
    return this.#page.getByTestId('path-node');
  }

  async asksForPath(from: string, to: string): Promise<void> {
    const { nodes } = await this.person.graph();
    const called = (name: string) => nodes.find(({ properties }) => properties['name'] === name)?.id ?? '';
    await this.person.chooses('show the whole');
    await this.person.selectsAll(called(from), called(to));
    await this.person.presses('Alt+Shift+p');
    await expect(this.path).toBeVisible();
  }

  get around(): Locator {
    return this.#page.getByRole('dialog', { name: 'Around what is selected' });
  }
}

/** Without the marks that keep names apart from the text around them, on one line. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u2068\u2069]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
