import { Cable } from './support/cable';
import { expect, expectSameGraph, newPerson, test } from './support/people';
import { Person } from './support/person';

test('after a reload everything is there, and someone who joins late has it too', async ({
  alice,
  address,
  browser,
}) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.makes('Person', 'Grace', { x: 560, y: 360 });
  await alice.connects('Ada', 'Grace', 'KNOWS');
  await alice.settles();
  const before = await alice.databaseRows();

  await alice.reloads();
  expect(await alice.databaseRows()).toEqual(before);
  await expect(alice.node('Ada')).toBeVisible();

  const late = await newPerson(browser, 'Dee');
  await late.opens(address);
  await expectSameGraph([alice, late]);
  await late.makes('Person', 'Mary', { x: 360, y: 500 });
  await expect(alice.node('Mary')).toBeVisible();
  await late.page.context().close();
});

test('a connection that breaks is made again, and what was edited meanwhile arrives both ways', async ({
  alice,
  address,
  browser,
  baseURL,
}) => {
  const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
  const bo = await newPerson(browser, 'Bo');
  await bo.opens(`${cable.origin}${address}`);
  await alice.makesLabel('Person');
  await expect(bo.paletteItem('Person')).toBeVisible();

  cable.unplug();
  await expect(bo.status).toHaveAttribute('data-state', 'reconnecting');
  await bo.drags('Person', { x: 200, y: 150 });
  await expect(bo.status).toHaveAttribute('data-pending', '1');
  await expect(bo.status).toContainText('1 change kept');
  await alice.makes('Person', 'Ada', { x: 560, y: 360 });

  cable.plugIn();
  await expectSameGraph([alice, bo]);
  expect((await alice.graph()).nodes.length).toBe(2);
  await bo.page.context().close();
  await cable.remove();
});

test('the first page: a new graph, then it stands among those opened recently', async ({ browser }) => {
  const alice = await newPerson(browser, 'Alice');
  await alice.page.goto('/');
  await alice.page.getByRole('button', { name: 'New graph' }).click();
  await alice.isReady();
  await expect(alice.page).toHaveURL(/\/g\/[\w-]+$/u);
  await expect(alice.page.getByText('Make a label first')).toBeVisible();
  await alice.page.getByLabel('Title of the graph').fill('My first');
  await alice.presses('Enter');
  await alice.settles();
  await alice.page.getByRole('link', { name: 'All graphs' }).click();
  await alice.page.getByRole('link', { name: /My first/u }).click();
  await alice.isReady();
  await expect(alice.page.getByLabel('Title of the graph')).toHaveValue('My first');
  await alice.page.context().close();
});

test('the World sample opens with one click, in two windows, and is edited in both', async ({ browser }) => {
  const alice = await newPerson(browser, 'Alice');
  await alice.page.goto('/');
  await alice.page.getByRole('button', { name: /World/u }).click();
  await alice.isReady();
  const bo = new Person('Bo', await (await browser.newContext()).newPage());
  await bo.opens(await alice.makesLink('editor', 'Bo'));
  await expectSameGraph([alice, bo]);
  const [row] = await bo.query('MATCH (:Country)-[b:BORDERS]->(:Country) RETURN count(b) AS borders');
  expect(row?.['borders']).toBe(648);
  const [france] = await alice.query('MATCH (c:Country {name: $name}) RETURN c.id AS id', { name: 'France' });
  await alice.submit([{ op: 'set_property', on: 'node', id: france?.['id'], key: 'capital', value: 'Lyon' }]);
  await expect
    .poll(() => bo.query('MATCH (c:Country {name: "France"}) RETURN c.capital AS capital'))
    .toEqual([{ capital: 'Lyon' }]);
  await expectSameGraph([alice, bo]);
  await alice.page.context().close();
  await bo.page.context().close();
});

test('the Les Misérables sample opens with one click', async ({ browser }) => {
  const alice = await newPerson(browser, 'Alice');
  await alice.page.goto('/');
  await alice.page.getByRole('button', { name: /Les Misérables/u }).click();
  await alice.isReady();
  const { nodes, edges } = await alice.graph();
  expect([nodes.length, edges.length]).toEqual([77, 254]);
  await expect(alice.node('Valjean')).toBeVisible();
  await alice.page.context().close();
});
