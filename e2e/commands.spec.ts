/** Everything that can be done, found by its name, by its shortcut, and where it is about something. */
import { expect, test } from './support/people';
import { watchedForViolations } from './support/violations';

test('Mod+K, a few letters, Enter', async ({ alice }) => {
  const violations = watchedForViolations(alice.page);
  await alice.makesLabel('Person');
  await alice.chooses('new pers');
  await expect.poll(async () => (await alice.graph()).nodes).toHaveLength(1);
  await alice.settles();
  const [node] = (await alice.graph()).nodes;
  await alice.presses('Escape');
  await alice.presses('Escape');
  await alice.dragsMouse(await alice.emptySpot(), { x: 600, y: 700 });
  const before = await alice.node(node?.id ?? '').boundingBox();
  await alice.chooses('show the whole');
  await expect.poll(async () => (await alice.node(node?.id ?? '').boundingBox())?.y).not.toBe(before?.y);
  expect(violations).toEqual([]);
});

test('the palette gives the keyboard back', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ann', { x: 300, y: 200 });
  await alice.node('Ann').focus();
  await alice.chooses('zoom in');
  await expect(alice.commandPalette).toBeHidden();
  await expect(alice.node('Ann')).toBeFocused();
});

test('the help sheet tells the shortcuts', async ({ alice }) => {
  await alice.presses('?');
  await expect(alice.helpSheet.getByText('Show the whole graph')).toBeVisible();
  await expect(alice.helpSheet.getByText('Shift+1', { exact: true })).toBeVisible();
  await alice.presses('Escape');
  await expect(alice.helpSheet).toBeHidden();
});

test('a right click on a node deletes it, by the menu key another', async ({ alice }) => {
  const violations = watchedForViolations(alice.page);
  await alice.makesLabel('Person');
  const ann = await alice.makes('Person', 'Ann', { x: 200, y: 150 });
  await alice.makes('Person', 'Bo', { x: 500, y: 150 });
  await alice.asksForMenu('Ann');
  await alice.menuItem('Delete what is selected').click();
  await expect(alice.node('Ann')).toHaveCount(0);
  await expect(alice.node('Bo')).toBeVisible();
  expect((await alice.graph()).nodes.map(({ id }) => id)).not.toContain(ann);

  await alice.node('Bo').focus();
  await alice.presses('Shift+F10');
  await expect(alice.menuItem('Delete what is selected')).toBeVisible();
  await alice.presses('Escape');
  await expect(alice.node('Bo')).toBeFocused();
  await alice.presses('Shift+F10');
  await alice.page.keyboard.type('Delete');
  await alice.presses('Enter');
  await expect(alice.node('Bo')).toHaveCount(0);
  expect(violations).toEqual([]);
});

test('the canvas has a menu as well, and a press elsewhere puts it away', async ({ alice }) => {
  const violations = watchedForViolations(alice.page);
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ann', { x: 200, y: 150 });
  const spot = await alice.emptySpot();
  await alice.page.mouse.click(spot.x, spot.y, { button: 'right' });
  await expect(alice.menuItem('Show the whole graph')).toBeVisible();
  await alice.page.mouse.click(spot.x - 60, spot.y - 60);
  await expect(alice.menuItem('Show the whole graph')).toBeHidden();
  await alice.page.mouse.click(spot.x, spot.y, { button: 'right' });
  await alice.menuItem('Find an action …').click();
  await expect(alice.commandPalette).toBeVisible();
  expect(violations).toEqual([]);
});

test('dark colours and Japanese are chosen once, and last', async ({ alice }) => {
  const paper = () => alice.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await alice.chooses('dark');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await alice.chooses('japanese');
  await expect(alice.page.getByRole('button', { name: '操作を探す' })).toBeVisible();
  await alice.reloads();
  expect(await paper()).toBe(dark);
  await expect(alice.page.locator('.react-flow.dark')).toBeVisible();
  await expect(alice.page.getByRole('button', { name: '操作を探す' })).toBeVisible();
  await alice.chooses('english');
  await expect(alice.page.getByRole('button', { name: 'Find an action' })).toBeVisible();
  await alice.chooses('of the system');
  await expect.poll(paper).toBe(light);
});
