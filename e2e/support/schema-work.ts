/** What a person does to labels, edge types and properties, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class SchemaWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  /** The panel of a label or edge type. */
  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: /^(Label|Edge type) / });
  }

  /** Opens a label or edge type by its button in the palette. */
  async opens(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  async closes(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close' }).click();
    await expect(this.panel).toBeHidden();
  }

  async renames(name: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: 'Name', exact: true });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.panel.getByRole('heading', { level: 2 })).toContainText(name);
  }

  async chooses(what: string): Promise<void> {
    await this.panel.getByRole('button', { name: what, exact: true }).click();
  }

  /** Opens a property in the panel. */
  async opensProperty(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${name}\\b`, 'u') }).click();
  }

  /** Chooses another type for a property; what is lost by it may be asked about. */
  async retypes(property: string, type: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: `Type of ${property}` }).selectOption({ label: type });
  }

  async deletes(name: string): Promise<Locator> {
    await this.panel.getByRole('button', { name: `Delete ${name} …` }).click();
    return this.panel.getByRole('group', { name: /^This deletes/u });
  }

  /** An end of the edge that is selected. */
  grip(end: 'source' | 'target'): Locator {
    return this.#page.getByTestId(`grip-${end}`);
  }

  /** Drags an end of the selected edge to a point of the screen. */
  async dragsEnd(end: 'source' | 'target', to: { readonly x: number; readonly y: number }): Promise<void> {
    const box = await this.grip(end).boundingBox();
    if (box === null) throw new Error('no end can be taken hold of');
    await this.person.dragsMouse({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, to);
  }

  /** The colour that an edge is drawn in. */
  lineColor(edge: string): Promise<string> {
    return this.person
      .edge(edge)
      .locator('.react-flow__edge-path')
      .evaluate((line) => getComputedStyle(line).stroke);
  }

  /** The icon before an edge's name. */
  edgeIcon(edge: string): Locator {
    return this.person.edge(edge).getByTestId('edge-icon');
  }

  /** Chooses how large the label's cards are. */
  async sizes(size: 'Small' | 'Medium' | 'Large'): Promise<void> {
    await this.panel.getByRole('radio', { name: size }).check();
  }

  /** Where the cards of nodes are on the screen, all at one moment: the view may be moving. */
  async boxes(...which: readonly string[]): Promise<DOMRect[]> {
    const cards = await Promise.all(which.map((each) => this.person.node(each).elementHandle()));
    return this.#page.evaluate((elements) => {
      return elements.map((element) => {
        if (!(element instanceof Element)) throw new Error('it is not on the screen');
        return element.getBoundingClientRect();
      });
    }, cards);
  }

  /** How far the two ends of an edge's line are from the borders of its nodes, in pixels of the screen. */
  async offBorders(edge: string, source: string, target: string): Promise<number[]> {
    const cards = await Promise.all([source, target].map((which) => this.person.node(which).elementHandle()));
    const line = this.person.edge(edge).locator('.react-flow__edge-path');
    return line.evaluate((path, elements) => {
      if (!(path instanceof SVGPathElement)) throw new Error('an edge is no line');
      return [0, path.getTotalLength()].map((along, end) => {
        const card = elements[end];
        if (!(card instanceof Element)) throw new Error('it is not on the screen');
        const point = path.getPointAtLength(along).matrixTransform(path.getScreenCTM() ?? undefined);
        const box = card.getBoundingClientRect();
        const [left, top] = [point.x - box.x, point.y - box.y];
        const [right, bottom] = [box.width - left, box.height - top];
        const inside = Math.min(left, top, right, bottom);
        return inside >= 0 ? inside : Math.hypot(Math.min(left, right, 0), Math.min(top, bottom, 0));
      });
    }, cards);
  }

  /** The mark on the card of a node that is locked. */
  lock(which: string): Locator {
    return this.person.node(which).getByRole('img', { name: 'Locked' });
  }
}
