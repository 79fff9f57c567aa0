import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { ManualClock } from '../shared/testing/manual-clock';
import { openDatabase } from './database';
import { confirmedAt, logged, patchOf, queueOf, TestBrowser } from './testing/test-browser';

const [own, other] = [testClientId(1), testClientId(2)];
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
    tab.copy.queued(own, patchOf(1));
    tab.copy.requeued(queueOf(own, 1));
    tab.copy.confirmed('e', [], []);
    tab.copy.replaced(confirmedAt(0));
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
    const gone: string[] = [];
    const ports = { indexedDB: newer(browser.indexedDB), clock: new ManualClock() };
    const opening = openDatabase(ports, (reason) => gone.push(reason));
    expect(await opening).toMatchObject({ ok: false, reason: expect.stringContaining('close that tab') });
    // The browser opens it after all; nobody must be kept out by that.
    older.close();
    (await rawOpen(browser.indexedDB, 3)).close();
    expect(gone).toEqual([]);
  });

  test('because a newer version of the page was here', async () => {
    const browser = new TestBrowser();
    (await rawOpen(browser.indexedDB, 99)).close();
    const tab = await browser.tab().open();
    expect(tab.troubles).toEqual([words('a newer version of this page was opened here before: reload this one')]);
  });

  test('because its database is not ours', async () => {
    const browser = new TestBrowser();
    (await rawOpen(browser.indexedDB, 1)).close();
    const tab = await browser.tab().open();
    expect(tab.troubles).toEqual([words('its database is not one that this page can use')]);
  });

  test('because the database cannot be read: queues are left to other tabs', async () => {
    const browser = new TestBrowser();
    const writer = await browser.tab().open();
    writer.copy.queued(own, patchOf(1));
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
    expect((await browser.tab().open()).kept.queues).toEqual([queueOf(own, 1)]);
  });
});

describe('a browser that is full', () => {
  test('says so once; when there is room again all is kept, as it is by then', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(confirmedAt(0));
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.queued(own, patchOf(2));
    await tab.copy.idle();
    expect(tab.troubles).toEqual([words('its storage is full')]);
    expect(tab.keeping).toEqual([false]);

    tab.factory.full = false;
    tab.copy.confirmed('e', [logged(1, other, 1)], [{ clientId: own, seq: 1 }]);
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false]);
    tab.clock.advance(5_000);
    tab.confirmed = confirmedAt(2);
    tab.waiting = [queueOf(own, 2, 3, 4)];
    tab.copy.queued(own, patchOf(4));
    await tab.copy.idle();
    tab.copy.confirmed('e', [logged(3, own, 2)], [{ clientId: own, seq: 2 }]);
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false, true]);
    expect(tab.troubles).toHaveLength(1);
    expect((await tab.reopened()).kept).toEqual({
      base: confirmedAt(2),
      tail: [logged(3, own, 2)],
      queues: [queueOf(own, 3, 4)],
    });
  });

  test('is tried again less and less often', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.factory.full = true;
    let tries = 0;
    const edit = async () => {
      const waiting = { ...queueOf(own, 1) };
      Object.defineProperty(tab, 'waiting', {
        get: () => {
          tries += 1;
          return [waiting];
        },
      });
      tab.copy.queued(own, patchOf(1));
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
    expect(tab.troubles).toHaveLength(1);
  });

  test('is tried again as soon as the first time when it fails after it worked', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.waiting = [queueOf(own, 1)];
    for (const full of [true, true, false, true, false]) {
      tab.factory.full = full;
      tab.copy.queued(own, patchOf(1));
      await tab.copy.idle();
      tab.clock.advance(tab.keeping.length === 1 ? 10_000 : 5_000);
    }
    expect(tab.keeping).toEqual([false, true, false, true]);
    expect(tab.troubles).toHaveLength(1);
  });

  test('a queue that nothing waits in any more is not there when there is room again', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.requeued({ clientId: own, patches: [] });
    tab.copy.requeued(queueOf(other, 1));
    await tab.copy.idle();
    tab.factory.full = false;
    tab.clock.advance(5_000);
    tab.waiting = [queueOf(other, 1)];
    tab.copy.confirmed('e', [], []);
    await tab.copy.idle();
    expect((await browser.stored('queue')).map(({ key }) => key)).toEqual([['room', other, 1]]);
    expect(browser.locks.held).toEqual([`kumiko/room/${other}`]);
  });

  test('while the first attempt fails, patches of the next turn are not kept without it', async () => {
    const tab = await new TestBrowser().tab().open();
    await tab.copy.idle();
    tab.factory.full = true;
    tab.copy.queued(own, patchOf(1));
    await Promise.resolve().then(() => Promise.resolve());
    tab.copy.queued(own, patchOf(2));
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
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    expect(tab.keeping).toEqual([false]);
  });

  test('with all that was kept: says so, and all is written again', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.factory.cutOff();
    await new Promise((resolve) => {
      browser.indexedDB.deleteDatabase('kumiko').onsuccess = resolve;
    });
    expect(tab.troubles).toEqual([words('its database was closed or cleared')]);
    expect(tab.keeping).toEqual([false]);
    tab.clock.advance(5_000);
    tab.confirmed = confirmedAt(7);
    tab.waiting = [queueOf(own, 1, 2)];
    tab.copy.queued(own, patchOf(2));
    expect((await tab.reopened()).kept).toEqual({ base: confirmedAt(7), tail: [], queues: [queueOf(own, 1, 2)] });
  });
});

test('a name that another tab has: nothing is kept under it until that tab lets go', async () => {
  const browser = new TestBrowser();
  const letGo = await browser.locks.forTab().locks.tryHold(`kumiko/room/${own}`);
  const tab = await browser.tab().open();
  tab.copy.queued(own, patchOf(1));
  await tab.copy.idle();
  expect(tab.troubles).toEqual([words('another tab makes changes under the same name')]);
  expect(await browser.stored('queue')).toEqual([]);
  letGo?.();
  tab.clock.advance(5_000);
  tab.waiting = [queueOf(own, 1, 2)];
  tab.copy.queued(own, patchOf(2));
  await tab.copy.idle();
  expect(tab.keeping).toEqual([false, true]);
  expect((await tab.reopened()).kept.queues).toEqual([queueOf(own, 1, 2)]);
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
