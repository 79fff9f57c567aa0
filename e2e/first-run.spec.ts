import { firstSteps, guest, stepsLeft } from './support/first-run';
import { farCaptions } from './support/moving';
import { newGraph } from './support/new-graph';
import { expect, newPerson, test } from './support/people';

test('a first visitor is shown a graph that lives, in one press', async ({ browser }) => {
  const mia = await newPerson(browser, 'Mia');
  await mia.page.goto('/');
  await mia.page.getByRole('button', { name: 'Try it with an example' }).click();
  await mia.isReady();
  expect((await mia.graph()).nodes.length).toBeGreaterThan(50);
  await expect(farCaptions(mia).first()).toBeVisible();

  // Back on the first page there is a graph of theirs to go on with.
  await mia.page.goto('/');
  await expect(mia.page.getByRole('link', { name: /World/u })).toBeVisible();
  await expect(mia.page.getByRole('button', { name: 'Try it with an example' })).toBeHidden();
  await mia.page.context().close();
});

test('three first steps are ticked off as they are done, and not told again', async ({ alice }) => {
  await expect(stepsLeft(alice)).toHaveCount(3);
  await expect(firstSteps(alice)).toContainText('Make a label');
  await alice.makesLabel('Person');
  await expect(firstSteps(alice)).toContainText('Drag a label onto the canvas');
  await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  await expect(stepsLeft(alice)).toHaveCount(2);
  await alice.makes('Person', 'Grace', { x: 500, y: 350 });
  await alice.connects('Ada', 'Grace', 'KNOWS');
  await expect(stepsLeft(alice)).toHaveCount(1);
  await alice.opensShare();
  await alice.closesShare();
  await expect(firstSteps(alice)).toContainText('Well begun');
  await alice.reloads();
  await expect(alice.node('Ada')).toBeVisible();
  await expect(firstSteps(alice)).toBeHidden();
});

test('they can be skipped for good, and are not for who may only look', async ({ alice, browser, request }) => {
  const viewers = await alice.makesLink('viewer', 'The press');
  const vera = await guest(browser, viewers);
  await expect(vera.page.getByText('This graph is empty.')).toBeVisible();
  await expect(firstSteps(vera)).toBeHidden();
  await vera.page.context().close();

  await firstSteps(alice).getByRole('button', { name: 'Skip' }).click();
  await expect(firstSteps(alice)).toBeHidden();
  const path = await newGraph(request, { title: 'Another' });
  await alice.opens(path);
  await expect(alice.page.getByText('Make a label first')).toBeVisible();
  await expect(firstSteps(alice)).toBeHidden();
});

test('on a narrow screen they cover nothing', async ({ alice }) => {
  await alice.page.setViewportSize({ width: 360, height: 740 });
  await expect(firstSteps(alice)).toBeVisible();
  const box = await firstSteps(alice).boundingBox();
  const canvas = await alice.page.locator('main').boundingBox();
  if (box === null || canvas === null) throw new Error('it is not on the screen');
  expect(canvas.y + canvas.height).toBeLessThanOrEqual(box.y + 0.5);
  expect(box.height).toBeLessThan(60);
  await alice.makesLabel('Person');
  await alice.paletteItem('Person').click();
  await expect(firstSteps(alice)).toContainText('Connect two nodes');
});

test('where everything is hidden, the way back is there', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  await alice.togglesKind('Person');
  await expect(alice.page.getByText('Everything in this graph is hidden.')).toBeVisible();
  await alice.page.getByTestId('all-hidden').getByRole('button', { name: 'Show everything' }).click();
  await expect(alice.node('Ada')).toBeVisible();
});
