/** What people do when the network, the server or the tab goes away, and what is there when it comes back. */
import { Cable } from './support/cable';
import { OwnServer } from './support/own-server';
import { expect, expectSameGraph, newPerson, test } from './support/people';
import { Person } from './support/person';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const node = (n: number) => `n_${uuid(n)}`;
const PEOPLE = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: {} },
  ...['Ada', 'Grace', 'Mary'].map((name, n) => ({
    op: 'create_node',
    nodeId: node(n + 1),
    label: 'Person',
    position: { x: n * 230, y: 200 },
    properties: { name },
  })),
  { op: 'create_edge', edgeId: `e_${uuid(1)}`, type: 'KNOWS', source: node(1), target: node(2), properties: {} },
];
const setName = (n: number, value: string) => [{ op: 'set_property', on: 'node', id: node(n), key: 'name', value }];

/** Bo, in a browser of his own, behind a cable to the server. */
const withBo = test.extend<{ cable: Cable; boFar: Person }>({
  cable: async ({ baseURL }, use) => {
    const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
    await use(cable);
    await cable.remove();
  },
  boFar: async ({ browser, cable, address }, use) => {
    const bo = await newPerson(browser, 'Bo');
    await bo.opens(`${cable.origin}${address}`);
    await use(bo);
    await bo.page.context().close();
  },
});

withBo(
  'in airplane mode one goes on, another edits meanwhile, and both have all of it in the end',
  async ({ alice, boFar: bo, cable }) => {
    await alice.submit(PEOPLE);
    await expectSameGraph([alice, bo]);
    cable.unplug();
    await expect(bo.status).not.toHaveAttribute('data-state', 'saved');
    await bo.selects('Ada');
    await bo.types('age', '36');
    await bo.drags('Person', { x: 200, y: 400 });
    await bo.moves('Mary', { x: 0, y: 120 });
    await alice.submit(setName(1, 'Ada Lovelace'));
    await alice.submit([{ op: 'delete_node', nodeId: node(2) }]);
    await expect(bo.status).toHaveAttribute('data-pending', '3');
    await expect(bo.status).toContainText('3 changes kept');
    cable.plugIn();
    await expectSameGraph([alice, bo]);
    const { nodes, edges } = await alice.graph();
    expect(nodes.find(({ id }) => id === node(1))?.properties).toEqual({ name: 'Ada Lovelace', age: 36 });
    expect([nodes.length, edges.length]).toEqual([3, 0]);
  },
);

withBo(
  'a tab closed offline and opened again, still offline, has everything; it is sent once',
  async ({ alice, boFar: bo, cable, address }) => {
    await alice.submit(PEOPLE);
    await expectSameGraph([alice, bo]);
    await bo.keepsTheApp();
    cable.unplug();
    await bo.selects('Ada');
    await bo.types('age', '36');
    const made = await bo.drags('Person', { x: 200, y: 400 });
    await expect(bo.status).toContainText('2 changes kept');
    const context = bo.page.context();
    await bo.page.close();

    const again = new Person('Bo', await context.newPage());
    await again.page.goto(`${cable.origin}${address}`);
    await expect(again.node('Grace')).toBeVisible();
    await expect(again.node(made)).toBeVisible();
    await expect(again.status).toContainText('2 changes kept');
    expect(await again.query('MATCH (p:Person {name: "Ada"}) RETURN p.age AS age')).toEqual([{ age: 36 }]);
    await again.selects('Grace');
    await again.types('age', '85');
    await expect(again.status).toContainText('3 changes kept');

    cable.plugIn();
    await expectSameGraph([alice, again]);
    const { nodes } = await alice.graph();
    expect(nodes.filter(({ label }) => label === 'Person').length).toBe(4);
    expect(nodes.find(({ id }) => id === node(1))?.properties).toEqual({ name: 'Ada', age: 36 });
    expect(nodes.find(({ id }) => id === node(2))?.properties).toEqual({ name: 'Grace', age: 85 });
    // The title, the people, and one for each of Bo's changes.
    expect(await again.page.evaluate(() => window.kumiko?.serverVersion())).toBe(5);
  },
);

withBo(
  'two tabs of one browser: what the closed one left is taken over by the other, and lands once',
  async ({ alice, boFar: bo, cable, address }) => {
    await alice.submit(PEOPLE);
    const second = new Person('Bo again', await bo.page.context().newPage());
    await second.opens(`${cable.origin}${address}`);
    await expectSameGraph([alice, bo, second]);
    cable.unplug();
    await expect(second.status).not.toHaveAttribute('data-state', 'saved');
    await bo.submitsWithoutWaiting(setName(1, 'From the first tab'));
    await second.submitsWithoutWaiting(setName(2, 'From the second tab'));
    await expect(bo.status).toContainText('1 change kept');
    await bo.page.close();
    await expect(second.status).toContainText('2 changes kept');
    await expect(second.node('From the first tab')).toBeVisible();
    cable.plugIn();
    await expectSameGraph([alice, second]);
    const names = (await alice.graph()).nodes.map(({ properties }) => properties['name']).sort();
    expect(names).toEqual(['From the first tab', 'From the second tab', 'Mary']);
    expect(await second.page.evaluate(() => window.kumiko?.serverVersion())).toBe(4);
  },
);

withBo('what could not be kept is listed in words, and can be had back', async ({ alice, boFar: bo, cable }) => {
  await alice.calls('Alice');
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  cable.unplug();
  await expect(bo.status).not.toHaveAttribute('data-state', 'saved');
  await bo.selects('Ada');
  await bo.types('name', 'Ada Lovelace');
  await alice.submit([{ op: 'delete_node', nodeId: node(1) }]);
  cable.plugIn();
  const list = bo.page.getByRole('alert', { name: 'Changes that were not kept' });
  await expect(list).toContainText('name of Ada Lovelace was not kept: the node was deleted by Alice.');
  await list.getByRole('button', { name: 'Restore' }).click();
  await expect(list).toBeHidden();
  await expectSameGraph([alice, bo]);
  await expect(alice.node('Ada Lovelace')).toBeVisible();
  expect((await alice.graph()).edges.length).toBe(1);
});

test('the server is killed while people edit: they go on, and nothing is lost or doubled', async ({ browser }) => {
  test.slow();
  const server = await OwnServer.start();
  const [alice, bo] = [await newPerson(browser, 'Alice'), await newPerson(browser, 'Bo')];
  await alice.page.goto(server.origin);
  await alice.page.getByRole('button', { name: 'New graph' }).click();
  await alice.isReady();
  await bo.opens(await alice.makesLink('editor', 'Bo'));
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  const made: string[] = [];
  for (const end of ['kill', 'stop'] as const) {
    const burst = (person: Person, from: number) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) => {
          const id = node(from + n);
          made.push(id);
          const properties = { name: `${person.name} ${from + n}` };
          const position = { x: n * 40, y: from };
          return person.submit([{ op: 'create_node', nodeId: id, label: 'Person', position, properties }]);
        }),
      );
    const edits = [burst(alice, made.length + 100), burst(bo, made.length + 200)];
    await server[end]();
    await expect(alice.status).not.toHaveAttribute('data-state', 'saved');
    await server.start();
    for (const outcomes of await Promise.all(edits)) {
      for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'ack', skipped: [] });
    }
  }
  await expectSameGraph([alice, bo]);
  const ids = (await bo.graph()).nodes.map(({ id }) => id).sort();
  expect(ids).toEqual([...made, node(1), node(2), node(3)].sort());
  await alice.page.context().close();
  await bo.page.context().close();
  await server.remove();
});

test('the database of a tab dies in the middle of edits: the tab recovers by itself', async ({ alice, bo }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  const edits = Array.from({ length: 10 }, (_, n) => bo.submit(setName(1, `Ada ${n}`)));
  await Promise.all(alice.page.workers().map((worker) => worker.evaluate(() => self.close()).catch(() => undefined)));
  await Promise.all(edits);
  await alice.submit(setName(2, 'Grace Hopper'));
  await expectSameGraph([alice, bo]);
  await expect(alice.node('Grace Hopper')).toBeVisible();
});

test('one’s own last step is undone, and what a teammate did in between stays', async ({ alice, bo }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  await alice.selects('Ada');
  await alice.types('age', '36');
  await alice.moves('Mary', { x: 0, y: 150 });
  await bo.submit(setName(1, 'Ada Lovelace'));
  await bo.submit([{ op: 'set_property', on: 'node', id: node(1), key: 'age', value: 37 }]);
  await expectSameGraph([alice, bo]);
  const undo = alice.page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect
    .poll(async () => (await bo.graph()).nodes.find(({ id }) => id === node(3))?.position)
    .toEqual({
      x: 460,
      y: 200,
    });
  // The age is Bo's by now.
  await undo.click();
  await expect(alice.notices).toContainText('others have changed it since');
  await expectSameGraph([alice, bo]);
  expect((await bo.graph()).nodes.find(({ id }) => id === node(1))?.properties).toEqual({
    name: 'Ada Lovelace',
    age: 37,
  });
});

test('undoing a deletion brings back the node with its properties, place and edges', async ({ alice, bo }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  const before = await bo.databaseRows();
  await alice.selects('Ada');
  await alice.presses('Delete');
  await expect(bo.node('Ada')).toBeHidden();
  await alice.presses('ControlOrMeta+z');
  await expect(bo.node('Ada')).toBeVisible();
  await expectSameGraph([alice, bo]);
  expect(await bo.databaseRows()).toEqual(before);
  await alice.presses('ControlOrMeta+Shift+z');
  await expect(bo.node('Ada')).toBeHidden();
  await expectSameGraph([alice, bo]);
});

test('people see each other: name, cursor, selection, a drag as it goes, and the field being edited', async ({
  alice,
  bo,
}) => {
  await alice.calls('Alice Liddell');
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo]);
  await expect(bo.avatar('Alice Liddell')).toBeVisible();

  await alice.hovers('Grace');
  await expect(bo.cursorOf('Alice Liddell')).toBeVisible();
  await alice.selects('Ada');
  await expect(bo.selectionOf('Alice Liddell')).toBeVisible();

  const before = (await bo.graph()).nodes.find(({ id }) => id === node(3))?.position;
  const versionBefore = await bo.page.evaluate(() => window.kumiko?.serverVersion());
  const placeForBo = async () => (await bo.node('Mary').boundingBox())?.y ?? 0;
  const from = await placeForBo();
  const letGo = await alice.startsDragging('Mary', { x: 0, y: 150 });
  await expect.poll(placeForBo).toBeGreaterThan(from + 50);
  expect((await bo.graph()).nodes.find(({ id }) => id === node(3))?.position).toEqual(before);
  expect(await bo.page.evaluate(() => window.kumiko?.serverVersion())).toBe(versionBefore);
  await letGo();
  await expectSameGraph([alice, bo]);
  expect((await bo.graph()).nodes.find(({ id }) => id === node(3))?.position).not.toEqual(before);

  await alice.selects('Ada');
  await bo.selects('Ada');
  await alice.field('name').focus();
  await expect(bo.inspector).toContainText('Alice Liddell is editing this');

  await alice.page.context().close();
  await expect(bo.avatar('Alice Liddell')).toBeHidden();
  await expect(bo.cursorOf('Alice Liddell')).toBeHidden();
});
