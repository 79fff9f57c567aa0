/** The sender over a real replica: what it sends, and when. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createNode, deleteNode, schemaOps, setTitle } from '../../server/testing/ops';
import { Replica } from '../replica/replica';
import { LIMITS } from '../shared/limits';
import type { ClientPatch } from '../shared/protocol/client-messages';
import { ManualClock } from '../shared/testing/manual-clock';
import { testClientId } from '../shared/testing/test-client-ids';
import { Sender } from './sender';

const [ME, LEFT, OTHER] = [testClientId(1), testClientId(2), testClientId(3)];
const TITLE = [setTitle('A title')];

let clock: ManualClock;
let replica: Replica;
let sender: Sender;
let mayOrder: boolean;
/** The messages that were not looked at yet. */
let messages: ClientPatch[][];
beforeEach(() => {
  clock = new ManualClock();
  replica = new Replica(ME);
  mayOrder = true;
  messages = [];
  sender = new Sender({
    clock,
    pending: () => replica.pending,
    mayOrder: () => mayOrder,
    messageBytes: () => LIMITS.messageBytes,
    clientId: () => replica.clientId,
    collapse: (isUnsent) => replica.collapse(isUnsent).collapsed,
    send: (patches) => messages.push([...patches]),
  });
});

const edit = (times = 1) => {
  for (let made = 0; made < times; made += 1) replica.submit(TITLE);
};
const connect = (...others: string[]) => sender.start(new Set([ME, ...others]));
/** Who made the patches that were sent since, and their seqs. */
const sent = () =>
  messages
    .splice(0)
    .flat()
    .map(({ clientId = 'me', seq }) => [clientId, seq]);
const seqsSent = () => sent().map(([, seq]) => seq);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The server has taken the first so many patches that are pending. */
function accept(count: number): void {
  const events = replica.pending.slice(0, count).map(({ clientId, seq }, index) => {
    const serverVersion = replica.serverVersion + 1 + index;
    return { type: 'ack', clientId, seq, serverVersion, skipped: [] } as const;
  });
  sender.settled(replica.receive(events).settled.map(({ patch }) => patch));
}

describe('what is sent', () => {
  test('what waits when a connection is there goes at once, in one message; what is made later, at the end of the turn', async () => {
    edit(2);
    sender.schedule();
    await Promise.resolve();
    expect(messages).toEqual([]);
    connect();
    expect(messages.splice(0)).toEqual([
      [
        { seq: 1, ops: TITLE },
        { seq: 2, ops: TITLE },
      ],
    ]);
    for (let made = 0; made < 3; made += 1) {
      edit();
      sender.schedule();
    }
    expect(messages).toEqual([]);
    await Promise.resolve();
    expect(messages.splice(0).map((patches) => patches.map(({ seq }) => seq))).toEqual([[3, 4, 5]]);
  });

  test('500 patches may be on their way; each answer makes room for one', () => {
    edit(1_200);
    connect();
    expect(seqsSent()).toEqual(upTo(500));
    accept(1);
    expect(seqsSent()).toEqual([501]);
    accept(300);
    expect(seqsSent()).toEqual(upTo(801, 502));
    accept(500);
    expect(seqsSent()).toEqual(upTo(1_200, 802));
    accept(399);
    expect(sent()).toEqual([]);
    expect(replica.pending).toEqual([]);
  });

  test('each is sent once on a connection, and once more on the next', async () => {
    edit(2);
    connect();
    sender.schedule();
    await Promise.resolve();
    expect(seqsSent()).toEqual([1, 2]);
    sender.stop();
    edit();
    sender.schedule();
    await Promise.resolve();
    expect(sent()).toEqual([]);
    connect();
    expect(seqsSent()).toEqual([1, 2, 3]);
  });

  test('patches of an adopted client go by its name, in their place, and those of one it does not speak for wait', () => {
    replica.adopt(LEFT, [{ seq: 7, ops: TITLE }]);
    replica.adopt(OTHER, [{ seq: 3, ops: TITLE }]);
    edit();
    connect(LEFT);
    expect(sent()).toEqual([
      [LEFT, 7],
      ['me', 1],
    ]);
    expect(sender.needsAnother).toBe(false);
    accept(1);
    expect(sender.needsAnother).toBe(false);
    const refused = { type: 'nack', clientId: ME, seq: 1, code: 'LIMIT_REACHED', reason: '' } as const;
    sender.settled(replica.receive([refused]).settled.map(({ patch }) => patch));
    expect(replica.pending.map(({ clientId }) => clientId)).toEqual([OTHER]);
    expect(sender.needsAnother).toBe(true);
    sender.stop();
    expect(sender.needsAnother).toBe(false);
  });

  test('no message has more patches than the server takes in one', () => {
    edit(LIMITS.patchesPerMessage + 100);
    connect();
    accept(LIMITS.patchesPerMessage);
    for (const patches of messages) expect(patches.length).toBeLessThanOrEqual(LIMITS.patchesPerMessage);
    expect(messages.flat()).toHaveLength(LIMITS.patchesPerMessage + 100);
  });
});

describe('L10: what the server would not take just now', () => {
  test('is sent again after a while, with all that came after it, of whatever client, and nothing before', async () => {
    edit(2);
    replica.adopt(LEFT, [{ seq: 7, ops: TITLE }]);
    edit(2);
    connect(LEFT);
    expect(sent()).toHaveLength(5);
    sender.refusedForNow(ME, 2);
    edit();
    sender.schedule();
    await Promise.resolve();
    expect(sent()).toEqual([]);
    clock.advance(250);
    expect(sent()).toEqual([
      ['me', 2],
      [LEFT, 7],
      ['me', 3],
      ['me', 4],
      ['me', 5],
    ]);
  });

  test('waits twice as long each time, up to ten seconds; an answer makes the wait short again', () => {
    clock.chance = 0.999_999;
    edit(2);
    connect();
    const waits = () => {
      sender.refusedForNow(ME, replica.pending[0]?.seq ?? 0);
      sent();
      const before = clock.now();
      while (messages.length === 0) clock.advance(1);
      return clock.now() - before;
    };
    expect(Array.from({ length: 8 }, waits)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    accept(1);
    expect([waits(), waits()]).toEqual([250, 500]);
    expect(clock.waiting).toBe(0);
  });

  test('waits half as long at least: tabs that were refused together do not come back together', () => {
    edit();
    connect();
    sent();
    sender.refusedForNow(ME, 1);
    clock.advance(124);
    expect(sent()).toEqual([]);
    clock.advance(1);
    expect(seqsSent()).toEqual([1]);
  });

  test('however many refusals come at once, they are one wait; the earliest patch is the one to begin with', () => {
    edit(5);
    connect();
    sent();
    for (const seq of [3, 4, 2, 5]) sender.refusedForNow(ME, seq);
    expect(clock.waiting).toBe(1);
    clock.advance(250);
    expect(seqsSent()).toEqual([2, 3, 4, 5]);
    sender.refusedForNow(ME, 2);
    clock.advance(249);
    expect(sent()).toEqual([]);
    clock.advance(1);
    expect(seqsSent()).toEqual([2, 3, 4, 5]);
  });

  test('an answer that comes meanwhile does not cut the wait short', () => {
    edit(3);
    connect();
    sent();
    sender.refusedForNow(ME, 2);
    accept(1);
    expect(sent()).toEqual([]);
    clock.advance(250);
    expect(seqsSent()).toEqual([2, 3]);
  });

  test('means nothing where the patch was decided after all', () => {
    edit();
    connect();
    accept(1);
    sender.refusedForNow(ME, 1);
    sender.refusedForNow(OTHER, 1);
    expect(clock.waiting).toBe(0);
  });

  test('is not waited for on a connection that is gone; the next one begins at once', () => {
    edit();
    connect();
    sent();
    sender.refusedForNow(ME, 1);
    sender.stop();
    expect(clock.waiting).toBe(0);
    connect();
    expect(seqsSent()).toEqual([1]);
    clock.advance(60_000);
    expect(sent()).toEqual([]);
  });
});

describe('R7: what came to nothing', () => {
  const begin = () => {
    const patch = { serverVersion: 1, clientId: OTHER, seq: 1, ops: schemaOps };
    replica.receive([{ type: 'patch', patch }]);
  };

  test('is taken out before it is first sent', () => {
    begin();
    for (const ops of [[createNode(1), ...TITLE], [createNode(2)], [deleteNode(1)]]) replica.submit(ops);
    connect();
    expect(messages).toEqual([
      [
        { seq: 1, ops: TITLE },
        { seq: 2, ops: [createNode(2)] },
      ],
    ]);
  });

  test('is told in full once any of it was sent: the server may have it', () => {
    begin();
    replica.submit([createNode(1)]);
    connect();
    sender.stop();
    replica.submit([deleteNode(1)]);
    messages = [];
    connect();
    expect(messages.flat().map(({ ops }) => ops)).toEqual([[createNode(1)], [deleteNode(1)]]);
  });

  test('is taken out of what waits behind what is on its way, too', () => {
    begin();
    edit(500);
    connect();
    sent();
    replica.submit([createNode(1)]);
    replica.submit([deleteNode(1)]);
    edit();
    accept(500);
    expect(sent()).toEqual([['me', 501]]);
    expect(replica.pending.map(({ ops }) => ops)).toEqual([TITLE]);
  });

  test('stays as it is in what an adopted client left: the server may have it', () => {
    begin();
    replica.adopt(LEFT, [
      { seq: 1, ops: [createNode(1)] },
      { seq: 2, ops: [deleteNode(1)] },
    ]);
    connect(LEFT);
    expect(sent()).toEqual([
      [LEFT, 1],
      [LEFT, 2],
    ]);
  });
});

describe('of who may only view', () => {
  test('nothing is sent but what is decided already; what waited goes, in order, once they may edit', () => {
    edit(3);
    connect();
    sender.stop();
    replica.receive([{ type: 'decided', lastSeqs: { [ME]: 1 } }]);
    messages = [];
    mayOrder = false;
    connect();
    expect(seqsSent()).toEqual([1]);
    sender.permitted();
    expect(seqsSent()).toEqual([]);
    mayOrder = true;
    sender.permitted();
    expect(seqsSent()).toEqual([2, 3]);
  });

  test('what was refused for that is sent at once when they may edit again, without the wait there was', () => {
    edit(2);
    connect();
    expect(seqsSent()).toEqual([1, 2]);
    mayOrder = false;
    sender.refusedForNow(ME, 1);
    clock.advance(60_000);
    expect(seqsSent()).toEqual([]);
    mayOrder = true;
    sender.permitted();
    expect(seqsSent()).toEqual([1, 2]);
    sender.refusedForNow(ME, 1);
    sender.permitted();
    expect(seqsSent()).toEqual([1, 2]);
    expect(clock.waiting).toBe(0);
  });

  test('what came to nothing is not taken out before it would be sent: its author may copy it', () => {
    replica.submit([...schemaOps]);
    mayOrder = false;
    connect();
    replica.submit([createNode(1)]);
    replica.submit([deleteNode(1)]);
    sender.schedule();
    expect(replica.pending).toHaveLength(3);
  });
});
