/** Everything one comes here for, without a mouse. */

import { expectFocusSeen, goesTo } from './support/keyboard';
import { expect, test } from './support/people';
import { Person } from './support/person';

test('a graph is begun, made, changed, searched and shared by the keyboard', async ({ page }) => {
  test.slow();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const kay = new Person('Kay', page);
  const names = async () => (await kay.graph()).nodes.map(({ properties }) => properties['name']).sort();
  const application = page.getByRole('application', { name: 'Canvas' });
  const card = (name: string) => page.getByRole('group', { name, exact: true });

  await test.step('from the start page to a new graph', async () => {
    await page.goto('/');
    await goesTo(page, page.getByRole('button', { name: 'New graph' }));
    await kay.presses('Enter');
    await kay.isReady();
    await kay.presses('Escape');
    await expect(page.getByLabel('Your name')).toBeHidden();
  });

  await test.step('two people, named in their cards', async () => {
    await kay.presses('n');
    await kay.answers('Label', 'Person');
    await kay.typesCaption('Ada');
    await expect(card('Person Ada')).toBeFocused();
    await expectFocusSeen(page);
    await kay.presses('n');
    await kay.typesCaption('Grace');
    await expect(card('Person Grace')).toBeFocused();
  });

  await test.step('moved, and connected', async () => {
    const placeOf = async (name: string) =>
      (await kay.graph()).nodes.find(({ properties }) => properties['name'] === name)?.position ?? { x: 0, y: 0 };
    const before = await placeOf('Grace');
    await kay.presses('Shift+ArrowDown');
    await kay.presses('ArrowLeft');
    await expect.poll(() => placeOf('Grace')).toEqual({ x: before.x - 5, y: before.y + 20 });
    await kay.presses('c');
    await kay.answers('Node to connect to', 'ada');
    await kay.answers('Edge type', 'ADMIRES');
    await expect(card('Grace ADMIRES Ada')).toBeVisible();
    await expect(card('Person Grace')).toBeFocused();
  });

  await test.step('a property, in the inspector', async () => {
    await kay.presses('F6');
    await expect(kay.inspector).toBeFocused();
    await expectFocusSeen(page);
    await goesTo(page, kay.inspector.getByRole('button', { name: 'Add property' }));
    await kay.presses('Enter');
    await expect(kay.inspector.getByLabel('Name of the new property')).toBeFocused();
    await page.keyboard.type('born');
    await kay.presses('Tab');
    await page.keyboard.type('whole');
    await kay.presses('Enter');
    await goesTo(page, kay.inspector.getByRole('button', { name: 'Add', exact: true }));
    await kay.presses('Enter');
    await expect(kay.field('born')).toBeVisible();
    await goesTo(page, kay.field('born'), 'Shift+Tab');
    await page.keyboard.type('1906');
    await kay.presses('Enter');
    await expect(card('Person Grace')).toContainText('1,906');
    await kay.presses('Shift+F6');
    await expect(application).toBeFocused();
    await expectFocusSeen(page);
  });

  await test.step('nodes and edges one by one, and several selected', async () => {
    await goesTo(page, card('Grace ADMIRES Ada'));
    await kay.presses('Enter');
    await expect(kay.inspector.getByRole('button', { name: 'Delete edge' })).toBeVisible();
    await goesTo(page, card('Person Ada'), 'Shift+Tab');
    await kay.presses('Enter');
    await goesTo(page, card('Person Grace'));
    await kay.presses('Control+Enter');
    await expect(kay.inspector).toContainText('2 nodes selected');
    await expect(page.getByText('2 nodes selected')).toHaveCount(2);
  });

  await test.step('deleted, and the keyboard is on the canvas; taken back', async () => {
    await kay.presses('Delete');
    await expect.poll(names).toEqual([]);
    await expect(application).toBeFocused();
    await kay.presses('Control+z');
    await expect.poll(names).toEqual(['Ada', 'Grace']);
    await kay.presses('Control+Shift+z');
    await expect.poll(names).toEqual([]);
    await kay.presses('Control+z');
    await expect.poll(names).toEqual(['Ada', 'Grace']);
  });

  await test.step('found; deleted in the inspector, and the keyboard is on the canvas', async () => {
    await kay.presses('Control+f');
    await page.keyboard.type('gra');
    await kay.presses('Enter');
    await expect(kay.field('name')).toHaveValue('Grace');
    await kay.presses('Escape');
    await expect(application).toBeFocused();
    await kay.presses('F6');
    await goesTo(page, kay.inspector.getByRole('button', { name: 'Delete node' }));
    await kay.presses('Enter');
    await expect.poll(names).toEqual(['Ada']);
    await expect(application).toBeFocused();
    await kay.presses('Control+z');
  });

  await test.step('the menu of a node, the help, and back where one was', async () => {
    await goesTo(page, card('Person Ada'));
    await kay.presses('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await kay.presses('ArrowDown');
    await expectFocusSeen(page);
    await kay.presses('Escape');
    await expect(card('Person Ada')).toBeFocused();
    await kay.presses('?');
    await expect(kay.helpSheet).toBeVisible();
    await kay.presses('Tab');
    await expectFocusSeen(page);
    await kay.presses('Escape');
    await expect(kay.helpSheet).toBeHidden();
    await expect(card('Person Ada')).toBeFocused();
  });

  await test.step('shared by a link that is on the clipboard', async () => {
    await kay.chooses('share');
    await expect(kay.share).toBeVisible();
    await goesTo(page, kay.share.getByRole('button', { name: 'Make a viewer link' }));
    await kay.presses('Enter');
    await goesTo(page, kay.share.getByRole('button', { name: 'Copy the new link' }));
    await kay.presses('Enter');
    await expect.poll(() => kay.clipboard()).toMatch(/#key=/u);
    await kay.presses('Escape');
    await expect(kay.share).toBeHidden();
    await expect(card('Person Ada')).toBeFocused();
  });

  await test.step('dark colours', async () => {
    await kay.chooses('dark colours');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(card('Person Ada')).toBeFocused();
    await expectFocusSeen(page);
  });
});

test('what Tab stops at, one sees; the parts of the page follow each other', async ({ alice }) => {
  const { page } = alice;
  await alice.presses('Escape');
  await alice.presses('F6');
  await expect(page.getByRole('banner')).toBeFocused();
  for (const name of ['Palette', 'Canvas', 'Inspector']) {
    await alice.presses('F6');
    await expect(page.getByLabel(name, { exact: true })).toBeFocused();
    await expectFocusSeen(page);
  }
  await alice.presses('F6');
  await expect(page.getByRole('banner')).toBeFocused();
  await goesTo(page, alice.inspector, 'Shift+F6');
  await goesTo(page, page.getByRole('link', { name: 'All graphs' }), 'Shift+Tab');
});
