/** Who may do what, as people meet it: links for viewers, editors and owners, taken back and handed on. */
import { expect, newPerson, test } from './support/people';

const SCHEMA = [{ op: 'create_label', label: 'Person', properties: { name: 'STRING' }, style: { caption: 'name' } }];
const ANN = 'n_00000000-0000-4000-8000-000000000001';
const CREATE_ANN = {
  op: 'create_node',
  nodeId: ANN,
  label: 'Person',
  position: { x: 300, y: 200 },
  properties: { name: 'Ann' },
};

test('the address alone opens nothing, and says what to do', async ({ alice, browser }) => {
  await alice.submit(SCHEMA);
  expect(alice.page.url()).not.toContain('key');
  const eve = await newPerson(browser, 'Eve');
  await eve.page.goto(alice.page.url());
  await expect(eve.page.getByRole('heading', { name: 'This link opens no graph' })).toBeVisible();
  await expect(eve.page.getByText(/ask whoever sent it/u)).toBeVisible();
  // Reloading works for who came by the link.
  await alice.reloads();
  expect(await alice.role()).toBe('owner');
  await eve.page.context().close();
});

test('M1: a viewer link shows everything, changes nothing, and says so', async ({ alice, browser }) => {
  await alice.submit([...SCHEMA, CREATE_ANN]);
  const vera = await newPerson(browser, 'Vera');
  await vera.opens(await alice.makesLink('viewer', 'Vera'));
  await expect(vera.page.getByRole('button', { name: 'View only' })).toBeVisible();
  await expect(vera.node('Ann')).toBeVisible();
  expect(await vera.query('MATCH (p:Person) RETURN p.name AS name')).toEqual([{ name: 'Ann' }]);

  const before = await alice.graph();
  await vera.moves('Ann', { x: 120, y: 80 });
  await vera.selects('Ann');
  await expect(vera.inspector.getByText('You can only view this graph.')).toBeVisible();
  await expect(vera.field('name')).toHaveAttribute('readonly', '');
  await vera.presses('Delete');
  await expect(vera.page.getByRole('button', { name: 'New label' })).toBeHidden();
  expect(await vera.submit([{ op: 'delete_node', nodeId: ANN }])).toMatchObject({ status: 'nack', code: 'FORBIDDEN' });
  // Her selection and her pointer are seen.
  await expect(alice.selectionOf('Vera').or(alice.page.getByTestId('peer-selection')).first()).toBeVisible();
  expect(await alice.graph()).toEqual(before);
  expect(await vera.graph()).toEqual(before);
  await vera.page.context().close();
});

test('M6: an editor who becomes a viewer while typing is stopped, keeps the text, and can go on later', async ({
  alice,
  browser,
}) => {
  await alice.submit([...SCHEMA, CREATE_ANN]);
  const bo = await newPerson(browser, 'Bo');
  await bo.opens(await alice.makesLink('editor', 'Bo'));
  await bo.selects('Ann');
  await bo.field('name').fill('Ann, the first');

  await alice.opensShare();
  const role = alice.share.getByLabel(/^Role of .*Bo/u);
  await role.selectOption('viewer');
  await expect(bo.page.getByRole('button', { name: 'View only' })).toBeVisible();
  await expect(bo.field('name')).toHaveValue('Ann, the first');
  await bo.field('name').press('Enter');
  await expect(bo.inspector.getByRole('alert')).toContainText('What you typed was not saved');
  expect((await alice.graph()).nodes[0]?.properties).toMatchObject({ name: 'Ann' });

  await role.selectOption('editor');
  await expect(bo.page.getByRole('button', { name: 'View only' })).toBeHidden();
  await bo.inspector.getByRole('button', { name: 'Save it' }).or(bo.field('name')).first().waitFor();
  await bo.types('name', 'Ann, the first');
  await alice.closesShare();
  await expect(alice.node(ANN)).toContainText('Ann, the first');
  await bo.page.context().close();
});

test('M12: what a viewer-to-be made without a network is kept, told, and saved when they may again', async ({
  alice,
  browser,
}) => {
  await alice.submit(SCHEMA);
  const bo = await newPerson(browser, 'Bo');
  await bo.opens(await alice.makesLink('editor', 'Bo'));
  await bo.page.context().setOffline(true);
  await expect(bo.status).toHaveAttribute('data-state', /offline|reconnecting/u);
  await bo.submitsWithoutWaiting([CREATE_ANN]);
  await expect(bo.node('Ann')).toBeVisible();
  await alice.opensShare();
  const role = alice.share.getByLabel(/^Role of .*Bo/u);
  await role.selectOption('viewer');
  await expect(role).toHaveValue('viewer');
  await bo.page.context().setOffline(false);
  await expect(bo.page.getByText(/You can only view this graph now/u)).toBeVisible();
  await expect(bo.node('Ann')).toBeVisible();
  expect((await alice.graph()).nodes).toEqual([]);
  await role.selectOption('editor');
  await expect(alice.node('Ann')).toBeVisible();
  await expect(bo.page.getByText(/You can only view this graph now/u)).toBeHidden();
  await bo.page.context().close();
});

test('M6: an editor whose link is revoked is shut out at once, and can copy what was not saved', async ({
  alice,
  browser,
}) => {
  await alice.submit([...SCHEMA, CREATE_ANN]);
  const bo = await newPerson(browser, 'Bo');
  const link = await alice.makesLink('editor', 'Bo');
  await bo.opens(link);
  await bo.selects('Ann');
  await bo.field('name').fill('Half a sent');
  await alice.opensShare();
  await alice.share.getByRole('button', { name: /^Revoke .*Bo/u }).click();
  await alice.share.getByRole('button', { name: 'Revoke it' }).click();
  await expect(bo.page.getByText(/withdrawn your access/u)).toBeVisible();
  await expect(bo.field('name')).toHaveValue('Half a sent');
  const again = await newPerson(browser, 'Bo again');
  await again.page.goto(link);
  await expect(again.page.getByRole('heading', { name: 'This link opens no graph' })).toBeVisible();
  await bo.page.context().close();
  await again.page.context().close();
});

test('M11: an owner hands the graph over', async ({ alice, browser }) => {
  await alice.submit(SCHEMA);
  const bo = await newPerson(browser, 'Bo');
  // Alone, Alice cannot step down: nobody could manage the graph.
  await alice.opensShare();
  const own = alice.share.getByRole('listitem').filter({ hasText: 'Yours' });
  await own.getByRole('combobox').selectOption('editor');
  await own.getByRole('button', { name: /Make it an editor link/u }).click();
  await expect(own.getByRole('alert')).toContainText('only link for owners');
  await alice.closesShare();

  await bo.opens(await alice.makesLink('owner', 'Bo'));
  expect(await bo.role()).toBe('owner');
  await bo.opensShare();
  const alices = bo.share.getByRole('listitem').filter({ hasNotText: 'Yours' });
  await alices.getByRole('combobox').selectOption('editor');
  await bo.closesShare();
  await expect.poll(() => alice.role()).toBe('editor');
  await alice.opensShare();
  await expect(alice.share.getByText('You can change this graph.')).toBeVisible();
  await alice.closesShare();
  expect(await alice.submit([CREATE_ANN])).toMatchObject({ status: 'ack' });
  await bo.page.context().close();
});

test('M7: a deleted graph is gone for all, and an owner brings it back', async ({ alice, browser }) => {
  await alice.submit([...SCHEMA, CREATE_ANN]);
  const bo = await newPerson(browser, 'Bo');
  const link = await alice.makesLink('editor', 'Bo');
  await bo.opens(link);
  await alice.opensShare();
  await alice.share.getByRole('button', { name: /Delete graph/u }).click();
  await alice.share.getByRole('button', { name: 'Delete it for everyone' }).click();
  await expect(alice.page.getByRole('heading', { name: 'This graph was deleted' })).toBeVisible();
  await expect(bo.page.getByText(/was deleted by an owner/u).first()).toBeVisible();
  await alice.page.getByRole('button', { name: 'Bring it back' }).click();
  // The page is loaded anew meanwhile.
  await expect(alice.node('Ann')).toBeVisible();
  await alice.isReady();
  await bo.opens(link);
  await expect(bo.node('Ann')).toBeVisible();
  await bo.page.context().close();
});
