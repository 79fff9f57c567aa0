import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import { openDatabase } from './database';
import type { PatchQueue } from './room-copy';
import { logged, TestBrowser } from './testing/test-browser';

const [own, other] = [testClientId(1), testClientId(2)];
const ops: Op[] = [{ op: 'set_title', title: 'A title' }];
const queue = (clientId: string, ...seqs: number[]): PatchQueue => ({
  clientId,
  patches: seqs.map((seq) => ({ seq, ops })),
});
const base = (version: number) => ({
  roomEpoch: 'e',
  version,
  graph: { labels: [], edgeTypes: [], nodes: [], edges: [] },
});
const words = (reason: string) =>
  `This browser does not let the page keep changes (${reason}). Editing goes on, but what has not been saved to the server is lost when this tab is closed.`;

describe('a browser that keeps nothing', () => {
  const refusing = (error: unknown) => ({
    open: () => {
      throw error;
    },
  });

  test.each([
    ['has no database', { indexedDB: undefined }, 'it has no database for pages'],
    ['has no locks', { locks: undefined }, 'it has no locks for pages, which need a secure connection (https)'],
    [
      'refuses',
      { indexedDB: Object.assign(new IDBFactory(), refusing(new DOMException('Not here.', 'SecurityError'))) },
      'Not here.',
    ],
    [
      'fails without a word',
      { indexedDB: Object.assign(new IDBFactory(), refusing(new DOMException('', 'UnknownError'))) },
      'UnknownError',
    ],
  ])('because it %s is said in words, once, and the room goes on', async (_, given, reason) => {
    const tab = await new TestBrowser().tab().open('room', given);
    expect(tab.kept).toEqual({ tail: [], queues: [] });
    tab.copy.queued(own, { seq: 1, ops });
    tab.copy.requeued(queue(own, 1));
    tab.copy.confirmed('e', [], []);
    tab.copy.replaced(base(0));
    tab.copy.look();
    await tab.copy.idle();
    tab.copy.close();
    expect(tab.troubles).toEqual([words(reason)]);
    expect(tab.keeping).toEqual([false]);
  });

  test('because the database does not answer: the room is opened after a while', async () => {
    const tab = new TestBrowser().tab();
    const silent = Object.assign(new IDBFactory(), { open: () => new EventTarget() });
    const opening = tab.open('room', { indexedDB: silent });
    tab.clock.advance(5_000);
    await opening;
    expect(tab.troubles).toEqual([words('its database does not answer')]);
  });

  test('because another tab holds an older database open that does not yield', async () => {
    const browser = new TestBrowser();
    const older = await rawOpen(browser.indexedDB, 1);
    const opening = openDatabase({ indexedDB: newer(browser.indexedDB), clock: new ManualClock() }, () => {});
    expect(await opening).toMatchObject({ ok: false, reason: expect.stringContaining('close that tab') });
    // The browser opens it after all; nobody must be kept out by that.
    older.close();
    (await rawOpen(browser.indexedDB, 3)).close();
  });

  test('because a newer version of the page was here', async () => {
    const browser = new TestBrowser();
    (await rawOpen(browser.indexedDB, 99)).close();
    const tab = await browser.tab().open();
    expect(tab.troubles).toEqual([words('a newer version of this page was opened here before: reload this one')]);
  });

  test('because the database cannot be read: queues are left to other tabs', async () => {
    const browser = new TestBrowser();
    const writer = await browser.tab().open();
    writer.copy.queued(own, { seq: 1, ops });
    await writer.copy.idle();
    writer.crash();
    const { locks } = browser.locks.forTab();
    const tab = browser.tab();
    await tab.open('room', {
      locks: {
        tryHold: async (name) => {
          const letGo = await locks.tryHold(name);
          tab.factory.die();
          return letGo;
        },
      },
    });
    expect(tab.kept).toEqual({ tail: [], queues: [] });
    expect(tab.troubles).toEqual([words('The tab is gone.')]);
    expect((await browser.tab().open()).kept.queues).toEqual([queue(own, 1)]);
  });
});

describe('a browser that is full', () => {
  test('says so once; when there is room again all is kept, as it is by then', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(base(0));
    tab.copy.queued(own, { seq: 1, ops });
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.queued(own, { seq: 2, ops });
    await tab.copy.idle();
    expect(tab.troubles).toEqual([words('its storage is full')]);
    expect(tab.keeping).toEqual([false]);

    tab.factory.full = false;
    tab.copy.confirmed('e', [logged(1, other, 1)], [{ clientId: own, seq: 1 }]);
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false]);
    tab.clock.advance(5_000);
    tab.confirmed = base(2);
    tab.waiting = [queue(own, 2, 3, 4)];
    tab.copy.queued(own, { seq: 4, ops });
    await tab.copy.idle();
    tab.copy.confirmed('e', [logged(3, own, 2)], [{ clientId: own, seq: 2 }]);
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false, true]);
    expect(tab.troubles).toHaveLength(1);
    expect((await tab.reopened()).kept).toEqual({
      base: base(2),
      tail: [logged(3, own, 2)],
      queues: [queue(own, 3, 4)],
    });
  });

  test('is tried again less and less often', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.factory.full = true;
    let tries = 0;
    const edit = async () => {
      const waiting = { ...queue(own, 1) };
      Object.defineProperty(tab, 'waiting', {
        get: () => {
          tries += 1;
          return [waiting];
        },
      });
      tab.copy.queued(own, { seq: 1, ops });
      await tab.copy.idle();
    };
    await edit();
    const triedAfter: boolean[] = [];
    for (const wait of [4_000, 1_000, 9_000, 1_000, 19_000, 1_000]) {
      tab.clock.advance(wait);
      const before = tries;
      await edit();
      triedAfter.push(tries > before);
    }
    expect(triedAfter).toEqual([false, true, false, true, false, true]);
    expect(tab.keeping).toEqual([false]);
  });

  test('a queue that nothing waits in any more is not there when there is room again', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, { seq: 1, ops });
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.requeued({ clientId: own, patches: [] });
    tab.copy.requeued(queue(other, 1));
    await tab.copy.idle();
    tab.factory.full = false;
    tab.clock.advance(5_000);
    tab.waiting = [queue(other, 1)];
    tab.copy.confirmed('e', [], []);
    await tab.copy.idle();
    expect((await browser.stored('queue')).map(({ key }) => key)).toEqual([['room', other, 1]]);
    expect(browser.locks.held).toEqual([`kumiko/room/${other}`]);
  });

  test('while the first attempt fails, patches of the next turn are not kept without it', async () => {
    const tab = await new TestBrowser().tab().open();
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.queued(own, { seq: 1, ops });
    await Promise.resolve().then(() => Promise.resolve());
    tab.copy.queued(own, { seq: 2, ops });
    await tab.copy.idle();
    tab.factory.full = false;
    expect((await tab.reopened()).kept.queues).toEqual([]);
  });
});

describe('a connection that is closed from outside', () => {
  test('for a newer version of the page: yields, says so, and is not opened again', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    (await rawOpen(browser.indexedDB, 99)).close();
    const reason = 'a newer version of this page was opened in another tab: reload this one';
    expect(tab.troubles).toEqual([words(reason)]);
    expect(tab.keeping).toEqual([false]);
    tab.clock.advance(5_000);
    tab.copy.queued(own, { seq: 1, ops });
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false]);
  });

  test('with all that was kept: all is written again', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, { seq: 1, ops });
    await tab.copy.idle();
    await new Promise((resolve) => {
      browser.indexedDB.deleteDatabase('kumiko').onsuccess = resolve;
    });
    expect(tab.keeping).toEqual([false]);
    tab.clock.advance(5_000);
    tab.confirmed = base(7);
    tab.waiting = [queue(own, 1, 2)];
    tab.copy.queued(own, { seq: 2, ops });
    expect((await tab.reopened()).kept).toEqual({ base: base(7), tail: [], queues: [queue(own, 1, 2)] });
  });
});

describe('what cannot be read back', () => {
  async function browserWithRoom() {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.replaced(base(0));
    tab.copy.confirmed('e', [logged(1, other, 1), logged(2, other, 2), logged(3, other, 3)], []);
    for (const seq of [1, 2, 3]) tab.copy.queued(own, { seq, ops });
    await tab.copy.idle();
    tab.crash();
    return browser;
  }

  test('a patch of the log: the tail ends before it', async () => {
    const browser = await browserWithRoom();
    await browser.spoil('tail', ['room', 'e', 2], '{"serverVersion":2}');
    expect((await browser.tab().open()).kept.tail).toEqual([logged(1, other, 1)]);
  });

  test('a patch of the log under another version', async () => {
    const browser = await browserWithRoom();
    await browser.spoil('tail', ['room', 'e', 2], JSON.stringify(logged(3, other, 3)));
    expect((await browser.tab().open()).kept.tail).toEqual([logged(1, other, 1)]);
  });

  test('a base: nothing of the log is kept, and all that waits', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.replaced(base(4));
    tab.copy.confirmed('e', [logged(5, other, 1)], []);
    tab.copy.queued(own, { seq: 1, ops });
    await tab.copy.idle();
    await browser.spoil('base', ['room', 'e', 4], '{}');
    const next = await tab.reopened();
    expect(next.kept).toEqual({ tail: [], queues: [queue(own, 1)] });
    expect(next.troubles).toEqual([]);
  });

  test('a queued patch: it and those after it are set aside in words, once, and not deleted', async () => {
    const browser = await browserWithRoom();
    await browser.spoil('queue', ['room', own, 2], '[{"op":"paint_node"}]');
    const tab = await browser.tab().open();
    expect(tab.kept.queues).toEqual([queue(own, 1)]);
    expect(tab.troubles).toHaveLength(1);
    expect(tab.troubles[0]).toMatch(
      /^2 changes that were made in this browser .* cannot be read back \(.+\)\. They are set aside/,
    );
    expect((await browser.stored('aside')).map(({ value }) => value)).toEqual([
      { room: 'room', clientId: own, seq: 2, ops: '[{"op":"paint_node"}]' },
      { room: 'room', clientId: own, seq: 3, ops: JSON.stringify(ops) },
    ]);
    const next = await tab.reopened();
    expect(next.kept.queues).toEqual([queue(own, 1)]);
    expect(next.troubles).toEqual([]);
  });

  test('a whole queue that is left behind: it is not handed over, and let go', async () => {
    const browser = await browserWithRoom();
    const tab = await browser.tab().open('another room');
    await browser.spoil('queue', ['another room', other, 1], { not: 'text' });
    tab.copy.look();
    await tab.copy.idle();
    expect(tab.orphans).toEqual([]);
    expect(tab.troubles[0]).toMatch(/^1 change that was made/);
    expect(browser.locks.held).toEqual([]);
  });

  test('a queue that cannot even be set aside: it stays, and is left to another tab', async () => {
    const browser = await browserWithRoom();
    await browser.spoil('queue', ['room', own, 2], 'not JSON');
    const tab = browser.tab();
    tab.factory.full = true;
    await tab.open();
    expect(tab.troubles).toEqual([words('its storage is full')]);
    expect((await browser.stored('queue')).map(({ key }) => key)).toHaveLength(3);
    expect((await browser.tab().open()).kept.queues).toEqual([queue(own, 1)]);
  });
});

/** Opens the database at some version, as another version of the page might, and does not yield it. */
function rawOpen(factory: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('kumiko', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens the next version of everything, as the next version of the page will. */
function newer(factory: IDBFactory): IDBFactory {
  return Object.assign(new IDBFactory(), { open: (name: string) => factory.open(name, 2) });
}
