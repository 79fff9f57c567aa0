import { expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import { TestBrowser } from './testing/test-browser';
import { unsentRooms } from './unsent-rooms';

const ops: Op[] = [{ op: 'set_title', title: 'A title' }];
const patch = (serverVersion: number) => ({ serverVersion, clientId: testClientId(9), seq: serverVersion, ops });
const base = {
  roomEpoch: 'e',
  version: 0,
  graph: { labels: [], edgeTypes: [], nodes: [], edges: [] },
};

/** Opens each room in its turn, and keeps something of it. */
async function visit(browser: TestBrowser, rooms: readonly string[], queued: readonly string[] = []) {
  for (const room of rooms) {
    const tab = await browser.tab().open(room, { mostRooms: 3 });
    tab.copy.replaced(base);
    tab.copy.confirmed('e', [patch(1)], []);
    if (queued.includes(room)) tab.copy.queued(testClientId(1), { seq: 1, ops });
    await tab.copy.idle();
    tab.crash();
  }
}

async function kept(browser: TestBrowser): Promise<string[]> {
  const of = async (store: 'rooms' | 'base' | 'tail') =>
    (await browser.stored(store)).map(({ key }) => String(Array.isArray(key) ? key[0] : key));
  const rooms = await of('base');
  expect(await of('rooms')).toEqual(rooms);
  expect(await of('tail')).toEqual(rooms);
  return rooms;
}

test('of many rooms those are kept that were opened last', async () => {
  const browser = new TestBrowser();
  await visit(browser, ['a', 'b', 'c', 'd']);
  expect(await kept(browser)).toEqual(['b', 'c', 'd']);
  await visit(browser, ['b', 'e', 'f']);
  expect(await kept(browser)).toEqual(['b', 'e', 'f']);
});

test('a room with something to send is kept however old it is, and goes once that is sent', async () => {
  const browser = new TestBrowser();
  await visit(browser, ['a', 'b', 'c', 'd', 'e'], ['a']);
  expect(await kept(browser)).toEqual(['a', 'c', 'd', 'e']);
  const tab = await browser.tab().open('a', { mostRooms: 3 });
  tab.copy.confirmed('e', [], [{ clientId: testClientId(1), seq: 1 }]);
  await tab.copy.idle();
  await visit(browser, ['b', 'c', 'd']);
  expect(await kept(browser)).toEqual(['b', 'c', 'd']);
});

test('a list of openings that cannot be read costs no room that is open', async () => {
  const browser = new TestBrowser();
  await visit(browser, ['a', 'b']);
  await browser.spoil('rooms', 'b', 'yesterday');
  await visit(browser, ['c', 'd']);
  expect(await kept(browser)).toEqual(['a', 'c', 'd']);
});

test('the rooms that have something to send are named, with how much', async () => {
  const browser = new TestBrowser();
  const ports = { indexedDB: browser.indexedDB, clock: new ManualClock() };
  expect(await unsentRooms(ports)).toEqual([]);
  const tab = await browser.tab().open('a');
  for (const seq of [1, 2, 3]) tab.copy.queued(testClientId(1), { seq, ops });
  tab.copy.requeued({ clientId: testClientId(2), patches: [{ seq: 1, ops }] });
  await tab.copy.idle();
  await visit(browser, ['b', 'c'], ['c']);
  expect(await unsentRooms(ports)).toEqual([
    { room: 'a', patches: 4 },
    { room: 'c', patches: 1 },
  ]);
});

test('where there is no database, nothing is to be sent', async () => {
  expect(await unsentRooms({ indexedDB: undefined, clock: new ManualClock() })).toEqual([]);
});
