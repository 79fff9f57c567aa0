import { setImmediate as nextTask } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { toSnapshot } from '../shared/graph/snapshot';
import { LIMITS } from '../shared/limits';
import type { PatchQueue } from './room-copy';
import { logged, TestBrowser } from './testing/test-browser';

const [own, other, third] = [testClientId(1), testClientId(2), testClientId(3)];
const titled = (title: string): Op[] => [{ op: 'set_title', title }];
const patch = (seq: number) => ({ seq, ops: titled(`patch ${seq}`) });
const queue = (clientId: string, ...seqs: number[]): PatchQueue => ({ clientId, patches: seqs.map(patch) });
const base = (version: number, roomEpoch = 'e') => ({
  roomEpoch,
  version,
  graph: { title: `at ${version}`, labels: [], edgeTypes: [], nodes: [], edges: [] },
});

/** A browser in which closed tabs left these. */
async function browserWith(queues: readonly PatchQueue[], room = 'room'): Promise<TestBrowser> {
  const browser = new TestBrowser();
  for (const { clientId, patches } of queues) {
    const tab = await browser.tab().open(room);
    for (const each of patches) tab.copy.queued(clientId, each);
    await tab.copy.idle();
    // Tabs that come after adopt what is there already, and leave it, too.
    tab.crash();
  }
  return browser;
}

describe('what is read back', () => {
  test('is nothing in a browser that was never here', async () => {
    const tab = await new TestBrowser().tab().open();
    expect(tab.kept).toEqual({ tail: [], queues: [] });
    expect(tab.troubles).toEqual([]);
  });

  test('is the base, the tail after it and the queue', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(base(4));
    tab.copy.confirmed('e', [logged(5, other, 1), logged(6, other, 2)], []);
    tab.copy.queued(own, patch(1));
    tab.copy.queued(own, patch(2));
    const { kept } = await tab.reopened();
    expect(kept).toEqual({
      base: base(4),
      tail: [logged(5, other, 1), logged(6, other, 2)],
      queues: [queue(own, 1, 2)],
    });
  });

  test('is of this room alone', async () => {
    const tab = await new TestBrowser().tab().open('room');
    tab.copy.replaced(base(0));
    tab.copy.confirmed('e', [logged(1, other, 1)], []);
    tab.copy.queued(own, patch(1));
    expect((await tab.reopened('room 2')).kept).toEqual({ tail: [], queues: [] });
    expect((await tab.reopened('roo')).kept).toEqual({ tail: [], queues: [] });
  });

  test('goes on from the empty graph when the log was kept from its beginning', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.confirmed('e', [logged(1, other, 1), logged(2, other, 2)], []);
    const { kept } = await tab.reopened();
    expect(kept.base).toEqual({ roomEpoch: 'e', version: 0, graph: toSnapshot(new Graph()) });
    expect(kept.tail).toHaveLength(2);
  });

  test.each([
    ['does not begin at 1', ['e', 2]],
    ['is of two logs', ['f', 1]],
  ] as const)('is nothing of a tail without a base that %s', async (_, [epoch, version]) => {
    const tab = await new TestBrowser().tab().open();
    if (epoch === 'f') tab.copy.confirmed('e', [logged(1, other, 1)], []);
    tab.copy.confirmed(epoch, [logged(version, other, 1)], []);
    expect((await tab.reopened()).kept).toEqual({ tail: [], queues: [] });
  });

  test('ends where the tail has a gap, and leaves out another epoch', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(base(4));
    tab.copy.confirmed('e', [logged(5, other, 1), logged(7, other, 3)], []);
    tab.copy.confirmed('a', [logged(5, other, 1), logged(6, other, 1)], []);
    tab.copy.confirmed('z', [logged(6, other, 1)], []);
    expect((await tab.reopened()).kept.tail).toEqual([logged(5, other, 1)]);
  });

  test('has nothing of the log from before the graph was taken anew, but all that waits', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(base(4));
    tab.copy.confirmed('e', [logged(5, other, 1)], []);
    tab.copy.queued(own, patch(1));
    await tab.copy.idle();
    tab.copy.replaced(base(2, 'f'));
    expect((await tab.reopened()).kept).toEqual({ base: base(2, 'f'), tail: [], queues: [queue(own, 1)] });
  });

  test('has a settled patch in the log, or nowhere when it was refused', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(base(0));
    for (const seq of [1, 2, 3]) tab.copy.queued(own, patch(seq));
    tab.copy.confirmed(
      'e',
      [logged(1, own, 1)],
      [
        { clientId: own, seq: 1 },
        { clientId: own, seq: 2 },
      ],
    );
    const { kept } = await tab.reopened();
    expect(kept.tail).toEqual([logged(1, own, 1)]);
    expect(kept.queues).toEqual([queue(own, 3)]);
  });

  test('has a patch once that another tab saw accepted after its own tab was gone', async () => {
    const browser = await browserWith([queue(own, 1, 2)]);
    const witness = await browser.tab().open('room', { locks: { tryHold: async () => undefined } });
    witness.copy.replaced(base(0));
    witness.copy.confirmed('e', [logged(1, own, 1)], []);
    const tab = await witness.reopened();
    expect(tab.kept.tail).toEqual([logged(1, own, 1)]);
    expect(tab.kept.queues).toEqual([queue(own, 2)]);
    await tab.copy.idle();
    expect((await browser.stored('queue')).map(({ key }) => key)).toEqual([['room', own, 2]]);
  });

  test('is the same whichever of two tabs wrote the log', async () => {
    const browser = new TestBrowser();
    const [first, second] = [await browser.tab().open(), await browser.tab().open()];
    first.copy.replaced(base(0));
    await first.copy.idle();
    const log = [logged(1, other, 1), logged(2, other, 2), logged(3, other, 3)];
    first.copy.confirmed('e', log.slice(0, 2), []);
    second.copy.confirmed('e', log.slice(0, 1), []);
    second.copy.confirmed('e', log.slice(1, 3), []);
    await first.copy.idle();
    expect((await second.reopened()).kept.tail).toEqual(log);
  });
});

describe('queues', () => {
  test('a queue that was replaced is what it was replaced by', async () => {
    const tab = await new TestBrowser().tab().open();
    for (const seq of [1, 2, 3]) tab.copy.queued(own, patch(seq));
    tab.copy.requeued(queue(own, 2, 3));
    expect((await tab.reopened()).kept.queues).toEqual([queue(own, 2, 3)]);
  });

  test('of tabs that open at once, one adopts each queue', async () => {
    const shape = {
      queues: fc.integer({ min: 1, max: 4 }),
      delays: fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(shape), async ({ queues, delays }) => {
        const left = Array.from({ length: queues }, (_, n) => queue(testClientId(n + 1), 1, 2));
        const browser = await browserWith(left);
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
    tab.copy.queued(own, patch(1));
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
    tab.copy.queued(own, patch(1));
    await tab.copy.idle();
    expect(seen).toEqual([]);
    expect(browser.locks.held).toEqual([`kumiko/room/${own}`]);
  });

  test('a new own name is held as well, and the old one is let go once nothing waits under it', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patch(5));
    await tab.copy.idle();
    tab.copy.requeued({ clientId: own, patches: [] });
    tab.copy.requeued(queue(other, 1));
    await tab.copy.idle();
    expect(browser.locks.held).toEqual([`kumiko/room/${other}`]);
  });

  test('the own name is held though its queue is empty; that of an adopted queue is let go', async () => {
    const browser = await browserWith([queue(other, 1)]);
    const tab = await browser.tab().open();
    tab.copy.queued(own, patch(1));
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
    const [closing, staying, third] = [browser.tab(), await browser.tab().open(), await browser.tab().open()];
    await closing.open();
    closing.copy.queued(own, patch(1));
    closing.copy.queued(own, patch(2));
    await closing.copy.idle();
    look(staying);
    await staying.copy.idle();
    expect(staying.orphans).toEqual([]);
    closing.copy.close();
    await closing.copy.idle();
    for (let times = 0; times < 2; times++) {
      for (const tab of [staying, third]) look(tab);
      for (const tab of [staying, third]) await tab.copy.idle();
    }
    expect([...staying.orphans, ...third.orphans]).toEqual([queue(own, 1, 2)]);
  });

  test('a tab that is closed writes what it was told before it lets go', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.queued(own, patch(1));
    await tab.copy.idle();
    tab.copy.queued(own, patch(2));
    tab.copy.close();
    tab.copy.queued(own, patch(3));
    let seen: PatchQueue[] = [];
    for (let n = 0; n < 50 && seen.length === 0; n++) {
      const next = await browser.tab().open();
      seen = [...next.kept.queues];
      next.crash();
    }
    expect(seen).toEqual([queue(own, 1, 2)]);
    expect(tab.clock.waiting).toBe(0);
  });

  test('a tab adopts no more than one connection may speak for, and the rest when there is room', async () => {
    const count = LIMITS.adoptedClients + 3;
    const writer = await new TestBrowser().tab().open();
    const ids = Array.from({ length: count }, (_, n) => testClientId(n + 1));
    for (const clientId of ids) writer.copy.requeued(queue(clientId, 1));
    const tab = await writer.reopened();
    expect(tab.kept.queues).toHaveLength(LIMITS.adoptedClients);
    const settled = tab.kept.queues.map(({ clientId }) => ({ clientId, seq: 1 }));
    tab.copy.confirmed('e', [], settled);
    tab.copy.look();
    await tab.copy.idle();
    expect(tab.orphans.map(({ clientId }) => clientId)).toEqual(ids.slice(LIMITS.adoptedClients));
  });

  test('a queue that was sent while it was being adopted is not handed over', async () => {
    const browser = await browserWith([queue(third, 1)]);
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
