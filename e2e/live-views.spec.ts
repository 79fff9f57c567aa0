import { expectAccessible, withAxe } from './support/axe';
import { Cable } from './support/cable';
import { forgetsWhatItFetched } from './support/kept-app';
import { goesTo } from './support/keyboard';
import { LiveViewsWork } from './support/live-views-work';
import { newGraph } from './support/new-graph';
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { ADA, GRACE, LONDON, SMALL_GRAPH } from './support/small-graph';
import { watchedForViolations } from './support/violations';

const PEOPLE = 'MATCH (p:Person) RETURN p, p.born AS born ORDER BY p.name';
const HOMELESS = 'MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:LIVES_IN]->() } RETURN count(*)';
const EVA = 'n_00000000-0000-4000-8000-000000000009';

const named = (id: string, name: string) => ({ op: 'set_property', on: 'node', id, key: 'name', value: name });
const livesIn = (n: number, source: string) => ({
  op: 'create_edge',
  edgeId: `e_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'LIVES_IN',
  source,
  target: LONDON,
  properties: {},
});
const newPersonCalled = (name: string) => ({
  op: 'create_node',
  nodeId: EVA,
  label: 'Person',
  position: { x: 0, y: 440 },
  properties: { name },
});

test('what one saves in the console the other opens, and it changes as they edit', async ({ alice, bo }) => {
  const refused = watchedForViolations(alice.page);
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await alice.calls('Alice');
  await bo.calls('Bo');
  const [hers, his] = [new LiveViewsWork(alice), new LiveViewsWork(bo)];
  await hers.saves({ name: 'People by name', query: PEOPLE });

  await his.opensPanel();
  await his.opens('People by name');
  await expect(his.rows).toHaveText('2 rows');
  expect(await his.column('p')).toEqual(['Ada', 'Grace']);
  await his.sortsBy('p', 2);
  expect(await his.column('p')).toEqual(['Grace', 'Ada']);
  await alice.submit([newPersonCalled('Eva')]);
  await expect(his.rows).toHaveText('3 rows');
  await alice.submit([named(GRACE, 'Zoe')]);
  await expect.poll(() => his.column('p')).toEqual(['Zoe', 'Eva', 'Ada']);
  await his.panel.getByRole('button', { name: 'Eva' }).click();
  await expect(bo.field('name')).toHaveValue('Eva');
  await expect(bo.node('Eva')).toBeInViewport();

  // Renamed under him it stays open; what it asks for gone, it says so, and works again when that is put right.
  await hers.opensPanel();
  await hers.renames('People by name', 'Everyone');
  await expect(his.panel.getByRole('heading', { name: 'Everyone' })).toBeVisible();
  await alice.submit([{ op: 'rename_type', on: 'node', of: 'Person', to: 'Human' }]);
  await expect(his.panel).toContainText('There is no label or edge type “Person”');
  await his.presses('Edit');
  await expect(his.console.field).toContainText('MATCH (p:Person)');
  await his.console.writes('MATCH (p:Human) RETURN p ORDER BY p.name');
  await his.form.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => his.column('p')).toEqual(['Ada', 'Eva', 'Zoe']);

  await hers.asksMoreOf('Everyone');
  await hers.presses('Delete');
  await expect(bo.notices).toContainText('The view “Everyone” was deleted.');
  await expect(his.panel).toContainText('Nothing is saved yet');
  await alice.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(his.listed('Everyone')).toBeVisible();
  expect(refused).toEqual([]);
});

test('a check turns red and green for both, and says so', async ({ alice, bo }) => {
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await alice.calls('Alice');
  await bo.calls('Bo');
  const [hers, his] = [new LiveViewsWork(alice), new LiveViewsWork(bo)];
  await hers.saves({ name: 'Homeless', query: HOMELESS, kind: 'Number', condition: ['must be', '0'] });
  for (const each of [hers, his]) await expect(each.checks).toHaveText('The check fails');
  await bo.submit([livesIn(8, GRACE)]);
  for (const each of [hers, his]) {
    await expect(each.checks).toHaveText('The check holds');
    await expect(each.said).toContainText('The check “Homeless” holds again');
  }
  await bo.submit([{ op: 'delete_edge', edgeId: livesIn(8, GRACE).edgeId }]);
  await expect(hers.checks).toHaveText('The check fails');
  await expect(hers.said).toContainText('The check “Homeless” fails now');
  await expect(bo.notices).toContainText('Since your last change the check “Homeless” fails');
  await hers.checks.click();
  await expect(hers.listed('Homeless')).toContainText('Fails1 — must be 0');
  await hers.opens('Homeless');
  await expect(hers.number).toHaveText('1');
  await bo.submit([livesIn(7, GRACE)]);
  await expect(hers.number).toHaveText('0');
  await expect(hers.panel).toContainText('Holds');

  // What was saved is taken back like anything else.
  await hers.closesPanel();
  await alice.presses('Escape');
  await alice.page.getByRole('button', { name: /^Undo/u }).first().click();
  await expect(his.checks).toBeHidden();
});

test('a filter is one’s own, follows what others do, and goes with what one hides', async ({ alice, bo }) => {
  await alice.submit(SMALL_GRAPH);
  await bo.settles();
  await alice.calls('Alice');
  await bo.calls('Bo');
  const [hers, his] = [new LiveViewsWork(alice), new LiveViewsWork(bo)];
  await hers.saves({ name: 'Who lives where', query: 'MATCH (p:Person)-[e:LIVES_IN]->(c) RETURN p, e, c' });
  await his.opensPanel();
  await his.opens('Who lives where');
  await expect(bo.shownChip).toContainText('2 of 3 nodes shown');
  await expect(his.chip).toHaveText(/View: Who lives where/u);
  await expect(bo.node(GRACE)).toBeHidden();
  await expect(alice.node(GRACE)).toBeVisible();
  await expect(alice.shownChip).toBeHidden();

  await alice.submit([livesIn(8, GRACE)]);
  await expect(bo.shownChip).toContainText('Some edges are hidden');
  await his.closesPanel();
  await expect(bo.node(GRACE)).toBeVisible();
  await alice.submit([{ op: 'delete_edge', edgeId: livesIn(8, GRACE).edgeId }]);
  await expect(bo.node(GRACE)).toBeHidden();
  await bo.togglesKind('City');
  await expect(bo.shownChip).toContainText('1 of 3 nodes shown');
  await bo.togglesKind('City');
  await bo.reloads();
  await expect(bo.shownChip).toContainText('2 of 3 nodes shown');
  await expect(bo.node(ADA)).toBeVisible();

  await hers.opensPanel();
  await hers.asksMoreOf('Who lives where');
  await hers.presses('Delete');
  await expect(bo.notices).toContainText('no longer filters the canvas');
  await expect(bo.shownChip).toBeHidden();
  await expect(bo.node(GRACE)).toBeVisible();
});

test('without knowing queries, and without a mouse, one begins with what is suggested', async ({
  browser,
  request,
}) => {
  const path = await newGraph(request, { sample: 'world' });
  const mia = await newPerson(browser, 'Mia');
  await mia.opens(path);
  await mia.calls('Mia');
  const views = new LiveViewsWork(mia);
  await mia.presses('Alt+Shift+v');
  await expect(views.panel).toContainText('Nothing is saved yet');
  await goesTo(mia.page, views.suggested('Labels: how many of each'));
  await mia.presses('Enter');
  await expect(views.rows).toHaveText('5 rows');
  expect(await views.column('label')).toContain('Country');
  await expect(views.back).toBeFocused();
  await mia.presses('Enter');
  await goesTo(mia.page, views.listed('Labels').getByRole('button').first());
  await goesTo(mia.page, views.panel.getByRole('button', { name: 'More about Labels: how many of each' }));
  await mia.presses('Enter');
  await goesTo(mia.page, views.panel.getByRole('button', { name: 'Duplicate' }));
  await mia.presses('Enter');
  await expect(views.listed('(copy)')).toBeVisible();
  await mia.presses('Escape');
  await expect(views.panel).toBeHidden();
  await mia.page.context().close();
});

test('what cannot be a view is refused with a sentence', async ({ alice }) => {
  await alice.submit(SMALL_GRAPH);
  await alice.calls('Alice');
  const views = new LiveViewsWork(alice);
  await views.console.opens();
  await views.console.writes("MATCH (p:Person) SET p.name = 'x'");
  await views.beginsToSave();
  await alice.presses('Enter');
  await expect(views.form).toContainText('Give it a name.');
  await views.formField.fill('Renaming');
  await alice.presses('Enter');
  await expect(views.form).toContainText('This query would change the graph. A view only looks.');
  await views.console.asks('MATCH (p:Person) WHERE p.born > $year RETURN p');
  await views.formField.press('Enter');
  await expect(views.form).toContainText('The parameter $year has no usable value.');
  await views.formField.press('Escape');
  await expect(views.form).toBeHidden();
  await expect(views.console.dock).toBeVisible();
});

test('a viewer opens views and changes none', async ({ browser, alice }) => {
  await alice.submit(SMALL_GRAPH);
  await alice.calls('Alice');
  await new LiveViewsWork(alice).saves({ name: 'People', query: PEOPLE });
  await alice.settles();
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(await alice.makesLink('viewer', 'Vera'));
  const views = new LiveViewsWork(vera);
  await views.opensPanel();
  await expect(views.panel.getByRole('button', { name: /^More about/u })).toHaveCount(0);
  await expect(views.panel.getByText('Suggestions')).toBeHidden();
  await views.opens('People');
  await expect(views.rows).toHaveText('2 rows');
  await vera.page.context().close();
});

test('without a network views are saved, and follow one’s edits', async ({ browser, baseURL, address, alice }) => {
  // The whole app is brought, kept, and opened again.
  test.slow();
  await alice.submit(SMALL_GRAPH);
  await alice.settles();
  const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
  const dee = await newPerson(browser, 'Dee');
  await dee.opens(`${cable.origin}${address}`);
  await dee.calls('Dee');
  await dee.keepsTheApp();
  cable.unplug();
  const views = new LiveViewsWork(dee);
  await views.saves({ name: 'Homeless', query: HOMELESS, kind: 'Number', condition: ['must be', '0'] });
  await expect(views.checks).toHaveText('The check fails');
  await forgetsWhatItFetched(dee.page);
  await dee.page.reload();
  await expect(views.checks).toHaveText('The check fails');
  await dee.submitsWithoutWaiting([livesIn(8, GRACE)]);
  await expect(views.checks).toHaveText('The check holds');
  cable.plugIn();
  await expect(new LiveViewsWork(alice).checks).toHaveText('The check holds');
  await dee.page.context().close();
  await cable.remove();
});

test('nothing in it keeps anyone out', async ({ page, request }) => {
  test.slow();
  await withAxe(page);
  const path = await newGraph(request, { sample: 'world' });
  const ida = new Person('Ida', page);
  await ida.opens(path);
  await ida.calls('Ida');
  const views = new LiveViewsWork(ida);
  await views.opensPanel();
  await expectAccessible(page, 'saved views, none yet');
  await views.closesPanel();
  await views.saves({
    name: 'No capital',
    query: 'MATCH (c:Country) WHERE c.capital IS NULL RETURN count(*)',
    condition: ['must be', '0'],
  });
  await views.saves({
    name: 'Broken',
    query: 'MATCH (c:Country) RETURN c.name, c.area',
    kind: 'Number',
    condition: ['must be', '0'],
  });
  await views.beginsToSave();
  await expectAccessible(page, 'the form that saves');
  await ida.presses('Escape');
  await views.console.presses('Close the query console');
  await views.opensPanel();
  await views.asksMoreOf('No capital');
  await expectAccessible(page, 'saved views');
  await views.opens('No capital');
  await expect(views.number).toBeVisible();
  await expectAccessible(page, 'a check');
});
