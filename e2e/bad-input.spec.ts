import { expect, expectSameGraph, newPerson, test } from './support/people';

test('a graph that does not exist is said to, with a way on', async ({ browser }) => {
  const alice = await newPerson(browser, 'Alice');
  await alice.page.goto('/g/nosuchroomnosuchroom00');
  await expect(alice.page.getByRole('heading', { name: 'This link opens no graph' })).toBeVisible();
  await expect(alice.page.getByText(/ask whoever sent it/u)).toBeVisible();
  await alice.page.getByRole('link', { name: 'All graphs' }).click();
  await expect(alice.page.getByRole('button', { name: 'New graph' })).toBeVisible();
  await alice.page.context().close();
});

test('a page that does not exist is said to', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByText(/There is no such page|Not found/iu)).toBeVisible();
});

test('a browser without WebAssembly is told what it lacks', async ({ browser, address }) => {
  const alice = await newPerson(browser, 'Alice');
  await alice.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await alice.page.goto(address);
  await expect(alice.page.getByRole('heading', { name: 'This browser cannot run the graph database' })).toBeVisible();
  await alice.page.context().close();
});

test('names that cannot be are refused beside the field, in words, and nothing typed is lost', async ({ alice }) => {
  await alice.page.getByRole('button', { name: 'New label' }).click();
  const field = alice.page.getByLabel('Name of the new label');
  for (const [name, words] of [
    ['a`b', 'letters, digits, spaces and underscores only'],
    ['_secret', 'cannot begin with an underscore'],
    ['id', 'is taken by the editor itself'],
    ['x'.repeat(65), 'at most 64 characters'],
  ] as const) {
    await field.fill(name);
    await field.press('Enter');
    await expect(alice.page.getByRole('alert')).toContainText(words);
    await expect(field).toHaveValue(name);
  }
  await field.fill('Person');
  await field.press('Enter');
  await expect(alice.paletteItem('Person')).toBeVisible();
});

test('the handle refuses what is malformed, mistyped or unknown, says why, and the graph goes on', async ({
  alice,
  bo,
}) => {
  await alice.submit([{ op: 'create_label', label: 'Person', properties: { age: 'INT64' } }]);
  const nodeId = 'n_00000000-0000-4000-8000-000000000001';
  const node = { op: 'create_node', nodeId, label: 'Person', position: { x: 0, y: 0 }, properties: {} };
  const refused: [unknown, string][] = [
    [[{ op: 'drop_table' }], 'BAD_PATCH'],
    ['nonsense', 'BAD_PATCH'],
    [[], 'BAD_PATCH'],
    [[{ ...node, nodeId: 'n_1' }], 'BAD_PATCH'],
    [[{ ...node, properties: { age: 'old' } }], 'WRONG_TYPE'],
    [[{ ...node, label: 'Robot' }], 'NO_SUCH_LABEL'],
    [[node, { op: 'create_label', label: 'a`b', properties: {} }], 'BAD_PATCH'],
  ];
  for (const [ops, code] of refused) {
    expect(await alice.submit(ops)).toMatchObject({ status: 'nack', code, reason: expect.stringMatching(/\S/u) });
  }
  expect((await alice.graph()).nodes).toEqual([]);
  const edge = { op: 'create_edge_type', type: 'KNOWS', properties: {} };
  const toNowhere = {
    op: 'create_edge',
    edgeId: nodeId.replace('n_', 'e_'),
    type: 'KNOWS',
    source: nodeId,
    target: nodeId,
    properties: {},
  };
  expect(await alice.submit([edge, toNowhere])).toMatchObject({
    status: 'ack',
    skipped: [{ op: 1, reason: 'end_gone' }],
  });
  expect(await alice.submit([node])).toMatchObject({ status: 'ack', skipped: [] });
  await expectSameGraph([alice, bo]);
});

test('a query can only read, and a wrong one is answered with a sentence', async ({ alice }) => {
  await alice.submit([{ op: 'create_label', label: 'Person', properties: { name: 'STRING' } }]);
  for (const cypher of [
    'CREATE (:Person {id: "x"})',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n:Person) SET n.name = "x"',
    'DROP TABLE Person',
    'COMMIT; CREATE (:Person {id: "x"})',
    'MATCH (n:Nobody) RETURN n',
    'not cypher',
  ]) {
    await expect(alice.query(cypher), cypher).rejects.toThrow(/\S/u);
  }
  expect(await alice.query('MATCH (n) RETURN count(*) AS count')).toEqual([{ count: 0 }]);
});
