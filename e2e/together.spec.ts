/** Working together: following each other's view, being told of what others do to one's work, and taking back one's own. */
import { Company } from './support/company';
import { expect, expectSameGraph, test } from './support/people';

test('a person follows another by their avatar, through pans and zooms, until they look elsewhere', async ({
  alice,
  bo,
}) => {
  const [own, others] = [new Company(alice), new Company(bo)];
  await bo.calls('Bo');
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 260, y: 200 });
  await expect(bo.node('Ada')).toBeVisible();

  await own.follows('Bo');
  await expect(own.following).toContainText('Following Bo');
  await others.pans({ x: -140, y: 90 });
  await expect.poll(() => own.awayFrom(others)).toBeLessThan(2);
  await others.zooms(-400);
  await expect.poll(() => own.awayFrom(others)).toBeLessThan(2);

  await own.pans({ x: 60, y: 0 });
  await expect(own.following).toBeHidden();
  await others.pans({ x: 0, y: -140 });
  await expect.poll(() => own.awayFrom(others)).toBeGreaterThan(100);

  // By the keyboard: an action follows, Esc stops.
  await alice.chooses('Follow Bo');
  await expect.poll(() => own.awayFrom(others)).toBeLessThan(2);
  await alice.presses('Escape');
  await expect(own.following).toBeHidden();
});

test('following someone ends with a word when they leave', async ({ alice, bo }) => {
  const own = new Company(alice);
  await bo.calls('Bo');
  await own.follows('Bo');
  await expect(own.following).toBeVisible();
  await bo.page.close();
  await expect(alice.notices).toContainText('Bo left');
  await expect(own.following).toBeHidden();
});

test('what a teammate deletes of one’s work is said by name, and is brought back whole by a button', async ({
  alice,
  bo,
}) => {
  await bo.calls('Bo');
  await alice.makesLabel('City');
  await alice.makes('City', 'Kyoto', { x: 160, y: 120 });
  await alice.makes('City', 'Nara', { x: 460, y: 320 });
  await alice.connects('Kyoto', 'Nara', 'NEAR');
  await expectSameGraph([alice, bo]);
  const before = await alice.databaseRows();

  await bo.selects('Kyoto');
  await bo.presses('Delete');
  await expect(bo.notices).toContainText('You deleted “Kyoto”.');
  await expect(alice.notices).toContainText('Bo deleted “Kyoto”.');
  await expect(alice.node('Kyoto')).toBeHidden();

  await new Company(alice).messageButton('Restore').click();
  await expect(bo.node('Kyoto')).toBeVisible();
  await expect(alice.notices).toBeHidden();
  await expectSameGraph([alice, bo]);
  expect(await alice.databaseRows()).toEqual(before);

  // All of it at once is one message, and one step back.
  await bo.presses('ControlOrMeta+a');
  await bo.presses('Delete');
  await expect(alice.notices).toContainText('Bo deleted 2 things you were working on.');
  await new Company(alice).messageButton('Restore').click();
  await expectSameGraph([alice, bo]);
  expect(await bo.databaseRows()).toEqual(before);
});

test('what one deletes can be taken back from the message, while it is the last step', async ({ alice, bo }) => {
  const own = new Company(alice);
  await alice.makesLabel('City');
  await alice.makes('City', 'Kyoto', { x: 160, y: 120 });
  await alice.makes('City', 'Nara', { x: 460, y: 320 });
  await alice.connects('Kyoto', 'Nara', 'NEAR');
  await expectSameGraph([alice, bo]);

  await alice.presses('Escape');
  await alice.presses('ControlOrMeta+a');
  await alice.presses('Delete');
  await expect(alice.notices).toContainText('You deleted 2 nodes and 1 edge.');
  await own.messageButton('Undo').click();
  await expect(bo.node('Kyoto')).toBeVisible();
  await expect(alice.notices).toBeHidden();

  // Once it is not the last step any more, it is not offered.
  await alice.selects('Nara');
  await alice.presses('Delete');
  await expect(own.messageButton('Undo')).toBeVisible();
  await alice.moves('Kyoto', { x: 60, y: 40 });
  await expect(own.messageButton('Undo')).toBeHidden();
});

test('by the keyboard alone the message is reached, and its button pressed', async ({ alice }) => {
  const own = new Company(alice);
  await alice.makesLabel('City');
  await alice.makes('City', 'Kyoto', { x: 160, y: 120 });
  await alice.selects('Kyoto');
  await alice.presses('Delete');
  await expect(alice.notices).toContainText('You deleted “Kyoto”.');
  await alice.presses('F8');
  await expect(own.messageButton('Undo')).toBeFocused();
  await alice.presses('Enter');
  await expect(alice.node('Kyoto')).toBeVisible();
});

test('undo and redo say what they would do, in the bar and in the palette', async ({ alice }) => {
  const own = new Company(alice);
  await alice.makesLabel('City');
  await alice.makes('City', 'Kyoto', { x: 260, y: 220 });
  await expect(own.turn('Undo')).toHaveAccessibleName('Undo: change name of “Kyoto”');
  await alice.moves('Kyoto', { x: 80, y: 40 });
  await expect(own.turn('Undo')).toHaveAccessibleName('Undo: move “Kyoto”');
  await alice.presses('Delete');
  await expect(own.turn('Undo')).toHaveAttribute('title', /^Undo: delete “Kyoto” \(/u);
  await own.turn('Undo').click();
  await expect(own.turn('Redo')).toHaveAccessibleName('Redo: delete “Kyoto”');
  await expect(own.announcements).toContainText('Undone: delete “Kyoto”.');
  await alice.chooses('undo');
  await expect(own.turn('Redo')).toHaveAccessibleName('Redo: move “Kyoto”');
});

test('a field says who has just changed it, and writes over nothing unawares', async ({ alice, bo }) => {
  await bo.calls('Bo');
  await alice.makesLabel('Person');
  const ada = await alice.makes('Person', 'Ada', { x: 260, y: 200 });
  await expect(bo.node(ada)).toBeVisible();
  await alice.field('name').fill('Ada Lovelace');
  await bo.selects(ada);
  await bo.types('name', 'Countess');
  await expect(alice.inspector).toContainText('Bo changed this to “Countess” just now. Enter replaces it');
  await alice.presses('Escape');
  await expect(alice.field('name')).toHaveValue('Countess');
  await expectSameGraph([alice, bo]);
});

test('who listens hears who comes, what they do and who leaves', async ({ alice, bo }) => {
  const own = new Company(alice);
  await bo.calls('Bo');
  await alice.makesLabel('Person');
  await expect(bo.paletteItem('Person')).toBeVisible();
  await bo.drags('Person', { x: 200, y: 150 });
  await bo.drags('Person', { x: 500, y: 350 });
  await expect(own.announcements).toContainText(/Bo added \d nodes?/u);
  await bo.page.close();
  await expect(own.announcements).toContainText('Bo left.');
});
