import type { Page } from '@playwright/test';
import { newGraph } from './support/new-graph';
import { expect, expectSameGraph, test } from './support/people';
import { Person } from './support/person';

test.beforeEach(async ({ alice }) => {
  await alice.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

/** Two people who know each other. */
async function couple(alice: Person): Promise<void> {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.makes('Person', 'Grace', { x: 560, y: 360 });
  await alice.addsProperty('born', 'whole number');
  await alice.types('born', '1906');
  await alice.connects('Ada', 'Grace', 'ADMIRES');
  await alice.settles();
}

async function newGraphIn(page: Page): Promise<string> {
  return newGraph(page.request, { title: 'Another graph' });
}

test('what is copied in one graph is pasted in another one, with its edges, types and colours', async ({ alice }) => {
  await couple(alice);
  await alice.selectsAll('Ada', 'Grace');
  await alice.presses('ControlOrMeta+c');
  expect(JSON.parse(await alice.clipboard())).toMatchObject({ form: 'kumiko-graph', labels: [{ name: 'Person' }] });
  const { labels } = JSON.parse(await alice.clipboard());

  const there = new Person('Alice', await alice.page.context().newPage());
  await there.opens(await newGraphIn(alice.page));
  await there.presses('ControlOrMeta+v');
  await expect(there.node('Grace')).toBeVisible();
  await expect(there.inspector).toContainText('2 nodes selected');
  await there.settles();
  expect(
    await there.query('MATCH (a:Person)-[:ADMIRES]->(b:Person) RETURN a.name AS a, b.name AS b, b.born AS born'),
  ).toEqual([{ a: 'Ada', b: 'Grace', born: 1906 }]);
  const { nodes } = await there.graph();
  const here = await alice.graph();
  expect(nodes.map(({ id }) => id)).not.toEqual(expect.arrayContaining([here.nodes[0]?.id]));

  await there.presses('ControlOrMeta+a');
  await there.presses('ControlOrMeta+c');
  const copiedAgain = JSON.parse(await there.clipboard());
  expect(copiedAgain.labels).toEqual(labels);
  const shape = ({ nodes: [a, b] }: { nodes: { position: { x: number; y: number } }[] }) => [
    (b?.position.x ?? 0) - (a?.position.x ?? 0),
    (b?.position.y ?? 0) - (a?.position.y ?? 0),
  ];
  expect(shape(copiedAgain).map(Math.abs)).toEqual(shape(here).map(Math.abs));
});

test('duplicates lie aside, are selected, and are one step to take back', async ({ alice, bo }) => {
  await couple(alice);
  await alice.selectsAll('Ada', 'Grace');
  await alice.presses('ControlOrMeta+d');
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(2);
  await expect(alice.inspector).toContainText('2 nodes selected');
  await alice.presses('ControlOrMeta+d');
  await expect.poll(async () => (await bo.graph()).nodes.length).toBe(6);
  const places = (await bo.graph()).nodes.map(({ position }) => `${position.x} ${position.y}`);
  expect(new Set(places).size).toBe(6);
  await alice.presses('ControlOrMeta+z');
  await alice.presses('ControlOrMeta+z');
  await expect.poll(async () => (await bo.graph()).nodes.length).toBe(2);
  await expectSameGraph([alice, bo]);
});

test('what is cut is gone and comes back by undoing, or by pasting', async ({ alice, bo }) => {
  await couple(alice);
  await alice.selects('Grace');
  await alice.presses('ControlOrMeta+x');
  await expect(bo.node('Grace')).toBeHidden();
  await alice.presses('ControlOrMeta+z');
  await expect(bo.node('Grace')).toBeVisible();
  expect((await bo.graph()).edges).toHaveLength(1);

  await alice.asksForMenu('Grace');
  await alice.menuItem('Cut').click();
  await expect(bo.node('Grace')).toBeHidden();
  await alice.presses('ControlOrMeta+v');
  await alice.presses('ControlOrMeta+v');
  await expect(bo.node('Grace')).toHaveCount(2);
  await expectSameGraph([alice, bo]);
});

test('rows of a spreadsheet become nodes with typed properties', async ({ alice, bo }) => {
  await alice.copiesElsewhere(
    'name\tpages\tread\tpublished\nEmma\t474\tyes\t1815-12-23\nMiddlemarch\tmany\tno\t1871/12/1\n',
  );
  await alice.presses('ControlOrMeta+v');
  const { pasteDialog } = alice;
  await pasteDialog.getByLabel('Name of the new label').fill('Book');
  await pasteDialog.getByLabel('Type of column 2').selectOption({ label: 'whole number' });
  await expect(pasteDialog).toContainText('1 value does not fit and is left empty');
  await pasteDialog.getByRole('button', { name: 'Make 2 nodes' }).click();
  await expect(bo.node('Middlemarch')).toBeVisible();
  await expect(alice.inspector).toContainText('2 nodes selected');
  await expectSameGraph([alice, bo]);
  expect(
    await bo.query(
      'MATCH (b:Book) RETURN b.name AS n, b.pages AS p, b.read AS r, CAST(b.published AS STRING) AS d ORDER BY n',
    ),
  ).toEqual([
    { n: 'Emma', p: 474, r: true, d: '1815-12-23' },
    { n: 'Middlemarch', p: null, r: false, d: '1871-12-01' },
  ]);
  await alice.presses('ControlOrMeta+z');
  await expect(bo.node('Emma')).toBeHidden();
});

test('a viewer may copy, and is told that pasting is for others', async ({ alice, bo }) => {
  await couple(alice);
  const link = await alice.makesLink('viewer', 'Guests');
  const guest = new Person('Guest', await alice.page.context().newPage());
  await guest.opens(link);
  await guest.selects('Ada');
  await guest.presses('ControlOrMeta+c');
  expect(await guest.clipboard()).toContain('"Ada"');
  await guest.presses('ControlOrMeta+v');
  await expect(guest.notices).toContainText('nothing was pasted');
  await guest.presses('ControlOrMeta+x');
  await expect(guest.notices).toContainText('nothing was cut');
  expect((await bo.graph()).nodes).toHaveLength(2);
});
