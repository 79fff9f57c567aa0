import { Cable } from './support/cable';
import { expect, newPerson, test } from './support/people';
import type { Person } from './support/person';
import { SearchWork } from './support/search-work';

async function makesTowns(person: Person, ...names: string[]): Promise<void> {
  await person.makesLabel('Town');
  for (const [n, name] of names.entries())
    await person.makes('Town', name, { x: 160 + 260 * (n % 3), y: 160 + 130 * Math.floor(n / 3) });
}

test('what one makes is found by the other at once, in any script, and not any more once it is called otherwise', async ({
  alice,
  bo,
}) => {
  const search = new SearchWork(bo);
  await alice.calls('Alice');
  await makesTowns(alice, 'Oslo');
  await expect(bo.node('Oslo')).toBeVisible();
  await bo.calls('Bo');
  await search.opens();
  await search.types('東京');
  await expect(search.said).toContainText('Nothing has “東京” in it');

  await alice.makes('Town', '大東京の寿司屋', { x: 420, y: 160 });
  await expect(search.results).toHaveText(['大東京の寿司屋']);
  await expect(search.marks).toHaveText(['東京']);
  await search.types('ｽｼ');
  await expect(search.said).toContainText('Nothing has');
  await search.types('寿司');
  await expect(search.results).toHaveText(['大東京の寿司屋']);
  await bo.presses('Enter');
  await expect(bo.node('大東京の寿司屋')).toBeInViewport();
  await expect(bo.field('name')).toHaveValue('大東京の寿司屋');

  await alice.selects('大東京の寿司屋');
  await alice.types('name', '古い蕎麦屋');
  await expect(search.said).toContainText('Nothing has “寿司” in it');
  await search.types('そば 屋');
  await expect(search.said).toContainText('Nothing has');
  await search.types('蕎麦 屋');
  await expect(search.results).toHaveText(['古い蕎麦屋']);
});

test('the best comes first, accents do not count, and a small mistake is forgiven; all from the keyboard', async ({
  alice,
}) => {
  const search = new SearchWork(alice);
  await alice.calls('Alice');
  await makesTowns(alice, 'Hippodrome', 'New Rome', 'Romeo', 'Rome', 'Málaga');
  await search.opens();
  await search.types('rome');
  await expect(search.results).toHaveText(['Rome', 'Romeo', 'New Rome', 'Hippodrome']);
  await expect(search.chosen).toHaveText('Rome');
  await alice.presses('ArrowDown');
  await expect(search.chosen).toHaveText('Romeo');
  await alice.presses('Enter');
  await expect(alice.field('name')).toHaveValue('Romeo');
  await alice.presses('Enter');
  await expect(alice.field('name')).toHaveValue('New Rome');

  await search.types('malaga');
  await expect(search.results).toHaveText(['Málaga']);
  await expect(search.marks).toHaveText(['Málaga']);
  await search.types('malgaa');
  await expect(search.said).toHaveText('Nothing has “malgaa” in it, but 1 result is like it');
  await alice.presses('Enter');
  await expect(alice.field('name')).toHaveValue('Málaga');
  await alice.presses('Escape');
  await expect(alice.findPanel).toBeHidden();
});

test('one searches without a network, also for what one makes meanwhile', async ({ browser, baseURL, address }) => {
  const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
  const cem = await newPerson(browser, 'Cem');
  const search = new SearchWork(cem);
  await cem.opens(`${cable.origin}${address}`);
  await cem.calls('Cem');
  await makesTowns(cem, 'Turku', 'Tampere');
  await cem.settles();
  cable.unplug();
  await expect(cem.status).not.toHaveAttribute('data-state', 'saved');
  await search.opens();
  await search.types('tur');
  await expect(search.results).toHaveText(['Turku']);
  await cem.presses('Escape');
  await cem.makes('Town', 'Turin', { x: 160, y: 420 });
  await search.opens();
  await search.types('tur');
  await expect(search.results).toHaveText(['Turin', 'Turku']);
  await cem.page.context().close();
  await cable.remove();
});
