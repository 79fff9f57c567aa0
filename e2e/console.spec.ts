import { expectAccessible, withAxe } from './support/axe';
import { ConsoleWork } from './support/console-work';
import { newGraph } from './support/new-graph';
import { inOfflineWorld } from './support/offline-world';
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { watchedForViolations } from './support/violations';

test.describe('in the World', () => {
  let mia: Person;
  let console: ConsoleWork;
  let address: string;
  test.beforeEach(async ({ browser, request }) => {
    address = await newGraph(request, { sample: 'world' });
    mia = await newPerson(browser, 'Mia');
    console = new ConsoleWork(mia);
    await mia.opens(address);
  });
  test.afterEach(() => mia.page.context().close());

  test('one writes a query with what is offered, looks at the table, sorts it, and goes to the canvas', async () => {
    const refused = watchedForViolations(mia.page);
    await console.opens();
    await console.types('MATCH (c:Cou');
    await expect(console.offers.first()).toContainText('Country');
    await mia.presses('Enter');
    await console.types(')-[:SPE');
    await expect(console.offers.first()).toContainText('SPEAKS');
    await mia.presses('Enter');
    await console.types(']');
    await console.goesOn('->(l:Language) WHERE l.name = "Dutch" RETURN c, ');
    await console.types('c.ar');
    await expect(console.offers.first()).toContainText('area');
    await mia.presses('Enter');
    await console.runs();
    await expect(console.outcome).toHaveText(/^\d+ rows · [\d.,]+ ms$/u);

    await console.sortsBy('c.area');
    await expect.poll(() => console.column('c')).toContain('Belgium');
    const areas = async () => (await console.column('c.area')).map((area) => Number(area.replaceAll(',', '')));
    const sorted = await areas();
    expect(sorted.length).toBeGreaterThan(3);
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    await console.sortsBy('c.area');
    expect(await areas()).toEqual(sorted.toReversed());

    await console.presses('Belgium');
    await expect(mia.field('name')).toHaveValue('Belgium');
    await expect(mia.node('Belgium')).toBeInViewport();
    await console.presses('Show only these');
    await expect(mia.shownChip).toContainText(`${sorted.length} of 595 nodes shown`);
    expect(refused).toEqual([]);
  });

  test('what is wrong is marked where it is; a parameter is asked for; what was run is at hand again', async () => {
    await console.opens();
    await console.asks('MATCH (c:Country) WHERE c.name = $name RETURN c.captal');
    await expect(console.parameter('name')).toHaveAccessibleDescription('Give it a value.');
    await console.parameter('name').fill('Japan');
    await mia.presses('Enter');
    await expect(console.problem).toContainText('c has no property “captal”.');
    await expect(console.mark).toHaveText('captal');
    await console.asks('MATCH (c:Country) WHERE c.name = $name RETURN c.capital');
    await expect(console.outcome).toHaveText(/^1 row ·/u);
    expect(await console.column('c.capital')).toEqual(['Tokyo']);

    await console.asks('MATCH (c:Country RETURN c');
    await expect(console.problem).toContainText('This cannot be read as Cypher');
    await expect(console.mark).toHaveText('RETURN');
    await console.asks('MATCH (c:Country) DETACH DELETE c');
    await expect(console.outcome).toHaveText('Nothing is changed yet: see above what it would do');
    await mia.calls('Mia');
    await mia.page.getByRole('button', { name: 'Discard' }).click();

    await console.field.press('Alt+ArrowUp');
    await console.field.press('Alt+ArrowUp');
    await console.field.press('Alt+ArrowUp');
    await expect(console.field).toHaveText('MATCH (c:Country) WHERE c.name = $name RETURN c.capital');
    await mia.reloads();
    await console.opens();
    await console.looksAt('History');
    await console.listed('c.capital').click();
    await expect(console.field).toHaveText('MATCH (c:Country) WHERE c.name = $name RETURN c.capital');
    await console.field.press('Escape');
    await expect(console.dock).toBeHidden();
  });

  test('every example runs as it is', async () => {
    await console.opens();
    const examples = console.dock.getByRole('tabpanel').getByRole('listitem');
    const count = await examples.count();
    expect(count).toBeGreaterThan(6);
    for (let index = 0; index < count; index++) {
      await console.looksAt('Examples');
      await examples.nth(index).getByRole('button').click();
      await expect(console.outcome).toHaveText(/^(\d+ rows?|Plan) ·/u);
    }
  });

  test('a query that does not end is stopped, and meanwhile one goes on working', async () => {
    await console.opens();
    await console.asks('MATCH (a)-[*1..30]-(b), (c)-[*1..30]-(d) RETURN sum(a._x * b._x - c._y * d._y)');
    await expect(console.outcome).toContainText('running on a copy');
    await mia.searchesFor('japan');
    await mia.presses('Enter');
    await mia.types('capital', 'Kyoto');
    await mia.settles();
    expect((await mia.graph()).nodes.filter(({ properties }) => properties['capital'] === 'Kyoto')).toHaveLength(1);
    await expect(console.outcome).toContainText('running on a copy');
    await console.presses('Stop');
    await expect(console.outcome).toHaveText('Stopped');
    await console.asks("MATCH (c:Country {capital: 'Kyoto'}) RETURN c.name");
    await expect(console.outcome).toHaveText(/^1 row ·/u);
  });
});

test('nothing in it keeps anyone out, also on a phone, where it gives way to what one goes to', async ({
  page,
  request,
}) => {
  // The tool looks at everything in the page, each time twice.
  test.slow();
  await withAxe(page);
  const path = await newGraph(request, { sample: 'les-miserables' });
  const ida = new Person('Ida', page);
  await ida.opens(path);
  await ida.calls('Ida');
  const console = new ConsoleWork(ida);
  await console.opens();
  await console.asks('MATCH (c:Character)-[e]->(d) WHERE c.nam = $name RETURN c');
  await console.parameter('name').fill('Valjean');
  await ida.presses('Enter');
  await expect(console.problem).toBeVisible();
  await expectAccessible(page, 'console, examples, a parameter, a problem');
  await console.asks('MATCH (c:Character)-[e]->(d) RETURN c, e, d.name AS name ORDER BY c.name LIMIT 5');
  await expect(console.outcome).toHaveText(/^5 rows/u);
  await expectAccessible(page, 'console, a table');
  await console.asks('EXPLAIN MATCH (c:Character), (d:Character) RETURN c.name, d.name');
  await expect(console.plan.getByRole('listitem').filter({ hasText: /^Cross product/u })).toContainText('d.name');
  await expectAccessible(page, 'console, a plan');
  await console.asks('MATCH (c:Character)-[e]->(d) RETURN c, e, d.name AS name ORDER BY c.name LIMIT 5');
  await expect(console.outcome).toHaveText(/^5 rows/u);

  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, 'console on a phone');
  const [first = ''] = await console.column('c');
  await console.presses(first);
  await expect(console.dock).toBeHidden();
  await expect(ida.field('name')).toHaveValue(first);
});

test('a viewer asks too', async ({ browser, alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ann', { x: 200, y: 200 });
  await alice.settles();
  const link = await alice.makesLink('viewer', 'Vera');
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(link);
  const console = new ConsoleWork(vera);
  await console.opens();
  await console.asks('MATCH (p:Person) RETURN p');
  await expect(console.outcome).toHaveText(/^1 row ·/u);
  expect(await console.column('p')).toEqual(['Ann']);
  await vera.page.context().close();
});

test('without a network one asks just the same', async ({ browser, baseURL, request }) => {
  await inOfflineWorld({ browser, baseURL, request }, 'Dee', async (dee) => {
    const console = new ConsoleWork(dee);
    await console.opens();
    await console.asks('MATCH (c:Country) RETURN count(*) AS countries');
    await expect(console.outcome).toHaveText(/^1 row ·/u);
    expect(await console.column('countries')).toEqual(['250']);
  });
});
