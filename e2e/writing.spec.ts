/** Changing a graph by query: tried on a private copy, shown, applied as one step that others see. */
import { ConsoleWork } from './support/console-work';
import { expect, expectSameGraph, test } from './support/people';

test('a query that would write shows what it would do; applied, everyone has it, and one undo takes it back', async ({
  alice,
  bo,
}) => {
  await alice.calls('Alice');
  await alice.makesLabel('Person');
  await alice.makesLabel('City');
  await alice.makes('Person', 'Ada', { x: 260, y: 200 });
  await alice.makes('Person', 'Grace', { x: 560, y: 200 });
  await expect(bo.node('Grace')).toBeVisible();

  const console = new ConsoleWork(alice);
  await console.opens();
  await console.asks("MATCH (p:Person {name: 'Ada'}) SET p.name = 'Ada Lovelace' CREATE (:City {name: 'London'})");
  const proposal = alice.page.getByRole('region', { name: 'What the query would change' });
  await expect(proposal).toContainText('create 1 node (1 City)');
  await expect(proposal).toContainText('change 1 node');
  await expect(alice.page.getByTestId('proposed-node')).toContainText('London');
  // Nobody has any of it yet, the person's own graph neither.
  await alice.settles();
  await expect(alice.node('London')).toBeHidden();
  await expect(alice.node('Ada Lovelace')).toBeHidden();

  await proposal.getByRole('button', { name: 'Apply' }).click();
  await expect(proposal).toBeHidden();
  await expect(bo.node('London')).toBeVisible();
  await expect(bo.node('Ada Lovelace')).toBeVisible();
  await expectSameGraph([alice, bo]);

  await alice.page.getByRole('button', { name: /^Undo/u }).click();
  await expect(bo.node('London')).toBeHidden();
  await expect(bo.node('Ada Lovelace')).toBeHidden();
  await expect(bo.node('Ada')).toBeVisible();
});

test('what is put away changes nothing, and what cannot become an edit is refused with the reason', async ({
  alice,
}) => {
  await alice.calls('Alice');
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 260, y: 200 });
  const console = new ConsoleWork(alice);
  await console.opens();
  await console.asks('MATCH (p:Person) DETACH DELETE p');
  const proposal = alice.page.getByRole('region', { name: 'What the query would change' });
  await expect(proposal).toContainText('delete 1 node');
  await proposal.getByRole('button', { name: 'Discard' }).click();
  await alice.settles();
  await expect(alice.node('Ada')).toBeVisible();

  await console.asks('CREATE NODE TABLE Dog (name STRING PRIMARY KEY)');
  await expect(console.problem).toContainText('Labels, edge types and properties are made in the editor');
  await console.asks("MATCH (p:Person {name: 'Nobody'}) SET p.name = 'Somebody'");
  await expect(console.outcome).toHaveText('It would change nothing');
});
