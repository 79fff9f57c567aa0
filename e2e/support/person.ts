/** A person at a tab: what people do, in their words. The only place in the browser tests that knows selectors. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Automation } from '../../src/app/automation';
import { canonicalRows, type Rows } from './canonical-rows';
import { isKept } from './kept-app';

interface Point {
  readonly x: number;
  readonly y: number;
}

export class Person {
  constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  async opens(address: string): Promise<void> {
    await this.page.goto(address);
    await this.isReady();
  }

  async reloads(): Promise<void> {
    await this.page.reload();
    await this.isReady();
  }

  /** Waits until the graph is on the canvas. */
  async isReady(): Promise<void> {
    await this.page.waitForFunction(() => window.kumiko !== undefined);
    await this.settles();
  }

  /** Waits until nothing is pending and the canvas is drawn. */
  async settles(): Promise<void> {
    await this.page.evaluate(() => window.kumiko?.settled());
  }

  get status(): Locator {
    return this.page.getByTestId('connection-status');
  }

  get inspector(): Locator {
    return this.page.getByTestId('inspector');
  }

  get notices(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Put away' }) });
  }

  /** Someone else's, in the top bar. */
  avatar(name: string): Locator {
    // Isolated from the text around it; with the role behind it, where that is not the usual one.
    const words = new RegExp(`^\\u2068?${name}\\u2069?( \\(\\w+\\))?$`, 'u');
    return this.page.getByRole('list', { name: 'People here' }).getByRole('button', { name: words });
  }

  /** Someone else's, on the canvas. */
  cursorOf(name: string): Locator {
    return this.page.getByTestId('peer-cursor').filter({ hasText: name });
  }

  /** The mark on what someone else has selected. */
  selectionOf(name: string): Locator {
    return this.page.getByTestId('peer-selection').filter({ hasText: name });
  }

  paletteItem(label: string): Locator {
    return this.page.locator(`[data-testid="palette-item"][data-label="${label}"]`);
  }

  /** A node by its caption or its id. */
  node(which: string): Locator {
    return /^n_/u.test(which)
      ? this.page.locator(`.react-flow__node[data-id="${which}"]`)
      : this.page.locator('.react-flow__node').filter({ hasText: which });
  }

  edge(id: string): Locator {
    return this.page.locator(`.react-flow__edge[data-id="${id}"]`);
  }

  /** Says who they are. */
  async calls(name: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: "That's me" }).click();
  }

  get share(): Locator {
    return this.page.getByRole('dialog', { name: 'Share this graph' });
  }

  async opensShare(): Promise<void> {
    await this.page.getByRole('button', { name: 'Share' }).click();
    await expect(this.share).toBeVisible();
  }

  async closesShare(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.share).toBeHidden();
  }

  /** Makes a link for others. @returns its address */
  async makesLink(role: 'viewer' | 'editor' | 'owner', name: string): Promise<string> {
    await this.opensShare();
    await this.share.getByLabel(/^Whom it is for/u).fill(name);
    if (role === 'owner') {
      await this.share.getByRole('button', { name: /Owner link/u }).click();
      await this.share.getByRole('button', { name: 'Make an owner link' }).click();
    } else await this.share.getByRole('button', { name: `Make a${role === 'editor' ? 'n' : ''} ${role} link` }).click();
    const link = this.share.getByRole('textbox', { name: 'The new link' });
    await expect(link).toHaveValue(/#key=/u);
    const address = await link.inputValue();
    await this.closesShare();
    return address;
  }

  /** What the person may do, as their page knows it. */
  role(): Promise<string | undefined> {
    return this.page.evaluate(() => window.kumiko?.role());
  }

  /** Waits until the browser would open the app without a network. */
  async keepsTheApp(): Promise<void> {
    await isKept(this.page);
  }

  async makesLabel(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New label' }).click();
    await this.page.getByLabel('Name of the new label').fill(name);
    await this.page.keyboard.press('Enter');
    await expect(this.paletteItem(name)).toBeVisible();
  }

  /** Drops a label on the canvas; `at` is in pixels from the canvas's corner. @returns the new node's id */
  async drags(label: string, at: Point): Promise<string> {
    const before = new Set((await this.graph()).nodes.map((node) => node.id));
    await this.paletteItem(label).dragTo(this.page.getByLabel('Canvas', { exact: true }), { targetPosition: at });
    // Others make nodes at the same time, but in these tests not of the same label.
    const find = async () =>
      (await this.graph()).nodes.find((node) => node.label === label && !before.has(node.id))?.id;
    await expect.poll(find).toBeDefined();
    return (await find()) ?? '';
  }

  /** Makes a node and names it in the inspector, which has the caption's field ready. */
  async makes(label: string, caption: string, at: Point): Promise<string> {
    const id = await this.drags(label, at);
    await this.types('name', caption);
    await expect(this.node(id)).toContainText(caption);
    return id;
  }

  async selects(which: string): Promise<void> {
    await this.node(which).click();
  }

  async selectsEdge(id: string): Promise<void> {
    // Its name lies on the middle of the line; the middle of the line's own box may lie beside a bent one.
    const { x, y } = await middleOf(this.edge(id).locator('text'));
    await this.page.mouse.click(x, y);
    await expect(this.inspector.getByRole('button', { name: 'Delete edge' })).toBeVisible();
  }

  /** The inspector's field of a property of what is selected. */
  field(property: string): Locator {
    return this.inspector.getByLabel(new RegExp(`^${property}\\b`, 'u')).first();
  }

  async types(property: string, value: string): Promise<void> {
    await this.field(property).fill(value);
    await this.field(property).press('Enter');
  }

  async addsProperty(name: string, type: string): Promise<void> {
    await this.inspector.getByRole('button', { name: 'Add property' }).click();
    await this.inspector.getByLabel('Name of the new property').fill(name);
    await this.inspector.getByLabel('Type of the new property').selectOption({ label: type });
    await this.inspector.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(this.field(name)).toBeVisible();
  }

  async removesProperty(name: string): Promise<void> {
    await this.inspector.getByRole('button', { name: `Remove ${name}` }).click();
  }

  /** Presses a mouse button at one place and lets go at another, with the way between. */
  async dragsMouse(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async hovers(which: string): Promise<void> {
    const { x, y } = await middleOf(this.node(which));
    await this.page.mouse.move(x, y);
  }

  /** Drags a node and does not let go yet. @returns lets go */
  async startsDragging(which: string, by: Point): Promise<() => Promise<void>> {
    const from = await middleOf(this.node(which));
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 });
    return () => this.page.mouse.up();
  }

  async moves(which: string, by: Point): Promise<void> {
    const from = await middleOf(this.node(which));
    await this.dragsMouse(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /** Drags from a dot on one node's border onto another node. */
  async dragsEdge(source: string, target: string): Promise<void> {
    await this.node(source).hover();
    await this.dragsMouse(
      await middleOf(this.node(source).locator('.react-flow__handle').first()),
      await middleOf(this.node(target)),
    );
  }

  /** Connects two nodes and chooses, or names, the edge's type. */
  async connects(source: string, target: string, type: string): Promise<void> {
    await this.dragsEdge(source, target);
    await this.page.getByLabel('Edge type', { exact: true }).fill(type);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByLabel('Edge type', { exact: true })).toBeHidden();
  }

  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** What is on the canvas. */
  graph(): Promise<ReturnType<Automation['graph']>> {
    return this.page.evaluate(() => {
      if (window.kumiko === undefined) throw new Error('no graph is open');
      return window.kumiko.graph();
    });
  }

  query(cypher: string, parameters?: unknown): ReturnType<Automation['query']> {
    return this.page.evaluate(
      ([text, values]) => {
        if (window.kumiko === undefined) throw new Error('no graph is open');
        return window.kumiko.query(String(text), values ?? {});
      },
      [cypher, parameters] as const,
    );
  }

  submit(ops: unknown): ReturnType<Automation['submit']> {
    return this.page.evaluate((given) => {
      if (window.kumiko === undefined) throw new Error('no graph is open');
      return window.kumiko.submit(given);
    }, ops);
  }

  /** The same, where the server will not answer for a while. */
  async submitsWithoutWaiting(ops: unknown): Promise<void> {
    await this.page.evaluate((given) => {
      if (window.kumiko === undefined) throw new Error('no graph is open');
      void window.kumiko.submit(given);
    }, ops);
  }

  /** All that the database of this tab holds, asked by Cypher and not by way of the canvas. */
  async databaseRows(): Promise<Rows> {
    const nodes = await this.query('MATCH (n) RETURN n');
    const edges = await this.query('MATCH (a)-[e]->(b) RETURN e, a.id AS source, b.id AS target');
    return canonicalRows(nodes, edges);
  }

  /** A point of the canvas, by its distance from the canvas's corner, on the screen. */
  async onScreen(at: Point): Promise<Point> {
    const box = await this.page.getByLabel('Canvas', { exact: true }).boundingBox();
    if (box === null) throw new Error('there is no canvas');
    return { x: box.x + at.x, y: box.y + at.y };
  }

  async doubleClicksCanvas(at: Point): Promise<void> {
    const { x, y } = await this.onScreen(at);
    await this.page.mouse.dblclick(x, y);
  }

  /** The field in a node's card in which its caption is being edited. */
  get caption(): Locator {
    return this.page.getByRole('textbox', { name: /^Caption/u });
  }

  /** Types into the caption that is being edited, key by key, as it has the keyboard by itself. */
  async typesCaption(text: string): Promise<void> {
    await expect(this.caption).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await expect(this.caption).toBeHidden();
  }

  /** Types into a list that asks for something, and takes what it offers. */
  async answers(field: 'Label' | 'Edge type' | 'Node to connect to', text: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field, exact: true });
    await expect(box).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await expect(box).toBeHidden();
  }

  /** Drags from somewhere on a node's border; `from` is in parts of its size, from its top left corner. */
  async dragsBorder(which: string, from: Point, to: Point): Promise<void> {
    const box = await this.node(which).boundingBox();
    if (box === null) throw new Error('it is not on the screen');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.dragsMouse({ x: box.x + box.width * from.x, y: box.y + box.height * from.y }, to);
  }

  /** The mark on the node that a connection made with the keyboard would reach. */
  get targetMark(): Locator {
    return this.page.getByTestId('target-mark');
  }

  get commandPalette(): Locator {
    return this.page.getByRole('dialog', { name: /^(Find an action|操作を探す)$/u });
  }

  /** Finds an action in the command palette by what it is called, and does the first one found. */
  async chooses(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.commandPalette).toBeVisible();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await expect(this.commandPalette).toBeHidden();
  }

  get helpSheet(): Locator {
    return this.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }

  /** Opens the menu of a node with the right mouse button. */
  async asksForMenu(which: string): Promise<void> {
    await this.node(which).click({ button: 'right' });
    await expect(this.page.getByRole('menu')).toBeVisible();
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  /** A place in the lower half of the canvas, where the tests have put nothing. */
  async emptySpot(): Promise<Point> {
    const { x, y } = await middleOf(this.page.getByLabel('Canvas', { exact: true }));
    return { x, y: y + 150 };
  }

  /** Has text on the clipboard that comes from elsewhere, such as a spreadsheet. */
  async copiesElsewhere(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  /** What the clipboard has as text. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Selects several nodes. */
  async selectsAll(...which: readonly string[]): Promise<void> {
    for (const [index, each] of which.entries()) {
      await this.node(each).click(index === 0 ? {} : { modifiers: ['ControlOrMeta'] });
    }
  }

  /** What is asked about rows that were pasted. */
  get pasteDialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Paste as nodes' });
  }

  get findPanel(): Locator {
    return this.page.getByRole('search');
  }

  /** Asks for the find panel with the keyboard and types into it. */
  async searchesFor(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f');
    await this.page.getByRole('combobox', { name: 'Find nodes and edges' }).fill(text);
  }

  /** What is listed in the find panel, by its beginning. */
  found(text: string): Locator {
    return this.findPanel.getByRole('option', { name: new RegExp(`^${text}`, 'u') });
  }

  /** While something is hidden: how much is shown. */
  get shownChip(): Locator {
    return this.page.getByTestId('shown-chip');
  }

  /** Hides or shows all of a label or an edge type. */
  async togglesKind(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'View', exact: true }).click();
    await this.page.getByRole('switch', { name: new RegExp(`^Show ${name} `, 'u') }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog', { name: 'Hide and show' })).toBeHidden();
  }
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
