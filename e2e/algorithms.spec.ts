import { AlgorithmsWork } from './support/algorithms-work';
import { expectAccessible, withAxe } from './support/axe';
import { newGraph } from './support/new-graph';
import { test as base, expect, expectSameGraph, newPerson } from './support/people';
import { Person } from './support/person';
import { watchedForViolations } from './support/violations';

const test = base.extend({
  address: async ({ request }, use) => {
    await use(await newGraph(request, { sample: 'les-miserables' }));
  },
});

const idOf = async (person: { query: (cypher: string) => Promise<unknown> }, name: string): Promise<string> => {
  const rows = await person.query(`MATCH (n {name: '${name}'}) RETURN n.id AS id`);
  return String(Array.isArray(rows) ? rows[0]?.id : '');
};

test('PageRank makes the cards of hubs grow; the list is sorted and leads there; it is taken off again', async ({
  alice,
}) => {
  const refused = watchedForViolations(alice.page);
  await alice.calls('Alice');
  const algorithms = new AlgorithmsWork(alice);
  const valjean = await idOf(alice, 'Valjean');
  const usual = await algorithms.widthOf(valjean);
  await algorithms.opens();
  await algorithms.finds(/^PageRank/u);
  await expect.poll(() => algorithms.widthOf(valjean)).toBeGreaterThan(usual);
  await expect(algorithms.legend).toContainText('PageRank');
  const highest = (await algorithms.names())[0];

  await algorithms.sortsBy('Node');
  await expect.poll(async () => (await algorithms.names())[0]).toMatch(/^A/u);
  await algorithms.goesTo('Anzelma');
  const anzelma = await idOf(alice, 'Anzelma');
  // Beside the panel, and not under it.
  await expect.poll(() => algorithms.isInSight(anzelma)).toBe(true);
  await expect(alice.inspector).toContainText('Character');
  await algorithms.sortsBy('Rank');
  await expect.poll(async () => (await algorithms.names())[0]).toBe(highest);

  await algorithms.panel.getByRole('button', { name: 'Clear' }).click();
  await expect(algorithms.legend).toBeHidden();
  await expect.poll(() => algorithms.widthOf(anzelma)).toBe(usual);
  expect(refused).toEqual([]);
});

test('communities are colours with a legend, for oneself only; a change of the graph is told', async ({
  alice,
  bo,
}) => {
  await alice.calls('Alice');
  const [hers, his] = [new AlgorithmsWork(alice), new AlgorithmsWork(bo)];
  const valjean = await idOf(alice, 'Valjean');
  const color = await hers.colorOf(valjean);
  await hers.opens();
  await hers.finds(/^Communities/u);
  await expect.poll(() => hers.colorOf(valjean)).not.toBe(color);
  await expect(hers.legend.getByRole('listitem').first()).toHaveText(/^Group 1: \d+ nodes$/u);
  await expect(alice.node(valjean)).toContainText(/Group \d/u);
  expect(await his.colorOf(valjean)).toBe(color);

  await expect(hers.legend).not.toContainText('The graph has changed since.');
  await bo.calls('Bo');
  await bo.selects(valjean);
  await bo.presses('Delete');
  await expect(hers.legend).toContainText('The graph has changed since.');
  await hers.panel.getByRole('button', { name: 'Run again' }).click();
  await expect(hers.legend).not.toContainText('The graph has changed since.');
});

test('what was found is saved in one step that others see, and undone in one', async ({ alice, bo }) => {
  await alice.calls('Alice');
  const algorithms = new AlgorithmsWork(alice);
  await algorithms.opens();
  await algorithms.finds(/^Connections/u);
  await algorithms.savesAs('degree');
  const count = async () => {
    const rows = await bo.query('MATCH (n) WHERE n.degree IS NOT NULL RETURN count(*) AS n').catch(() => []);
    return rows[0]?.['n'];
  };
  await expect.poll(count).toBe(77);
  await expectSameGraph([alice, bo]);
  const rows = await bo.query("MATCH (n {name: 'Valjean'})-[e]-() RETURN n.degree AS degree, count(e) AS edges");
  expect(rows).toEqual([{ degree: 36, edges: 36 }]);

  await alice.page.getByRole('button', { name: /^Undo/u }).click();
  await expect.poll(count).not.toBe(77);
  await expectSameGraph([alice, bo]);
});

test('one that takes long is cancelled, and nothing is shown', async ({ browser, address }) => {
  // The worker's code never comes: as if it took for ever. What keeps the app for later would have it.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.route(/isolated-algorithms/u, () => {});
  const cem = new Person('Cem', await context.newPage());
  await cem.opens(address);
  await cem.calls('Cem');
  const algorithms = new AlgorithmsWork(cem);
  await algorithms.opens();
  await algorithms.chooses(/^Betweenness/u);
  await algorithms.runs();
  await expect(algorithms.progress).toBeVisible();
  await algorithms.panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(algorithms.progress).toBeHidden();
  await expect(algorithms.legend).toBeHidden();
  await expect(algorithms.panel.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await context.close();
});

test('who may only view computes, and cannot save', async ({ alice, browser }) => {
  await alice.calls('Alice');
  const link = await alice.makesLink('viewer', 'For Vera');
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(link);
  await vera.calls('Vera');
  const algorithms = new AlgorithmsWork(vera);
  await algorithms.opens();
  await algorithms.finds(/^Core/u);
  await expect(algorithms.panel.getByRole('button', { name: 'Copy as CSV' })).toBeVisible();
  await expect(algorithms.panel.getByRole('button', { name: 'Save as property' })).toBeHidden();
  await vera.page.context().close();
});

test('the panel and the legend can be read by everyone', async ({ page, address }) => {
  await withAxe(page);
  const ida = new Person('Ida', page);
  await ida.opens(address);
  await ida.calls('Ida');
  const algorithms = new AlgorithmsWork(ida);
  await algorithms.opens();
  await expectAccessible(page, 'choosing an algorithm');
  await algorithms.finds(/^Communities/u);
  await expectAccessible(page, 'what an algorithm found');
});
