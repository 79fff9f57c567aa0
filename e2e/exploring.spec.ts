import { expectAccessible, withAxe } from './support/axe';
import { ExploringWork } from './support/exploring-work';
import { goesTo } from './support/keyboard';
import { newGraph } from './support/new-graph';
import { inOfflineWorld } from './support/offline-world';
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { watchedForViolations } from './support/violations';

test.describe('in the World', () => {
  let mia: Person;
  let explore: ExploringWork;
  let address: string;
  test.beforeEach(async ({ browser, request }) => {
    address = await newGraph(request, { sample: 'world' });
    mia = await newPerson(browser, 'Mia');
    explore = new ExploringWork(mia);
    await mia.opens(address);
    await mia.calls('Mia');
  });
  test.afterEach(() => mia.page.context().close());

  test('one sees only countries, and from Japan goes on by edge type, told before how many there are', async () => {
    const refused = watchedForViolations(mia.page);
    await explore.goesTo('Japan');
    await explore.choosesFromMenu('Tokyo', 'Show only');
    await expect(mia.shownChip).toContainText('250 of 595 nodes shown');
    expect(await explore.filters()).toEqual(['Only Country']);
    await mia.chooses('Show what is selected');

    await explore.choosesFromMenu('Tokyo', 'Show neighbours by type');
    expect(await explore.offers(explore.neighbours)).toEqual([
      'IN_REGION → 1, hidden',
      'SPEAKS → 1, hidden',
      'USES → 1, hidden',
      'All neighbours 3, of which 3 hidden',
    ]);
    await mia.page.keyboard.type('uses');
    await mia.presses('Enter');
    await expect(mia.node('Japanese yen')).toBeInViewport();
    await expect(mia.field('name')).toHaveValue('Japanese yen');
    await expect(mia.shownChip).toContainText('251 of 595 nodes shown');

    await explore.goesTo('Japan');
    await mia.presses('Alt+Shift+x');
    expect(await explore.offers(explore.neighbours)).toContain('USES → 1, shown');
    await mia.presses('Escape');
    await expect(explore.neighbours).toBeHidden();

    await explore.takesBack('shown all the same');
    await expect(mia.shownChip).toContainText('250 of 595 nodes shown');
    await explore.takesBack('Only Country');
    await expect(mia.shownChip).toBeHidden();
    expect(refused).toEqual([]);
  });

  test('the shortest path is as long as the database says, and goes by way of what is shown', async () => {
    await explore.asksForPath('Portugal', 'Vietnam');
    await expect(explore.path).toContainText('1 of 2 that are as short');
    const first = await explore.routeWords();
    await explore.path.getByRole('button', { name: 'Next path' }).click();
    await expect(explore.path).toContainText('2 of 2');
    expect(await explore.routeWords()).not.toBe(first);

    for (const type of ['SPEAKS', 'USES', 'IN_REGION']) await mia.togglesKind(type);
    const [known] = await mia.query(
      "MATCH p = (:Country {name: 'Portugal'})-[:BORDERS* SHORTEST 1..30]->(:Country {name: 'Vietnam'}) " +
        'RETURN length(p) AS steps',
    );
    await expect(explore.route).toContainText(`${known?.['steps']} steps`);
    await expect(explore.marked).toHaveCount(Number(known?.['steps']) + 1);
    await explore.path.getByRole('button', { name: 'Show only this' }).click();
    await expect(mia.shownChip).toContainText(`${Number(known?.['steps']) + 1} of 595 nodes shown`);
    await explore.path.getByRole('button', { name: 'Show only this' }).press('Escape');
    await expect(explore.path).toBeHidden();
    await expect(explore.marked).toHaveCount(0);
  });

  test('where no path leads it is said, and hidden ways can be taken', async () => {
    for (const type of ['SPEAKS', 'USES', 'IN_REGION']) await mia.togglesKind(type);
    await explore.asksForPath('Iceland', 'Madagascar');
    await expect(explore.route).toHaveText(
      /^No path leads from .*Iceland.* to .*Madagascar.* by way of what is shown\.$/u,
    );
    await explore.path.getByRole('checkbox', { name: 'Also by way of what is hidden' }).check();
    await expect(explore.route).toContainText('steps:');
    await explore.path.getByRole('checkbox', { name: 'Along the edges’ direction only' }).check();
    await expect(explore.route).toHaveText(/^No path leads from/u);
  });

  test('a filter by values stays true while someone else edits; each part is taken back alone', async ({ browser }) => {
    // Two tabs with a database each, one of them opened twice.
    test.slow();
    const count = async (condition: string) =>
      Number((await mia.query(`MATCH (c:Country) WHERE ${condition} RETURN count(*) AS n`))[0]?.['n']);
    const landlocked = await count('c.landlocked');
    const members = await count('c.landlocked AND c.unMember');
    await explore.goesTo('Switzerland');
    await explore.filtersBy('landlocked', 'Show only these');
    await expect(mia.shownChip).toContainText(`${landlocked} of 595 nodes shown`);
    await explore.filtersBy('unMember', 'Show only these');
    await expect(mia.shownChip).toContainText(`${members} of 595 nodes shown`);
    expect(await explore.filters()).toEqual(['Only Country with landlocked: yes', 'Only Country with unMember: yes']);

    const noor = await newPerson(browser, 'Noor');
    await noor.opens(address);
    await noor.calls('Noor');
    await new ExploringWork(noor).goesTo('Japan');
    const isLandlocked = noor.inspector.getByRole('group', { name: /^landlocked/u });
    await isLandlocked.getByRole('button', { name: 'Yes' }).click();
    await expect(mia.shownChip).toContainText(`${members + 1} of 595 nodes shown`);
    await isLandlocked.getByRole('button', { name: 'No' }).click();
    await expect(mia.shownChip).toContainText(`${members} of 595 nodes shown`);
    await expect(noor.shownChip).toBeHidden();
    await noor.page.context().close();

    await mia.reloads();
    await expect(mia.shownChip).toContainText(`${members} of 595 nodes shown`);
    await explore.takesBack('unMember');
    await expect(mia.shownChip).toContainText(`${landlocked} of 595 nodes shown`);
    await explore.takesBack('landlocked');
    await expect(mia.shownChip).toBeHidden();
  });

  test('without a mouse: by a value, what lies two steps around, and back', async () => {
    await explore.goesTo('Japan');
    await mia.presses('Alt+Shift+f');
    await mia.page.keyboard.type('only landlocked');
    expect(await explore.offers(explore.values)).toEqual([expect.stringMatching(/^Only landlocked: no \d+$/u)]);
    await mia.presses('Enter');
    expect(await explore.filters()).toEqual(['Only Country with landlocked: no']);
    await mia.presses('Alt+Shift+a');
    await expect(mia.shownChip).toBeHidden();

    await mia.presses('Alt+Shift+w');
    const howFar = explore.around.getByRole('combobox', { name: 'How far' });
    await goesTo(mia.page, howFar);
    await mia.presses('ArrowDown');
    const [row] = await mia.query(
      "MATCH (:Country {name: 'Japan'})-[e* SHORTEST 1..2]-(b) WHERE b.name <> 'Japan' OR label(b) <> 'Country' RETURN count(DISTINCT b.id) AS n",
    );
    const near = Number(row?.['n']);
    await expect(explore.around.getByRole('status')).toHaveText(`${near} nodes around it are shown, 0 hidden.`);
    await goesTo(mia.page, explore.around.getByRole('button', { name: 'Show only these' }));
    await mia.presses('Enter');
    await expect(mia.shownChip).toContainText(`${near + 1} of 595 nodes shown`);
    await mia.presses('Escape');
    await expect(explore.around).toBeHidden();
    expect(await explore.filters()).toEqual([`Only ${near + 1} chosen nodes`]);
  });
});

test('who may only view explores all the same, and nobody else sees a difference', async ({ browser, alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ann', { x: 200, y: 200 });
  await alice.makes('Person', 'Ben', { x: 520, y: 380 });
  await alice.connects('Ann', 'Ben', 'KNOWS');
  await alice.settles();
  const link = await alice.makesLink('viewer', 'Vera');
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(link);
  const explore = new ExploringWork(vera);
  await vera.selects('Ann');
  await explore.filtersBy('name', 'Hide these');
  await expect(vera.shownChip).toContainText('1 of 2 nodes shown');
  expect(await explore.filters()).toEqual(['No Person with name: Ann']);
  await vera.selects('Ben');
  await vera.presses('Alt+Shift+x');
  expect(await explore.offers(explore.neighbours)).toEqual(['← KNOWS 1, hidden']);
  await vera.presses('Enter');
  await expect(vera.shownChip).toContainText('2 of 2 nodes shown');
  await expect(alice.shownChip).toBeHidden();
  await vera.page.context().close();
});

test('without a network one explores just the same', async ({ browser, baseURL, request }) => {
  // The sample is opened twice, once of what the browser keeps.
  test.slow();
  await inOfflineWorld({ browser, baseURL, request }, 'Dee', async (dee) => {
    await dee.calls('Dee');
    const explore = new ExploringWork(dee);
    await explore.goesTo('Japan');
    await dee.presses('Alt+Shift+x');
    expect(await explore.offers(explore.neighbours)).toContain('SPEAKS → 1, shown');
    await dee.presses('Escape');
    await explore.asksForPath('Portugal', 'Vietnam');
    await expect(explore.route).toContainText('4 steps:');
  });
});

test('nothing in it keeps anyone out, also on a phone', async ({ page, request }) => {
  // The tool looks at everything in the page, each time twice.
  test.slow();
  await withAxe(page);
  const path = await newGraph(request, { sample: 'les-miserables' });
  const ida = new Person('Ida', page);
  const explore = new ExploringWork(ida);
  await ida.opens(path);
  await ida.calls('Ida');
  await explore.goesTo('Valjean');
  await explore.filtersBy('community', 'Show only these');
  await ida.presses('Alt+Shift+x');
  await expect(explore.neighbours.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'neighbours by type');
  await ida.presses('Escape');
  await ida.presses('Alt+Shift+w');
  await expectAccessible(page, 'around what is selected');
  await ida.presses('Escape');
  await explore.asksForPath('Valjean', 'Labarre');
  await expectAccessible(page, 'a path, and what filters');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, 'a path on a phone');
});
