import { expectAccessible, withAxe } from './support/axe';
import { ConsoleWork } from './support/console-work';
import { goesTo } from './support/keyboard';
import { newGraph } from './support/new-graph';
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { SchemaPanelWork } from './support/schema-panel-work';
import { SchemaWork } from './support/schema-work';
import { ADA, ADA_LIVES_IN_LONDON, GRACE, LONDON, SMALL_GRAPH } from './support/small-graph';
import { watchedForViolations } from './support/violations';

test('what one person draws is counted in the other’s schema as it comes', async ({ alice, bo }) => {
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await bo.calls('Bo');
  const his = new SchemaPanelWork(bo);
  await his.opens();
  await expect(his.count('Person')).toHaveText('2 nodes');
  await expect(his.fill('Person', 'born')).toHaveText('1 of 2');
  await expect(his.fill('ADMIRES', 'since')).toHaveText('1 of 1');
  expect(await his.pairs('LIVES_IN')).toEqual(['Person to City: 1 edge']);

  await alice.submit([{ op: 'set_property', on: 'node', id: GRACE, key: 'born', value: 1906 }]);
  await expect(his.fill('Person', 'born')).toHaveText('2 of 2');
  await alice.submit([{ op: 'set_ends', edgeId: ADA_LIVES_IN_LONDON, source: LONDON, target: ADA }]);
  await expect.poll(() => his.pairs('LIVES_IN')).toEqual(['City to Person: 1 edge']);
  await alice.submit([{ op: 'set_label', nodeId: GRACE, label: 'City' }]);
  await expect(his.count('Person')).toHaveText('1 node');
  await expect.poll(() => his.pairs('ADMIRES')).toEqual(['Person to City: 1 edge']);
  await alice.submit([{ op: 'delete_node', nodeId: ADA }]);
  await expect(his.count('Person')).toHaveText('0 nodes');
  await expect(his.count('ADMIRES')).toHaveText('0 edges');

  await alice.submit([{ op: 'rename_type', on: 'node', of: 'City', to: 'Town' }]);
  await expect(his.count('Town')).toHaveText('2 nodes');
  await expect(his.drawn('Town')).toContainText('2 nodes');
  await expect(his.drawn('City')).toHaveCount(0);
  await alice.makesLabel('River');
  await expect(his.count('River')).toHaveText('0 nodes');
  await expect(his.drawn('River')).toBeVisible();
});

test.describe('in the World', () => {
  let mia: Person;
  let schema: SchemaPanelWork;
  test.beforeEach(async ({ browser, request }) => {
    const path = await newGraph(request, { sample: 'world' });
    mia = await newPerson(browser, 'Mia');
    schema = new SchemaPanelWork(mia);
    await mia.opens(path);
    await mia.calls('Mia');
  });
  test.afterEach(() => mia.page.context().close());

  test('the picture has its labels and edge types, and leads to what is known of each', async () => {
    const refused = watchedForViolations(mia.page);
    await schema.opens();
    for (const label of ['Country', 'Region', 'Subregion', 'Language', 'Currency']) {
      await expect(schema.drawn(label)).toBeVisible();
    }
    await expect(schema.picture).toContainText('BORDERS 648');
    await expect(schema.picture).toContainText('SPEAKS 412');
    await expect(schema.drawn('IN_REGION')).toHaveCount(3);

    await schema.drawn('Currency').click();
    await expect(schema.entry('Currency')).toBeFocused();
    await expect(schema.entry('Currency')).toBeInViewport();
    expect(refused).toEqual([]);
  });

  test('one selects all of a label, asks for an edge type, and takes the schema along', async () => {
    await mia.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await schema.opens();
    await schema
      .action(/^Select all .*Region.?$/u)
      .first()
      .click();
    await expect(mia.inspector).toContainText('6');

    await schema.presses('Copy as Cypher');
    const text = await mia.clipboard();
    expect(text).toContain('CREATE NODE TABLE `Country` (\n  id STRING PRIMARY KEY,\n  `name` STRING');
    expect(text).toContain('CREATE REL TABLE `SPEAKS` (\n  FROM `Country` TO `Language`');
    const saving = mia.page.waitForEvent('download');
    await schema.presses('Save as picture');
    expect((await saving).suggestedFilename()).toBe('World schema.svg');

    await schema.action(/^Query .*SPEAKS/u).click();
    const console = new ConsoleWork(mia);
    await expect(console.field).toContainText('(a)-[e:SPEAKS]->(b)');
    await expect(console.outcome).toHaveText(/^100 rows/u);
  });
});

test('by the keyboard alone it is opened, gone through, and left', async ({ alice }) => {
  await alice.submit(SMALL_GRAPH);
  await alice.calls('Alice');
  const schema = new SchemaPanelWork(alice);
  await alice.presses('Alt+Shift+S');
  await expect(schema.panel.getByRole('button', { name: 'Close the schema' })).toBeFocused();
  await expect(schema.picture).toBeVisible();
  await alice.presses('Tab');
  await expect(schema.panel.getByRole('region', { name: 'Picture of the schema' })).toBeFocused();
  await goesTo(alice.page, schema.action(/^Edit .*City/u));
  await alice.presses('Escape');
  await expect(schema.panel).toBeHidden();
  await alice.presses('Alt+Shift+S');
  await expect(schema.panel).toBeVisible();
  await alice.presses('Alt+Shift+S');
  await expect(schema.panel).toBeHidden();
});

test('axe finds nothing, wide and narrow; on a phone it is a sheet', async ({ page, address }) => {
  await withAxe(page);
  const ida = new Person('Ida', page);
  await ida.opens(address);
  await ida.submit(SMALL_GRAPH);
  await ida.calls('Ida');
  const schema = new SchemaPanelWork(ida);
  await schema.opens();
  await expect(schema.drawn('LIVES_IN')).toBeVisible();
  await schema.presses('Zoom in');
  await schema.presses('Zoom in');
  await schema.presses('Show all of it');
  await expectAccessible(page, 'schema');
  await schema.presses('Larger');
  await expect(schema.drawn('City')).toBeInViewport();
  await schema.presses('Smaller');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, 'schema on a phone');
  const box = await schema.panel.boundingBox();
  expect([box?.x, box?.width]).toEqual([8, 344]);
  await schema.action(/^Select all .*Person/u).click();
  await expect(schema.panel).toBeHidden();
  await expect(ida.inspector).toContainText('2');
});

test('on a phone edge types are within reach, beside the labels', async ({ alice }) => {
  await alice.page.setViewportSize({ width: 360, height: 740 });
  await alice.submit(SMALL_GRAPH);
  await alice.calls('Alice');
  const types = new SchemaWork(alice);
  await types.opens('LIVES_IN');
  await expect(types.panel).toContainText('LIVES_IN');
});

test('an empty graph says what a schema is; a viewer sees all but what changes it', async ({ alice, browser }) => {
  await alice.calls('Alice');
  const hers = new SchemaPanelWork(alice);
  await hers.opens();
  await expect(hers.panel).toContainText('This graph has no schema yet.');
  await hers.closes();
  await alice.submit(SMALL_GRAPH);
  const link = await alice.makesLink('viewer', 'Vera');
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(link);
  await vera.calls('Vera');
  const seen = new SchemaPanelWork(vera);
  await seen.opens();
  await expect(seen.count('Person')).toHaveText('2 nodes');
  await expect(seen.drawn('City')).toBeVisible();
  await expect(seen.action(/^Edit/u)).toHaveCount(0);
  await seen.action(/^Select all .*Person/u).click();
  await expect(vera.inspector).toContainText('2');
  await vera.page.context().close();
});
