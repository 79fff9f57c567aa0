import { newGraph } from './support/new-graph';
import { expect, newPerson, test } from './support/people';
import type { Person } from './support/person';

test.describe('in the World', () => {
  let mia: Person;
  let address: string;
  test.beforeEach(async ({ browser, request }) => {
    address = await newGraph(request, { sample: 'world' });
    mia = await newPerson(browser, 'Mia');
    await mia.opens(address);
  });
  test.afterEach(() => mia.page.context().close());

  test('one types, goes to a country, on to what else was found, and back to work', async () => {
    await mia.searchesFor('japan');
    await expect(mia.findPanel.getByRole('status')).toHaveText(/^\d+ results$/u);
    await expect(mia.found('Japan')).toContainText(['Japan', 'Japanese', 'Japanese yen']);
    await mia.presses('Enter');
    await expect(mia.field('name')).toHaveValue('Japan');
    await expect(mia.node('Tokyo')).toBeInViewport();
    await mia.presses('Enter');
    await expect(mia.node('jpn')).toBeInViewport();
    await mia.presses('Escape');
    await expect(mia.findPanel).toBeHidden();

    await mia.searchesFor('reykjavik');
    await expect(mia.found('Iceland')).toContainText('capital: Reykjavik');
    await mia.presses('Enter');
    await expect(mia.node('Reykjavik')).toBeInViewport();
  });

  test('a hidden label is gone from one’s own view alone, still found, and brought back', async ({ browser }) => {
    await expect(mia.shownChip).toBeHidden();
    await mia.togglesKind('Country');
    await expect(mia.shownChip).toContainText('345 of 595 nodes shown');
    await expect(mia.node('Reykjavik')).toBeHidden();
    const noor = await newPerson(browser, 'Noor');
    await noor.opens(address);
    await expect(noor.shownChip).toBeHidden();
    await noor.page.context().close();

    await mia.reloads();
    await expect(mia.shownChip).toContainText('345 of 595 nodes shown');
    await mia.searchesFor('iceland');
    await expect(mia.found('Iceland').first()).toContainText('hidden');
    await mia.presses('Enter');
    await expect(mia.node('Reykjavik')).toBeInViewport();
    await expect(mia.shownChip).toContainText('346 of 595 nodes shown');
    await mia.presses('Escape');

    await mia.shownChip.getByRole('button', { name: 'Show everything' }).click();
    await expect(mia.shownChip).toBeHidden();
    expect((await mia.graph()).nodes.length).toBe(595);
  });

  test('one looks at a country and its neighbours only, and from there further', async () => {
    await mia.searchesFor('japan');
    await expect(mia.found('Japan').first()).toBeVisible();
    await mia.presses('Enter');
    await expect(mia.field('name')).toHaveValue('Japan');
    await mia.presses('Escape');
    await mia.presses('Alt+Shift+O');
    await expect(mia.shownChip).toContainText('4 of 595 nodes shown');
    for (const name of ['Eastern Asia', 'Japanese yen']) await expect(mia.node(name)).toBeInViewport();
    await expect(mia.node('China')).toHaveCount(0);
    await mia.selects('Eastern Asia');
    await mia.presses('Alt+Shift+E');
    await expect(mia.node('China')).not.toHaveCount(0);
    await mia.presses('Alt+Shift+A');
    await expect(mia.shownChip).toBeHidden();
  });

  test('one selects neighbours, and all of a label, and sees how many they are', async () => {
    await mia.searchesFor('japan');
    await mia.presses('Enter');
    await mia.presses('Escape');
    await mia.presses('Alt+Shift+N');
    await expect(mia.inspector).toContainText('4 nodes and 3 edges selected');
    await mia.searchesFor('japan');
    await mia.presses('Enter');
    await mia.presses('Escape');
    await mia.presses('Alt+Shift+L');
    await expect(mia.inspector).toContainText('250 nodes');
  });
});

test('Japanese is found in any width, and what one makes is seen though its label is hidden', async ({ alice }) => {
  await alice.makesLabel('City');
  await alice.makesLabel('Person');
  await alice.makes('City', '東京タワー', { x: 160, y: 160 });
  await alice.makes('Person', 'Aki', { x: 160, y: 320 });
  await alice.searchesFor('ﾀﾜｰ 東京');
  await expect(alice.found('東京タワー')).toBeVisible();
  await alice.presses('Enter');
  await expect(alice.inspector).toContainText('City');
  await alice.presses('Escape');

  await alice.togglesKind('City');
  await expect(alice.shownChip).toContainText('1 of 2 nodes shown');
  await alice.makes('City', '京都', { x: 420, y: 320 });
  await expect(alice.shownChip).toContainText('2 of 3 nodes shown');
  await expect(alice.node('東京タワー')).toBeHidden();
});
