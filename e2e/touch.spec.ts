/** The editor on a phone: a narrow screen, and fingers. */
import type { Locator } from '@playwright/test';
import { Fingers } from './support/fingers';
import { expect, test as plain } from './support/people';
import { Person } from './support/person';
import { ADA, GRACE, SMALL_GRAPH } from './support/small-graph';

const PHONE = {
  hasTouch: true,
  isMobile: true,
  viewport: { width: 360, height: 740 },
  contextOptions: { reducedMotion: 'reduce' },
} as const;

/** Tui, with a phone, in a graph that is empty at first. */
const test = plain.extend<{ tui: Person; fingers: Fingers }>({
  tui: async ({ page, address }, use) => {
    const tui = new Person('Tui', page);
    await tui.opens(address);
    await page.getByRole('button', { name: "That's me" }).tap();
    await use(tui);
  },
  fingers: async ({ page }, use) => use(new Fingers(page)),
});

test.use({ ...PHONE });

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

async function middleOf(element: Locator) {
  const { x, y, width, height } = await boxOf(element);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Above the nodes, and beside what lies over the corner of the canvas. */
function emptySpot(tui: Person) {
  return tui.onScreen({ x: 300, y: 30 });
}

/** A place on the edge between them. */
async function betweenAdaAndGrace(tui: Person) {
  const [ada, grace] = [await middleOf(tui.node(ADA)), await middleOf(tui.node(GRACE))];
  return { x: (ada.x + grace.x) / 2, y: (ada.y + grace.y) / 2 };
}

/** The small graph, all of it in view. */
async function withGraph(tui: Person): Promise<void> {
  await tui.submit(SMALL_GRAPH);
  await tui.settles();
  await tui.page.getByRole('button', { name: 'Show the whole graph' }).tap();
  await expect(tui.node(ADA)).toBeInViewport({ ratio: 1 });
  await expect(tui.node('London')).toBeInViewport({ ratio: 1 });
}

/** Nothing is wider than the screen, and what is to be tapped is large enough for it (WCAG 2.5.8). */
async function expectFits(tui: Person, screen: string): Promise<void> {
  const found = await tui.page.evaluate(() => {
    const name = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const targets = [
      ...document.querySelectorAll('button, a[href], input, select, [role="menuitem"], [role="option"]'),
    ];
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return isSeen(target) && target.closest('p') === null && (width < 24 || height < 24);
    });
    return { width: document.documentElement.scrollWidth, small: small.map(name) };
  });
  expect.soft(found, screen).toEqual({ width: 360, small: [] });
}

test('a view is moved with one finger and zoomed with two', async ({ tui, fingers }) => {
  await withGraph(tui);
  const before = await boxOf(tui.node(ADA));
  const spot = await emptySpot(tui);
  await fingers.drags(spot, { x: spot.x - 30, y: spot.y + 80 });
  await expect.poll(async () => Math.round((await boxOf(tui.node(ADA))).x - before.x)).toBe(-30);
  expect(Math.round((await boxOf(tui.node(ADA))).y - before.y)).toBe(80);

  const { x, y, width } = await boxOf(tui.node(ADA));
  await fingers.pinches({ x: x + width, y: y - 40 }, 60, 120);
  await expect.poll(async () => (await boxOf(tui.node(ADA))).width / width).toBeGreaterThan(1.6);
  await fingers.pinches({ x: x + width, y: y - 40 }, 120, 60);
  await expect.poll(async () => (await boxOf(tui.node(ADA))).width / width).toBeLessThan(1.3);
});

test('a tap selects; what is selected is looked at and changed in a sheet', async ({ tui, fingers }) => {
  await withGraph(tui);
  await fingers.taps(await middleOf(tui.node(ADA)));
  await expect(tui.field('name')).toHaveValue('Ada');
  await expectFits(tui, 'a node selected');
  const sheet = await boxOf(tui.inspector);
  expect(sheet).toMatchObject({ x: 0, width: 360 });
  expect(sheet.height).toBeLessThan(740 / 2);
  await expect(tui.node(ADA)).toBeInViewport();
  await tui.types('born', '1816');
  await expect(tui.node(ADA)).toContainText('1,816');
  await fingers.taps(await emptySpot(tui));
  await expect(tui.inspector).toBeHidden();
});

test('press and hold opens the menu of a node, an edge, and the canvas', async ({ tui, fingers }) => {
  await withGraph(tui);
  const menu = tui.page.getByRole('menu');
  const opensMenu = (words: string) => async () => {
    await expect(menu).toContainText(words);
  };
  await fingers.holds(await middleOf(tui.node(ADA)), opensMenu('Actions for this node'));
  await expect(menu).toBeVisible();
  await expectFits(tui, 'menu of a node');
  await tui.menuItem('Duplicate').tap();
  await expect(tui.node('Ada')).toHaveCount(2);
  await tui.presses('ControlOrMeta+z');
  await expect(tui.node('Ada')).toHaveCount(1);

  await fingers.taps(await emptySpot(tui));
  await fingers.holds(await betweenAdaAndGrace(tui), opensMenu('Actions for this edge'));
  await tui.presses('Escape');
  await expect(menu).toBeHidden();
  await fingers.taps(await emptySpot(tui));
  await fingers.holds(await emptySpot(tui), opensMenu('Actions for the canvas'));
  await tui.menuItem('Find an action').tap();
  await expect(tui.commandPalette).toBeVisible();
  await expectFits(tui, 'command palette');
});

test('a graph is made by tapping and dragging', async ({ tui, fingers }) => {
  const { page } = tui;
  await page.getByRole('button', { name: 'New label' }).tap();
  await page.getByLabel('Name of the new label').fill('Person');
  await page.getByRole('button', { name: 'Add', exact: true }).tap();
  for (const name of ['Ada', 'Grace']) {
    await tui.paletteItem('Person').tap();
    await tui.typesCaption(name);
  }
  await fingers.taps(await emptySpot(tui));
  await page.getByRole('button', { name: 'Show the whole graph' }).tap();

  const before = (await tui.graph()).nodes.find(({ properties }) => properties['name'] === 'Grace')?.position;
  const from = await middleOf(tui.node('Grace'));
  await fingers.drags(from, { x: from.x + 20, y: from.y + 120 });
  const placeOf = async () =>
    (await tui.graph()).nodes.find(({ properties }) => properties['name'] === 'Grace')?.position;
  await expect.poll(async () => (await placeOf())?.y).toBeGreaterThan((before?.y ?? 0) + 60);

  await fingers.taps(await emptySpot(tui));
  await page.getByRole('button', { name: 'Show the whole graph' }).tap();
  const byHeight = (await tui.graph()).nodes.sort((a, b) => a.position.y - b.position.y);
  const [upper = '', lower = ''] = byHeight.map(({ id }) => id);
  // The sheet that comes up does not cover what it is about.
  await fingers.taps(await middleOf(tui.node(lower)));
  await expect(tui.inspector).toBeVisible();
  await expect(tui.node(lower)).toBeInViewport({ ratio: 1 });
  const sheet = await boxOf(tui.inspector);
  await expect.poll(() => boxOf(tui.node(lower)).then(({ y, height }) => y + height)).toBeLessThan(sheet.y);
  const { x, y, width, height } = await boxOf(tui.node(lower));
  await fingers.drags({ x: x + width / 2, y: y + height }, await middleOf(tui.node(upper)));
  await tui.page.getByRole('combobox', { name: 'Edge type' }).fill('ADMIRES');
  await expectFits(tui, 'choosing an edge type');
  await page.getByRole('option', { name: /ADMIRES/u }).tap();
  await expect.poll(async () => (await tui.graph()).edges.map(({ type }) => type)).toEqual(['ADMIRES']);

  await fingers.holds(await middleOf(tui.node(lower)), () => expect(page.getByRole('menu')).toBeVisible());
  await tui.menuItem('Edit the caption').tap();
  await expect(tui.caption).toBeFocused();
  await tui.caption.fill('Countess');
  await tui.presses('Enter');
  await expect(tui.node(lower)).toContainText('Countess');
});

test('every screen fits a phone', async ({ tui, page }) => {
  await expectFits(tui, 'empty graph');
  await withGraph(tui);
  await expectFits(tui, 'graph');
  await tui.selects(GRACE);
  await tui.inspector.getByRole('button', { name: 'Add property' }).tap();
  await expectFits(tui, 'a property being added');
  await page.getByRole('button', { name: 'Share' }).tap();
  await expect(tui.share.getByRole('button', { name: 'Make a viewer link' })).toBeVisible();
  await expectFits(tui, 'share');
  await tui.closesShare();
  await tui.searchesFor('ada');
  await expect(tui.found('Ada').first()).toBeVisible();
  await expectFits(tui, 'find');
  await tui.presses('Escape');
  await page.getByRole('button', { name: 'View', exact: true }).tap();
  await expectFits(tui, 'hide and show');
  await tui.presses('Escape');
  await tui.chooses('keyboard shortcuts');
  await expectFits(tui, 'help');
  await tui.presses('Escape');
  await tui.chooses('import a file');
  await expectFits(tui, 'import');
  await page.goto('/');
  await expect(page.getByRole('button', { name: /World/u })).toBeVisible();
  await expectFits(tui, 'start page');
});
