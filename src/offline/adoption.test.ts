import { setImmediate as nextTask } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { LIMITS } from '../shared/limits';
import type { PatchQueue } from './room-copy';
import { logged, patchOf, queueOf, TestBrowser } from './testing/test-browser';

const [own, other, third] = [testClientId(1), testClientId(2), testClientId(3)];

describe('queues', () => {
  test('patches that wait are flushed to the disk; what the server has need not be', async () => {
    const tab = await new TestBrowser().tab().open();
    await tab.copy.idle();
    tab.factory.durabilities.length = 0;
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.copy.confirmed('e', [logged(1, own, 1)], [{ clientId: own, seq: 1 }]);
    await tab.copy.idle();
    expect(tab.factory.durabilities).toEqual(['strict', 'relaxed']);
  });

  test('a queue that was replaced is what it was replaced by', async () => {
    const tab = await new TestBrowser().tab().open();
    for (const seq of [1, 2, 3]) tab.copy.queued(own, patchOf(seq));
    tab.copy.requeued(queueOf(own, 2, 3));
    expect((await tab.reopened()).kept.queues).toEqual([queueOf(own, 2, 3)]);
  });

  test('of tabs that open at once, one adopts each queue', async () => {
    const shape = {
      queues: fc.integer({ min: 1, max: 4 }),
      delays: fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(shape), async ({ queues, delays }) => {
        const left = Array.from({ length: queues }, (_, n) => queueOf(testClientId(n + 1), 1, 2));
        const browser = new TestBrowser();
        await browser.leave(left);
        const tabs = await Promise.all(
          delays.map(async (tasks) => {
            for (let n = 0; n < tasks; n++) await nextTask();
            return browser.tab().open();
          }),
        );
        const adopted = tabs.flatMap(({ kept }) => kept.queues);
        expect(adopted.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))).toEqual(left);
      }),
      { numRuns: 40 },
    );
  });

  test('a queue is not adopted while its tab lives', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    expect((await browser.tab().open()).kept.queues).toEqual([]);
  });

  test('the name is held before the first patch can be seen by another tab', async () => {
    const browser = new TestBrowser();
    const { locks } = browser.locks.forTab();
    const seen: unknown[] = [];
    const tab = await browser.tab().open('room', {
      locks: {
        tryHold: async (name) => {
          for (let n = 0; n < 20; n++) await nextTask();
          seen.push(...(await browser.stored('queue')));
          return locks.tryHold(name);
        },
      },
    });
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    expect(seen).toEqual([]);
    expect(browser.locks.held).toEqual([`kumiko/room/${own}`]);
  });

  test('a new own name is held as well, and the old one is let go once nothing waits under it', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(5));
    await tab.copy.idle();
    tab.copy.requeued({ clientId: own, patches: [] });
    tab.copy.requeued(queueOf(other, 1));
    await tab.copy.idle();
    expect(browser.locks.held).toEqual([`kumiko/room/${other}`]);
  });

  test('the own name is held though its queue is empty; that of an adopted queue is let go', async () => {
    const browser = new TestBrowser();
    await browser.leave([queueOf(other, 1)]);
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    expect(browser.locks.held).toEqual([`kumiko/room/${own}`, `kumiko/room/${other}`]);
    for (const clientId of [own, other]) tab.copy.confirmed('e', [], [{ clientId, seq: 1 }]);
    await tab.copy.idle();
    expect(browser.locks.held).toEqual([`kumiko/room/${own}`]);
  });

  test.each([
    ['after a while', (tab: ReturnType<TestBrowser['tab']>) => tab.clock.advance(5_000)],
    ['when the tab comes to the front', (tab: ReturnType<TestBrowser['tab']>) => tab.copy.look()],
  ])('what a closed tab leaves is handed over %s, once', async (_, look) => {
    const browser = new TestBrowser();
    const [closing, staying, bystander] = [browser.tab(), await browser.tab().open(), await browser.tab().open()];
    await closing.open();
    closing.copy.queued(own, patchOf(1));
    closing.copy.queued(own, patchOf(2));
    await closing.copy.idle();
    look(staying);
    await staying.copy.idle();
    expect(staying.orphans).toEqual([]);
    closing.copy.close();
    await closing.copy.idle();
    for (let times = 0; times < 2; times++) {
      for (const tab of [staying, bystander]) {
        look(tab);
        await tab.copy.idle();
      }
    }
    expect(staying.orphans).toEqual([queueOf(own, 1, 2)]);
    expect(bystander.orphans).toEqual([]);
  });

  test('a tab that is closed writes what it was told before it lets go', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.copy.queued(own, patchOf(2));
    tab.copy.close();
    tab.copy.queued(own, patchOf(3));
    let seen: PatchQueue[] = [];
    for (let n = 0; n < 50 && seen.length === 0; n++) {
      const next = await browser.tab().open();
      seen = [...next.kept.queues];
      next.crash();
    }
    expect(seen).toEqual([queueOf(own, 1, 2)]);
    expect(tab.clock.waiting).toBe(0);
    expect(tab.keeping).toEqual([]);
  });

  test('a tab adopts no more than one connection may speak for, and the rest when there is room', async () => {
    const count = LIMITS.adoptedClients + 3;
    const writer = await new TestBrowser().tab().open();
    const ids = Array.from({ length: count }, (_, n) => testClientId(n + 1));
    for (const clientId of ids) writer.copy.requeued(queueOf(clientId, 1));
    const tab = await writer.reopened();
    expect(tab.kept.queues).toHaveLength(LIMITS.adoptedClients);
    const settled = tab.kept.queues.map(({ clientId }) => ({ clientId, seq: 1 }));
    tab.copy.confirmed('e', [], settled);
    tab.copy.look();
    await tab.copy.idle();
    expect(tab.orphans.map(({ clientId }) => clientId)).toEqual(ids.slice(LIMITS.adoptedClients));
  });

  test('a queue that was sent while it was being adopted is not handed over', async () => {
    const browser = new TestBrowser();
    await browser.leave([queueOf(third, 1)]);
    const { locks } = browser.locks.forTab();
    const tab = await browser.tab().open('room', {
      locks: {
        tryHold: async (name) => {
          const faster = await browser.tab().open();
          faster.copy.confirmed('e', [], [{ clientId: third, seq: 1 }]);
          faster.copy.close();
          await faster.copy.idle();
          return locks.tryHold(name);
        },
      },
    });
    expect(tab.kept.queues).toEqual([]);
    expect(browser.locks.held).toEqual([]);
  });
});
