import { describe, expect, test } from 'vitest';
import { Graph } from '../shared/graph/graph';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { toSnapshot } from '../shared/graph/snapshot';
import { confirmedAt, logged, patchOf, queueOf, TestBrowser } from './testing/test-browser';

const [own, other] = [testClientId(1), testClientId(2)];

describe('what is read back', () => {
  test('is nothing in a browser that was never here', async () => {
    const tab = await new TestBrowser().tab().open();
    expect(tab.kept).toEqual({ tail: [], queues: [] });
    expect(tab.troubles).toEqual([]);
  });

  test('is the base, the tail after it and the queue', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(confirmedAt(4));
    tab.copy.confirmed('e', [logged(5, other, 1), logged(6, other, 2)], []);
    tab.copy.queued(own, patchOf(1));
    tab.copy.queued(own, patchOf(2));
    const { kept } = await tab.reopened();
    expect(kept).toEqual({
      base: confirmedAt(4),
      tail: [logged(5, other, 1), logged(6, other, 2)],
      queues: [queueOf(own, 1, 2)],
    });
  });

  test('is of this room alone', async () => {
    const tab = await new TestBrowser().tab().open('room');
    tab.copy.replaced(confirmedAt(0));
    tab.copy.confirmed('e', [logged(1, other, 1)], []);
    tab.copy.queued(own, patchOf(1));
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
    tab.copy.replaced(confirmedAt(4));
    tab.copy.confirmed('e', [logged(5, other, 1), logged(7, other, 3)], []);
    tab.copy.confirmed('a', [logged(5, other, 1), logged(6, other, 1)], []);
    tab.copy.confirmed('z', [logged(6, other, 1)], []);
    expect((await tab.reopened()).kept.tail).toEqual([logged(5, other, 1)]);
  });

  test('has nothing of the log from before the graph was taken anew, but all that waits', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.replaced(confirmedAt(4));
    tab.copy.confirmed('e', [logged(5, other, 1)], []);
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    tab.copy.replaced(confirmedAt(2, 'f'));
    await tab.copy.idle();
    expect(await browser.stored('tail')).toEqual([]);
    expect((await tab.reopened()).kept).toEqual({ base: confirmedAt(2, 'f'), tail: [], queues: [queueOf(own, 1)] });
  });

  test('has a settled patch in the log, or nowhere when it was refused', async () => {
    const tab = await new TestBrowser().tab().open();
    tab.copy.replaced(confirmedAt(0));
    for (const seq of [1, 2, 3]) tab.copy.queued(own, patchOf(seq));
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
    expect(kept.queues).toEqual([queueOf(own, 3)]);
  });

  test('has a patch once that another tab saw accepted after its own tab was gone', async () => {
    const browser = new TestBrowser();
    await browser.leave([queueOf(own, 1, 2)]);
    const witness = await browser.tab().open('room', { locks: { tryHold: async () => undefined } });
    witness.copy.replaced(confirmedAt(0));
    witness.copy.confirmed('e', [logged(1, own, 1)], []);
    const tab = await witness.reopened();
    expect(tab.kept.tail).toEqual([logged(1, own, 1)]);
    expect(tab.kept.queues).toEqual([queueOf(own, 2)]);
    await tab.copy.idle();
    expect((await browser.stored('queue')).map(({ key }) => key)).toEqual([['room', own, 2]]);
  });

  test('is the same whichever of two tabs wrote the log', async () => {
    const browser = new TestBrowser();
    const [first, second] = [await browser.tab().open(), await browser.tab().open()];
    first.copy.replaced(confirmedAt(0));
    await first.copy.idle();
    const log = [logged(1, other, 1), logged(2, other, 2), logged(3, other, 3)];
    first.copy.confirmed('e', log.slice(0, 2), []);
    second.copy.confirmed('e', log.slice(0, 1), []);
    second.copy.confirmed('e', log.slice(1, 3), []);
    await first.copy.idle();
    expect((await second.reopened()).kept.tail).toEqual(log);
  });
});
