import { expect, expectSameGraph, test } from './support/people';
import type { Person } from './support/person';
import { SchemaWork } from './support/schema-work';
import { ADA, ADA_ADMIRES_GRACE, ADA_LIVES_IN_LONDON, GRACE, LONDON, SMALL_GRAPH } from './support/small-graph';

async function withSmallGraph(...people: readonly Person[]): Promise<void> {
  const [first] = people;
  await first?.submit(SMALL_GRAPH);
  for (const person of people) {
    await expect(person.node('London')).toBeVisible();
    await person.settles();
    await person.presses('Shift+1');
  }
}

const labelOf = async (person: Person, id: string) =>
  (await person.graph()).nodes.find((node) => node.id === id)?.label;
const edgeOf = async (person: Person, id: string) => (await person.graph()).edges.find((edge) => edge.id === id);
const valuesOf = async (person: Person, id: string) =>
  (await person.graph()).nodes.find((node) => node.id === id)?.properties;

async function middleOf(person: Person, which: string) {
  const box = await person.node(which).boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a label is renamed and given another look; everyone sees it, and queries know the new name', async ({
  alice,
  bo,
}) => {
  await withSmallGraph(alice, bo);
  const schema = new SchemaWork(alice);
  await schema.opens('Person');
  await schema.renames('Scientist');
  await expect(bo.paletteItem('Scientist')).toBeVisible();
  await expect(bo.paletteItem('Person')).toBeHidden();
  await schema.chooses('Violet');
  await schema.panel.getByLabel('Find an icon').fill('idea');
  await schema.chooses('Light bulb');
  await schema.panel.getByLabel('Caption').selectOption('born');
  await expect(bo.node('1815')).toBeVisible();
  await schema.closes();
  await expectSameGraph([alice, bo]);
  expect(await bo.query('MATCH (s:Scientist) RETURN count(*) AS n')).toEqual([{ n: 2 }]);
});

test('a taken name is said beside the field, and two people who rename at the same time agree', async ({
  alice,
  bo,
}) => {
  await withSmallGraph(alice, bo);
  const [hers, his] = [new SchemaWork(alice), new SchemaWork(bo)];
  await hers.opens('Person');
  const name = hers.panel.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('city');
  await name.press('Enter');
  await expect(hers.panel.getByRole('alert')).toHaveText('There is already a label "City".');
  await name.press('Escape');
  await his.opens('Person');
  await hers.renames('Human');
  await expect(his.panel.getByRole('heading', { level: 2 })).toContainText('Human');
  await his.renames('Being');
  await expect(hers.panel.getByRole('heading', { level: 2 })).toContainText('Being');
  await expectSameGraph([alice, bo]);
});

test('an edge type gets a colour, an icon and a caption, and its edges are drawn with them', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  const [hers, his] = [new SchemaWork(alice), new SchemaWork(bo)];
  const before = await his.lineColor(ADA_ADMIRES_GRACE);
  await alice.chooses('edit edge type admires');
  await expect(hers.panel).toBeVisible();
  await hers.chooses('Rose');
  await expect.poll(() => his.lineColor(ADA_ADMIRES_GRACE)).toBe('rgb(179, 74, 120)');
  expect(before).not.toBe('rgb(179, 74, 120)');

  await hers.chooses('Heart');
  await expect(his.edgeIcon(ADA_ADMIRES_GRACE)).toHaveCount(1);
  await hers.panel.getByRole('combobox', { name: 'Caption' }).selectOption('since');
  await expect(bo.edge(ADA_ADMIRES_GRACE)).toContainText('1833');
  await hers.chooses('No icon');
  await expect(his.edgeIcon(ADA_ADMIRES_GRACE)).toHaveCount(0);
});

test('a label’s cards are made larger; everyone sees them grow, and edges end at their borders', async ({
  alice,
  bo,
}) => {
  await withSmallGraph(alice, bo);
  const [hers, his] = [new SchemaWork(alice), new SchemaWork(bo)];
  // All beside London, which stays as it is: his view may still be moving.
  const growth = async () => {
    const [ada, grace, london] = await his.boxes('Ada', 'Grace', 'London');
    return [ada, grace].map((box) => Math.round(((box?.width ?? 0) / (london?.width ?? 0)) * 100));
  };
  const place = async () => {
    const [ada, london] = await his.boxes('Ada', 'London');
    if (ada === undefined || london === undefined) throw new Error('they are not on the screen');
    return [ada.x - london.x, ada.y - london.y].map((distance) => Math.round((distance / london.width) * 100));
  };
  const before = await place();
  const farthest = async () =>
    Math.max(
      ...(await his.offBorders(ADA_ADMIRES_GRACE, 'Ada', 'Grace')),
      ...(await his.offBorders(ADA_LIVES_IN_LONDON, 'Ada', 'London')),
    );
  await hers.opens('Person');
  await hers.sizes('Large');
  await expect.poll(growth).toEqual([130, 130]);
  await expect.poll(place).toEqual(before);
  await expect.poll(farthest).toBeLessThan(1.5);
  await hers.sizes('Small');
  await expect.poll(growth).toEqual([80, 80]);
  await expect.poll(farthest).toBeLessThan(1.5);
  await hers.closes();
  await alice.presses('ControlOrMeta+z');
  await expect.poll(growth).toEqual([130, 130]);
  await expect.poll(farthest).toBeLessThan(1.5);
  await expectSameGraph([alice, bo]);
});

test('a label is deleted with what has it, after that was counted, and undo brings all of it back', async ({
  alice,
  bo,
}) => {
  await withSmallGraph(alice, bo);
  const schema = new SchemaWork(alice);
  await schema.opens('Person');
  const question = await schema.deletes('Person');
  await expect(question).toContainText('This deletes Person, and 2 nodes and 2 edges with it.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await schema.deletes('Person');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(bo.node('Ada')).toBeHidden();
  await expect(bo.paletteItem('Person')).toBeHidden();
  await expectSameGraph([alice, bo]);
  await alice.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(bo.node('Ada')).toBeVisible();
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(2);
  expect(await valuesOf(bo, ADA)).toEqual({ name: 'Ada', born: 1815, active: true });
  await expectSameGraph([alice, bo]);
});

test('a property gets another type; what does not fit is said before it is lost', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  const schema = new SchemaWork(alice);
  await alice.submit([{ op: 'set_property', on: 'node', id: GRACE, key: 'name', value: '12' }]);
  await schema.opens('Person');
  await schema.opensProperty('name');
  await schema.retypes('name', 'whole number');
  await expect(schema.panel).toContainText('1 of 2 values do not fit: “Ada”. They will be removed.');
  expect(await valuesOf(bo, ADA)).toMatchObject({ name: 'Ada' });
  await schema.chooses('Change to whole number');
  await expect.poll(async () => (await valuesOf(bo, GRACE))?.['name']).toBe(12);
  await expect.poll(async () => Object.keys((await valuesOf(bo, ADA)) ?? {})).not.toContain('name');
  await expectSameGraph([alice, bo]);
});

test('a property is renamed and removed from the inspector, for all that have it', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  await alice.selects('Ada');
  await alice.inspector.getByRole('button', { name: 'Change the property born' }).click();
  const name = alice.inspector.getByLabel('New name of born');
  await name.fill('year of birth');
  await name.press('Enter');
  await expect.poll(async () => (await valuesOf(bo, ADA))?.['year of birth']).toBe(1815);
  await alice.inspector.getByRole('button', { name: 'Remove from all …' }).click();
  await expect(alice.inspector).toContainText('This removes year of birth from Person, and 1 value with it.');
  await alice.inspector.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(async () => Object.keys((await valuesOf(bo, ADA)) ?? {})).toEqual(['name', 'active']);
  await expectSameGraph([alice, bo]);
});

test('a node gets another label and keeps what it has; an edge another type', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  await alice.selects('Ada');
  await alice.inspector.getByRole('button', { name: 'Change the label' }).click();
  await alice.answers('Label', 'city');
  await expect.poll(() => labelOf(bo, ADA)).toBe('City');
  expect(await valuesOf(bo, ADA)).toEqual({ name: 'Ada', born: 1815, active: true });
  expect((await edgeOf(bo, ADA_ADMIRES_GRACE))?.source).toBe(ADA);
  await alice.selectsEdge(ADA_ADMIRES_GRACE);
  await alice.inspector.getByRole('button', { name: 'Change the type' }).click();
  await alice.answers('Edge type', 'WROTE TO');
  await expect
    .poll(async () => await edgeOf(bo, ADA_ADMIRES_GRACE))
    .toMatchObject({
      type: 'WROTE TO',
      properties: { since: 1833 },
    });
  await expectSameGraph([alice, bo]);
});

test('an end of an edge is dragged to another node, and stays where it was when let go over nothing', async ({
  alice,
  bo,
}) => {
  await withSmallGraph(alice, bo);
  const schema = new SchemaWork(alice);
  await alice.selectsEdge(ADA_ADMIRES_GRACE);
  await schema.dragsEnd('target', await alice.emptySpot());
  expect(await edgeOf(alice, ADA_ADMIRES_GRACE)).toMatchObject({ source: ADA, target: GRACE });
  await schema.dragsEnd('target', await middleOf(alice, 'London'));
  await expect.poll(async () => (await edgeOf(bo, ADA_ADMIRES_GRACE))?.target).toBe(LONDON);
  await schema.dragsEnd('source', await middleOf(alice, 'Grace'));
  await expect.poll(async () => (await edgeOf(bo, ADA_ADMIRES_GRACE))?.source).toBe(GRACE);
  await expectSameGraph([alice, bo]);
});

test('an edge is turned round and led elsewhere by the keyboard alone', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  await alice.selectsEdge(ADA_ADMIRES_GRACE);
  await alice.chooses('reverse the direction');
  await expect.poll(() => edgeOf(bo, ADA_ADMIRES_GRACE)).toMatchObject({ source: GRACE, target: ADA });
  await alice.chooses('change where it leads');
  await expect(alice.page.getByRole('combobox', { name: 'Leads to' })).toBeFocused();
  await alice.page.keyboard.type('Lon');
  await expect(alice.targetMark).toHaveAttribute('data-of', LONDON);
  await alice.presses('Enter');
  await expect.poll(() => edgeOf(bo, ADA_ADMIRES_GRACE)).toMatchObject({ source: GRACE, target: LONDON });
  await expectSameGraph([alice, bo]);
});

test('a locked node is not moved or deleted, by anyone, until it is unlocked', async ({ alice, bo }) => {
  await withSmallGraph(alice, bo);
  await alice.selects('Ada');
  await alice.presses('ControlOrMeta+Shift+l');
  await expect(new SchemaWork(bo).lock('Ada')).toBeVisible();
  const place = async () => (await bo.graph()).nodes.find(({ id }) => id === ADA)?.position;
  const before = await place();
  await bo.moves('Ada', { x: 60, y: 30 });
  await bo.selects('Ada');
  await bo.presses('ArrowRight');
  await bo.presses('Delete');
  await expect(bo.notices).toContainText('1 node is locked and was not deleted. Unlock it first');
  await bo.settles();
  expect(await place()).toEqual(before);
  await bo.presses('ControlOrMeta+Shift+l');
  await expect(new SchemaWork(alice).lock('Ada')).toBeHidden();
  await bo.presses('Delete');
  await expect(alice.node('Ada')).toBeHidden();
  await expectSameGraph([alice, bo]);
});

test('who may only view changes none of it', async ({ alice, bo }) => {
  await withSmallGraph(alice);
  await bo.opens(await alice.makesLink('viewer', 'Bo'));
  await expect(bo.page.getByRole('button', { name: /^Edit Person/u })).toBeHidden();
  await bo.selects('Ada');
  await expect(bo.inspector.getByRole('button', { name: /^Change/u })).toHaveCount(0);
});
