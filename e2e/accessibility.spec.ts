/** Every screen, looked over by axe in light and dark: nothing it knows of keeps anyone out. */
import { expectAccessible, withAxe } from './support/axe';
import { ConsoleWork } from './support/console-work';
import { FilesWork } from './support/files-work';
import { newGraph } from './support/new-graph';
import { expect, newPerson, test as plain } from './support/people';
import { Person } from './support/person';
import { SchemaWork } from './support/schema-work';
import { ADA, ADA_ADMIRES_GRACE, LONDON, SMALL_GRAPH } from './support/small-graph';

/** Ida, alone in the small graph. */
const test = plain.extend<{ ida: Person }>({
  ida: async ({ page, address }, use) => {
    await withAxe(page);
    const ida = new Person('Ida', page);
    await ida.opens(address);
    await ida.submit(SMALL_GRAPH);
    await ida.settles();
    await ida.chooses('show the whole');
    await use(ida);
  },
});

plain('the start page, with graphs one had', async ({ page, address }) => {
  await withAxe(page);
  const ida = new Person('Ida', page);
  await ida.opens(address);
  await page.goto('/');
  await expect(page.getByRole('button', { name: /World/u })).toBeVisible();
  await expect(page.getByRole('link', { name: /Test graph/u })).toBeVisible();
  await expectAccessible(page, 'start page');
});

plain('an empty graph and its first label', async ({ page, address }) => {
  await withAxe(page);
  const ida = new Person('Ida', page);
  await ida.opens(address);
  await expect(page.getByLabel('Your name')).toBeVisible();
  await expectAccessible(page, 'empty graph, introduction card');
  await page.getByRole('button', { name: 'New label' }).click();
  await expectAccessible(page, 'new label');
});

test('the graph, and what is selected in it', async ({ ida }) => {
  const { page } = ida;
  await expectAccessible(page, 'nothing selected');
  await ida.selects('Ada');
  await expectAccessible(page, 'a node selected');
  await ida.inspector.getByRole('button', { name: 'Add property' }).click();
  await expectAccessible(page, 'a property being added');
  await ida.inspector.getByRole('button', { name: 'Cancel' }).click();
  await ida.types('born', 'x');
  await expectAccessible(page, 'a value that does not fit');
  await ida.selectsEdge(ADA_ADMIRES_GRACE);
  await expectAccessible(page, 'an edge selected');
  await ida.selectsAll('Ada', 'Grace', 'London');
  await expectAccessible(page, 'many selected');
  await ida.node(LONDON).dblclick();
  await expect(ida.caption).toBeFocused();
  await expectAccessible(page, 'caption in edit');
});

test('what lies over the graph: actions, finding, help, sharing, hiding and showing', async ({ ida }) => {
  const { page } = ida;
  await ida.presses('ControlOrMeta+k');
  await expect(ida.commandPalette).toBeVisible();
  await expectAccessible(page, 'command palette');
  await page.keyboard.type('no such thing');
  await expectAccessible(page, 'command palette without results');
  await ida.presses('Escape');
  await ida.searchesFor('ada');
  await expect(ida.found('Ada').first()).toBeVisible();
  await expectAccessible(page, 'find');
  await ida.presses('Escape');
  await ida.presses('?');
  await expect(ida.helpSheet).toBeVisible();
  await expectAccessible(page, 'help sheet');
  await ida.presses('Escape');
  await ida.makesLink('viewer', 'Friends');
  await ida.opensShare();
  await expect(ida.share.getByRole('listitem').nth(1)).toBeVisible();
  await expectAccessible(page, 'share');
  await ida.closesShare();
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Hide and show' })).toBeVisible();
  await expectAccessible(page, 'hide and show');
  await ida.presses('Escape');
});

test('menus and what asks for a choice', async ({ ida }) => {
  const { page } = ida;
  await ida.asksForMenu(ADA);
  await expectAccessible(page, 'menu of a node');
  await ida.presses('Escape');
  await ida.presses('c');
  await expect(ida.targetMark).toBeVisible();
  await expectAccessible(page, 'choosing a node to connect to');
  await ida.answers('Node to connect to', 'London');
  await expect(page.getByRole('combobox', { name: 'Edge type' })).toBeFocused();
  await expectAccessible(page, 'choosing an edge type');
  await ida.presses('Escape');
});

test('rows and files to come in', async ({ ida }) => {
  const { page } = ida;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ida.copiesElsewhere('name\tborn\nMary\t1797\nEmmy\tlong ago\n');
  await ida.presses('ControlOrMeta+v');
  await expect(ida.pasteDialog).toBeVisible();
  await expectAccessible(page, 'rows being pasted');
  await ida.presses('Escape');
  const files = new FilesWork(ida);
  const file = await files.saves('Save the graph as a file');
  await ida.chooses('Import a file');
  await expect(files.importDialog).toBeVisible();
  await expectAccessible(page, 'import');
  await ida.presses('Escape');
  await files.looksInto(file);
  await expectAccessible(page, 'import, a file chosen');
});

test('the panel of a label, the settings of a property, and choosing another label', async ({ ida }) => {
  const { page } = ida;
  const schema = new SchemaWork(ida);
  await schema.opens('Person');
  await expectAccessible(page, 'panel of a label');
  await ida.presses('Escape');
  await ida.selects('Ada');
  await ida.inspector.getByRole('button', { name: 'Change the label' }).click();
  await expectAccessible(page, 'another label');
});

test('the query console: empty, with a table, with an error, and what a query would change', async ({ ida }) => {
  const { page } = ida;
  await ida.calls('Ida');
  const console = new ConsoleWork(ida);
  await console.opens();
  await expectAccessible(page, 'query console');
  await console.asks('MATCH (n) RETURN n, n.id AS id');
  await expect(console.outcome).toContainText('rows');
  await expectAccessible(page, 'query console, a table');
  await console.asks('MATCH (n) RETURN n.nothing');
  await expect(console.problem).toBeVisible();
  await expectAccessible(page, 'query console, an error');
  await console.asks("CREATE (:Person {name: 'Emmy'})");
  await expect(page.getByTestId('proposed-node')).toBeVisible();
  await expectAccessible(page, 'what a query would change');
});

test('a viewer’s page', async ({ ida, browser }) => {
  const address = await ida.makesLink('viewer', 'Friends');
  const kim = await newPerson(browser, 'Kim');
  await withAxe(kim.page);
  await kim.opens(address);
  await expectAccessible(kim.page, 'viewer');
  await kim.selects('Ada');
  await expectAccessible(kim.page, 'viewer, a node selected');
  await kim.page.context().close();
});

test('in Japanese', async ({ ida }) => {
  await ida.chooses('japanese');
  await ida.selects('Ada');
  await expectAccessible(ida.page, 'Japanese');
});

plain('a graph of hundreds of nodes and edges', async ({ page, request }) => {
  // There is much to look at.
  plain.slow();
  const path = await newGraph(request, { sample: 'les-miserables' });
  await withAxe(page);
  const ida = new Person('Ida', page);
  await ida.opens(path);
  await expectAccessible(page, 'Les Misérables');
});
