import { expect, expectSameGraph, test } from './support/people';

test('three people make labels, nodes and edges by hand, and all see the same', async ({ alice, bo, cem }) => {
  await alice.makesLabel('Person');
  await bo.makesLabel('City');
  const ada = await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  const london = await bo.makes('City', 'London', { x: 520, y: 320 });
  await expect(cem.node(ada)).toContainText('Ada');
  await expect(cem.node(london)).toContainText('London');

  await cem.connects('Ada', 'London', 'LIVES_IN');
  await expect(alice.page.getByText('LIVES_IN').first()).toBeVisible();
  await expectSameGraph([alice, bo, cem]);
  const { edges } = await bo.graph();
  expect(edges).toEqual([expect.objectContaining({ type: 'LIVES_IN', source: ada, target: london })]);
  expect(await alice.query('MATCH (a:Person)-[:LIVES_IN]->(c:City) RETURN a.name AS who, c.name AS place')).toEqual([
    { who: 'Ada', place: 'London' },
  ]);
});

test('an edge type that exists is chosen with Enter, and a second edge between the same nodes lies beside the first', async ({
  alice,
  bo,
}) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.makes('Person', 'Grace', { x: 560, y: 360 });
  await alice.connects('Ada', 'Grace', 'KNOWS');
  await alice.dragsEdge('Grace', 'Ada');
  await alice.presses('Enter');
  await expect.poll(async () => (await alice.graph()).edges.length).toBe(2);
  await alice.connects('Ada', 'Grace', 'ADMIRES');
  await expect
    .poll(async () => (await bo.graph()).edges.map((edge) => edge.type).sort())
    .toEqual(['ADMIRES', 'KNOWS', 'KNOWS']);
  const { edges } = await alice.graph();
  const paths = await Promise.all(
    edges.map((edge) => alice.edge(edge.id).locator('.react-flow__edge-path').getAttribute('d')),
  );
  expect(new Set(paths).size).toBe(3);
  await expectSameGraph([alice, bo]);
});

test('moving a node, and a selection of several, is seen by others where it ended', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  const ada = await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  const grace = await alice.makes('Person', 'Grace', { x: 160, y: 300 });
  await alice.moves('Ada', { x: 220, y: 40 });
  await expectSameGraph([alice, bo]);

  const before = new Map((await bo.graph()).nodes.map((node) => [node.id, node.position]));
  await alice.selects('Ada');
  await alice.node('Grace').click({ modifiers: ['ControlOrMeta'] });
  await expect(alice.inspector).toContainText('2 nodes selected');
  await alice.moves('Grace', { x: 60, y: 50 });
  await expectSameGraph([alice, bo]);
  for (const { id, position } of (await bo.graph()).nodes) {
    const was = before.get(id);
    expect(position, `${id === ada ? 'Ada' : id === grace ? 'Grace' : id} moved with the selection`).not.toEqual(was);
  }
  const version = await alice.page.evaluate(() => window.kumiko?.serverVersion());
  await alice.selects('Ada');
  await alice.settles();
  expect(await alice.page.evaluate(() => window.kumiko?.serverVersion()), 'selecting is not an edit').toBe(version);
});

test('properties of every type are added, changed and removed in the inspector', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  const ada = await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  const properties = async () => (await bo.graph()).nodes.find((node) => node.id === ada)?.properties;

  await alice.addsProperty('age', 'whole number');
  await alice.addsProperty('height', 'decimal number');
  await alice.addsProperty('member', 'yes/no');
  await alice.addsProperty('born', 'date');
  await alice.addsProperty('last seen', 'date and time');
  await alice.types('age', '36');
  await alice.types('height', '1.65');
  await alice.inspector.getByRole('button', { name: 'Yes' }).click();
  await alice.types('born', '1815-12-10');
  await alice.types('last seen', '2026-11-22T10:30:00');
  await expect.poll(properties).toEqual({
    name: 'Ada',
    age: 36,
    height: 1.65,
    member: true,
    born: '1815-12-10',
    'last seen': expect.stringMatching(/^2026-11-2\dT/u),
  });

  await alice.field('age').fill('many');
  await alice.field('age').press('Enter');
  await expect(alice.inspector.getByRole('alert')).toContainText('It must be a whole number');
  await alice.field('age').fill('37');
  await alice.field('age').press('Enter');
  await alice.removesProperty('height');
  await expect.poll(async () => (await properties())?.['age']).toBe(37);
  await expect.poll(async () => Object.keys((await properties()) ?? {})).not.toContain('height');
  expect(await bo.query('MATCH (p:Person) WHERE p.age > 36 AND p.member RETURN p.name AS name')).toEqual([
    { name: 'Ada' },
  ]);
  await expectSameGraph([alice, bo]);
});

test('an edge has properties too, and is deleted with a key', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.makes('Person', 'Grace', { x: 560, y: 360 });
  await alice.connects('Ada', 'Grace', 'KNOWS');
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(1);
  const id = (await bo.graph()).edges[0]?.id ?? '';
  await bo.selectsEdge(id);
  await bo.addsProperty('since', 'whole number');
  await bo.types('since', '1843');
  await expect.poll(async () => (await alice.graph()).edges[0]?.properties).toEqual({ since: 1843 });

  await alice.selectsEdge(id);
  await alice.presses('Delete');
  await expect(bo.edge(id)).toBeHidden();
  await expectSameGraph([alice, bo]);
});

test('deleting a node takes its edges with it, everywhere', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.makes('Person', 'Grace', { x: 560, y: 360 });
  await alice.connects('Ada', 'Grace', 'KNOWS');
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(1);
  await bo.selects('Ada');
  await bo.presses('Backspace');
  await expect.poll(async () => (await alice.graph()).edges.length).toBe(0);
  await expect(alice.node('Ada')).toBeHidden();
  await expectSameGraph([alice, bo]);
  expect((await alice.graph()).nodes.length).toBe(1);
});

test('the state is said in words, with the version and what is pending', async ({ alice }) => {
  await expect(alice.status).toHaveAttribute('data-state', 'saved');
  await expect(alice.status).toHaveAttribute('data-pending', '0');
  await expect(alice.status).toHaveText('Saved');
  await alice.makesLabel('Person');
  await alice.settles();
  const version = await alice.page.evaluate(() => window.kumiko?.serverVersion());
  await expect(alice.page.getByTestId('server-version')).toHaveText(String(version));
});

test('the title is edited in place and is everyone’s', async ({ alice, bo }) => {
  await alice.page.getByLabel('Title of the graph').fill('Family tree');
  await alice.presses('Enter');
  await expect(bo.page.getByLabel('Title of the graph')).toHaveValue('Family tree');
  await expect(bo.page).toHaveTitle('Family tree – Kumiko');
});
