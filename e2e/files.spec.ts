/** Graphs and pictures as files: out of the page, and in again. */
import { FilesWork } from './support/files-work';
import { newGraph } from './support/new-graph';
import { expect, test } from './support/people';
import { Person } from './support/person';

const files = (person: Person) => new FilesWork(person);

/** World, in a graph of Alice's own. */
const withWorld = test.extend({
  address: async ({ request }, use) => {
    await use(await newGraph(request, { sample: 'world' }));
  },
});

const ADA = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
  {
    op: 'create_node',
    nodeId: 'n_00000000-0000-4000-8000-000000000001',
    label: 'Person',
    position: { x: 0, y: 0 },
    properties: { name: 'Ada' },
  },
];

const text = (content: string) => ({ name: 'some.json', content: Buffer.from(content) });

withWorld('a graph that was saved as a file is the same again in an empty graph', async ({ alice, page, request }) => {
  test.slow();
  const file = await files(alice).saves('Save the graph as a file');
  expect(file.name).toBe('World.json');

  const dana = new Person('Dana', page);
  const path = await newGraph(request, { title: 'Empty' });
  await dana.opens(path);
  await files(dana).looksInto(file);
  await expect(files(dana).importDialog).toContainText(
    'it becomes exactly what is in the file, with its title “World”',
  );
  await files(dana).importDialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(files(dana).importDialog).toBeHidden();
  await dana.settles();

  expect(await dana.databaseRows()).toEqual(await alice.databaseRows());
  await expect(dana.page.getByLabel('Title of the graph')).toHaveValue('World');
  const again = await files(dana).saves('Save the graph as a file');
  const lines = (content: Buffer) => content.toString('utf8').replaceAll(/,$/gmu, '').split('\n').sort();
  expect(lines(again.content)).toEqual(lines(file.content));

  // All of it was one step.
  await dana.presses('ControlOrMeta+z');
  await expect.poll(async () => (await dana.graph()).nodes.length).toBe(0);
});

withWorld('a picture of the graph is saved as SVG and as PNG', async ({ alice, page }) => {
  test.slow();
  const svg = await files(alice).saves('Save a picture (SVG)');
  expect(svg.name).toBe('World.svg');
  // In an empty page: Kumiko's own may parse no markup (Trusted Types).
  const parsed = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    return {
      name: root.tagName,
      cards: root.querySelectorAll('g').length,
      lines: root.querySelectorAll('path[marker-end]').length,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
    };
  }, svg.content.toString('utf8'));
  const { nodes, edges } = await alice.graph();
  expect(parsed).toMatchObject({ name: 'svg', cards: nodes.length, lines: edges.length });

  const png = await files(alice).saves('Save a picture (PNG)');
  expect(png.name).toBe('World.png');
  expect(png.content.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const scale = Math.min(2, 8192 / parsed.width, 8192 / parsed.height);
  const [width, height] = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
  expect(width).toBe(Math.round(parsed.width * scale));
  expect(height).toBe(Math.round(parsed.height * scale));
  // Paper alone would be packed into far less.
  expect(png.content.length).toBeGreaterThan(100_000);
  if (scale < 2) await expect(alice.notices).toContainText('The picture was made smaller');
});

test('a broken file is refused in words, and changes nothing', async ({ alice }) => {
  await alice.submit(ADA);
  await expect(alice.node('Ada')).toBeVisible();
  const before = await alice.graph();

  await files(alice).dropsFile(text('{"form": "kumiko-graph", '));
  await expect(files(alice).importDialog.getByRole('alert')).toContainText('This file is not JSON');
  await files(alice).dropsFile(text('{"some": "thing"}'));
  await expect(files(alice).importDialog.getByRole('alert')).toContainText('not a graph that was saved here');
  await expect(files(alice).importDialog.getByRole('button', { name: /^(?:Import|Add to this graph)$/u })).toHaveCount(
    0,
  );
  await alice.presses('Escape');
  await expect(files(alice).importDialog).toBeHidden();
  expect(await alice.graph()).toEqual(before);
});

test('a file is opened on the start page as a graph of its own, and a broken one is refused there', async ({
  alice,
}) => {
  await alice.submit(ADA);
  await expect(alice.node('Ada')).toBeVisible();
  const file = await files(alice).saves('Save the graph as a file');
  await alice.page.goto('/');
  await files(alice).opensFile(text('nonsense'));
  await expect(alice.page.getByRole('alert')).toContainText('This file is not JSON');
  await files(alice).opensFile(file);
  await alice.isReady();
  await files(alice).importDialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(alice.node('Ada')).toBeVisible();
  await alice.reloads();
  await expect(alice.node('Ada')).toBeVisible();
});

test('what is dropped on a graph that has some already is added beside it', async ({ alice, bo }) => {
  await alice.submit(ADA);
  await expect(alice.node('Ada')).toBeVisible();
  await files(alice).dropsFile(await files(alice).saves('Save the graph as a file'));
  await files(alice).importDialog.getByRole('button', { name: 'Add to this graph' }).click();
  await expect.poll(async () => (await bo.graph()).nodes.length).toBe(2);
  await expect(alice.node('Ada')).toHaveCount(2);
});
