import { expectAccessible, withAxe } from './support/axe';
import { FilesWork } from './support/files-work';
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { ADA, ADA_ADMIRES_GRACE, GRACE, SMALL_GRAPH } from './support/small-graph';
import { StylingWork } from './support/styling-work';
import { watchedForViolations } from './support/violations';

const born = (id: string, value: number) => ({ op: 'set_property', on: 'node', id, key: 'born', value });

test('one sets size by number; both see it, live; it follows a rename, and is undone', async ({ alice, bo }) => {
  const refused = watchedForViolations(alice.page);
  await alice.submit([...SMALL_GRAPH, born(GRACE, 1906)]);
  await bo.settles();
  await alice.calls('Alice');
  await bo.calls('Bo');
  const [hers, his] = [new StylingWork(alice), new StylingWork(bo)];
  await hers.opens();
  await hers.adds();
  await expect(hers.rules).toHaveText(/Person.*: size by .*born/u);
  for (const each of [hers, his]) {
    await expect.poll(() => each.widthOf(GRACE)).toBe(340);
    await expect.poll(() => each.widthOf(ADA)).toBe(128);
    await expect(each.legend.getByRole('img')).toHaveAccessibleName('From 1,815 to 1,906');
  }
  const picture = await new FilesWork(bo).saves('Save a picture (SVG)');
  expect(picture.content.toString()).toContain('width="340"');
  expect(picture.content.toString()).toContain('Person: size by born');

  await bo.submit([born(ADA, 2000)]);
  for (const each of [hers, his]) await expect.poll(() => each.widthOf(ADA)).toBe(340);
  await bo.submit([{ op: 'rename_property', on: 'node', of: 'Person', key: 'born', to: 'birth' }]);
  await expect(hers.rules).toHaveText(/size by .*birth/u);
  await bo.settles();
  for (const each of [hers, his]) expect(await each.widthOf(ADA)).toBe(340);

  await hers.panel.getByRole('button', { name: 'Close' }).click();
  await alice.page.getByRole('button', { name: /^Undo/u }).first().click();
  for (const each of [hers, his]) await expect.poll(() => each.widthOf(ADA)).toBe(200);
  await expect(his.legend).toBeHidden();
  expect(refused).toEqual([]);
});

test('edges have colours with heads, thickness and captions by rules', async ({ alice, bo }) => {
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await alice.calls('Alice');
  const [hers, his] = [new StylingWork(alice), new StylingWork(bo)];
  await hers.opens();
  await hers.adds(['For', 'Edges'], ['Edge type', 'ADMIRES'], ['Look', 'Colour']);
  await hers.adds(['For', 'Edges'], ['Edge type', 'ADMIRES'], ['Look', 'Thickness']);
  await hers.adds(['For', 'Edges'], ['Edge type', 'ADMIRES'], ['Look', 'Caption']);
  for (const each of [hers, his]) {
    await expect
      .poll(() => each.lineOf(ADA_ADMIRES_GRACE))
      .toEqual({ color: 'rgb(181, 86, 63)', width: '3px', head: '#b5563f' });
  }
  await expect(bo.edge(ADA_ADMIRES_GRACE)).toContainText('1833');
});

test('one sets size by what an algorithm says; it is computed for everyone, and again as the graph grows', async ({
  alice,
  bo,
}) => {
  const refused = watchedForViolations(alice.page);
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await alice.calls('Alice');
  const [hers, his] = [new StylingWork(alice), new StylingWork(bo)];
  await hers.opens();
  await hers.adds(['Look', 'Size by number'], ['By', 'Incoming connections']);
  for (const each of [hers, his]) {
    await expect.poll(() => each.widthOf(GRACE)).toBe(340);
    await expect.poll(() => each.widthOf(ADA)).toBe(128);
  }
  const back = (n: number) => ({
    op: 'create_edge',
    edgeId: `e_00000000-0000-4000-8000-00000000090${n}`,
    type: 'ADMIRES',
    source: GRACE,
    target: ADA,
    properties: {},
  });
  await bo.submit([back(1), back(2)]);
  for (const each of [hers, his]) {
    await expect.poll(() => each.widthOf(ADA)).toBe(340);
    await expect.poll(() => each.widthOf(GRACE)).toBe(128);
  }
  expect(refused).toEqual([]);
});

test('who may only view sees rules and legend', async ({ alice, browser }) => {
  await alice.submit(SMALL_GRAPH);
  await alice.calls('Alice');
  const hers = new StylingWork(alice);
  await hers.opens();
  await hers.adds();
  await hers.panel.getByRole('button', { name: 'Close' }).click();
  const link = await alice.makesLink('viewer', 'Readers');
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(link);
  await vera.calls('Vera');
  const theirs = new StylingWork(vera);
  await expect(theirs.legend).toBeVisible();
  await theirs.opens();
  await expect(theirs.rules).toHaveCount(1);
  await expect(theirs.panel.getByRole('button')).toHaveCount(1);
  await vera.page.context().close();
});

test('is accessible, in light and dark', async ({ address, browser }) => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await withAxe(page);
  const alice = new Person('Alice', page);
  await alice.opens(address);
  await alice.submit([...SMALL_GRAPH, born(GRACE, 1906)]);
  await alice.calls('Alice');
  const hers = new StylingWork(alice);
  await hers.opens();
  await expectAccessible(page, 'no rules');
  await hers.adds();
  await hers.adds(['Look', 'Colour by value']);
  await expectAccessible(page, 'rules and legend');
  await hers.presses('Add a rule');
  await hers.sets('Look', 'Colour by value');
  await expectAccessible(page, 'a form');
  await context.close();
});
