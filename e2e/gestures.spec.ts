import { expect, expectSameGraph, test } from './support/people';

test('a person draws a small graph without touching a panel: double-click, type, drag out, type', async ({
  alice,
  bo,
}) => {
  await alice.doubleClicksCanvas({ x: 150, y: 150 });
  await alice.answers('Label', 'Person');
  await alice.typesCaption('Ada');
  await expect(bo.node('Ada')).toBeVisible();

  // There is one label now, so it is not asked for again; the edge's type is.
  await alice.dragsBorder('Ada', { x: 0.95, y: 1 }, await alice.onScreen({ x: 480, y: 380 }));
  await alice.answers('Edge type', 'KNOWS');
  await alice.typesCaption('Grace');
  await expect(bo.node('Grace')).toBeVisible();

  const { nodes, edges } = await bo.graph();
  const idOf = (name: string) => nodes.find(({ properties }) => properties['name'] === name)?.id;
  expect(edges).toEqual([expect.objectContaining({ type: 'KNOWS', source: idOf('Ada'), target: idOf('Grace') })]);
  await expectSameGraph([alice, bo]);

  // Node and edge were one step: undo takes both, after the caption.
  await alice.presses('ControlOrMeta+z');
  await alice.presses('ControlOrMeta+z');
  await expect(bo.node('Grace')).toBeHidden();
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(0);
  await expect(bo.node('Ada')).toBeVisible();
});

test('a caption is edited in the card; others see who is at it, and nobody is overwritten unawares', async ({
  alice,
  bo,
}) => {
  await alice.makesLabel('Person');
  const ada = await alice.makes('Person', 'Ada', { x: 260, y: 200 });
  await expect(bo.node(ada)).toContainText('Ada');
  await bo.node(ada).click();

  await alice.node(ada).dblclick();
  await expect(alice.caption).toHaveValue('Ada');
  await expect(bo.inspector).toContainText('is editing this');
  await alice.page.keyboard.type('Ada Lovelace');
  await bo.types('name', 'Countess');
  await expect(alice.page.getByRole('alert')).toContainText('Someone changed this to “Countess” meanwhile');
  await alice.presses('Escape');
  await expect(alice.node(ada)).toContainText('Countess');

  // The keyboard is on the card again.
  await alice.presses('F2');
  await alice.typesCaption('Ada');
  await expect(bo.node(ada)).toContainText('Ada');
  await expectSameGraph([alice, bo]);
});

test('a press on the border that slips makes nothing; a label is chosen where there are several', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makesLabel('City');
  await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  const box = await alice.node('Ada').boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  await alice.dragsBorder('Ada', { x: 0.2, y: 1 }, { x: box.x + box.width * 0.2 + 9, y: box.y + box.height + 8 });
  await expect(alice.page.getByRole('dialog', { name: /new/u })).toBeHidden();

  await alice.dragsBorder('Ada', { x: 0, y: 0.3 }, await alice.onScreen({ x: 420, y: 420 }));
  await alice.answers('Label', 'City');
  await alice.answers('Edge type', 'LIVES_IN');
  await alice.typesCaption('London');
  const { nodes, edges } = await alice.graph();
  expect(nodes.map(({ label }) => label).sort()).toEqual(['City', 'Person']);
  expect(edges.length).toBe(1);
});

test('several selected nodes are changed at once, in one step', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 160, y: 120 });
  await alice.addsProperty('born', 'whole number');
  await alice.types('born', '1815');
  await alice.makes('Person', 'Grace', { x: 160, y: 320 });
  await alice.selects('Ada');
  await alice.node('Grace').click({ modifiers: ['ControlOrMeta'] });
  await expect(alice.inspector).toContainText('2 nodes selected');
  await expect(alice.field('name')).toHaveAttribute('placeholder', 'Mixed');
  await alice.types('born', '1900');
  const born = async () => (await bo.graph()).nodes.map(({ properties }) => properties['born']);
  await expect.poll(born).toEqual([1900, 1900]);
  await alice.node('Ada').press('ControlOrMeta+z');
  await expect.poll(async () => (await born()).filter((year) => year !== undefined)).toEqual([1815]);
});

test('a graph made, changed and unmade with the keyboard alone', async ({ alice, bo }) => {
  await alice.presses('n');
  await alice.answers('Label', 'Person');
  await alice.typesCaption('Ada');
  await alice.presses('n');
  await alice.typesCaption('Grace');
  await expect(bo.node('Grace')).toBeVisible();

  await alice.presses('c');
  await expect(alice.targetMark).toBeVisible();
  await alice.answers('Node to connect to', 'ad');
  await alice.answers('Edge type', 'ADMIRES');
  await expect.poll(async () => (await bo.graph()).edges.map(({ type }) => type)).toEqual(['ADMIRES']);

  // Four presses are one move, and one step back.
  const placeOf = async (name: string) =>
    (await bo.graph()).nodes.find(({ properties }) => properties['name'] === name)?.position ?? { x: 0, y: 0 };
  const before = await placeOf('Grace');
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowDown']) await alice.presses(key);
  await expect.poll(() => placeOf('Grace')).toEqual({ x: before.x + 30, y: before.y + 5 });
  await alice.presses('ControlOrMeta+z');
  await expect.poll(() => placeOf('Grace')).toEqual(before);

  await alice.presses('Enter');
  await expect(alice.caption).toHaveValue('Grace');
  await alice.typesCaption('Grace Hopper');
  await expect(bo.node('Grace Hopper')).toBeVisible();
  await alice.presses('Delete');
  await expect(bo.node('Grace Hopper')).toBeHidden();
  await expectSameGraph([alice, bo]);
});
