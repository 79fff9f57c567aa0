import { describe, expect, test } from 'vitest';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { notKept } from './room-keeper';
import { confirmedAt, logged, patchOf, queueOf, TestBrowser } from './testing/test-browser';

const [own, other] = [testClientId(1), testClientId(2)];

describe('what cannot be read back', () => {
  async function browserWithRoom() {
    const browser = new TestBrowser();
    const tab = await browser.tab().open();
    tab.copy.replaced(confirmedAt(0));
    tab.copy.confirmed('e', [logged(1, other, 1), logged(2, other, 2), logged(3, other, 3)], []);
    for (const seq of [1, 2, 3]) tab.copy.queued(own, patchOf(seq));
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
    tab.copy.replaced(confirmedAt(4));
    tab.copy.confirmed('e', [logged(5, other, 1)], []);
    tab.copy.queued(own, patchOf(1));
    await tab.copy.idle();
    await browser.spoil('base', ['room', 'e', 4], '{}');
    const next = await tab.reopened();
    expect(next.kept).toEqual({ tail: [], queues: [queueOf(own, 1)] });
    expect(next.troubles).toEqual([]);
  });

  test('a queued patch: it and those after it are set aside in words, once, and not deleted', async () => {
    const browser = await browserWithRoom();
    await browser.spoil('queue', ['room', own, 2], '[{"op":"paint_node"}]');
    const tab = await browser.tab().open();
    expect(tab.kept.queues).toEqual([queueOf(own, 1)]);
    expect(tab.troubles).toHaveLength(1);
    expect(tab.troubles[0]).toMatch(
      /^2 changes that were made in this browser .* cannot be read back \(.+\)\. They are set aside/,
    );
    expect((await browser.stored('aside')).map(({ value }) => value)).toEqual([
      { room: 'room', clientId: own, seq: 2, ops: '[{"op":"paint_node"}]' },
      { room: 'room', clientId: own, seq: 3, ops: JSON.stringify(patchOf(3).ops) },
    ]);
    const next = await tab.reopened();
    expect(next.kept.queues).toEqual([queueOf(own, 1)]);
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
    expect(tab.troubles).toEqual([notKept('its storage is full')]);
    expect((await browser.stored('queue')).map(({ key }) => key)).toHaveLength(3);
    expect((await browser.tab().open()).kept.queues).toEqual([queueOf(own, 1)]);
  });

  test('a queue left behind that cannot be set aside: it is left to another tab', async () => {
    const browser = await browserWithRoom();
    const tab = await browser.tab().open('another room');
    await tab.copy.idle();
    await browser.spoil('queue', ['another room', other, 1], 'not JSON');
    tab.factory.full = true;
    tab.copy.look();
    await tab.copy.idle();
    expect(tab.orphans).toEqual([]);
    expect(tab.keeping).toEqual([false]);
    expect(browser.locks.held).toEqual([]);
  });
});
