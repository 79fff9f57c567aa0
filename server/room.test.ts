/** A room on a real database file: order, exactly once, and nothing told that is not stored. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DamagedRoomError } from './load-room';
import type { Rooms } from './rooms';
import { closeDatabase, openDatabase } from './storage/sqlite-open';
import { sqliteStorage } from './storage/sqlite-storage';
import type { Storage } from './storage/storage';
import { FakeMember } from './testing/fake-member';
import { clientNo, nodeNo } from './testing/ids';
import { createNode, deleteNode, schemaOps, setName, setTitle } from './testing/ops';
import { tempDir } from './testing/temp-dir';
import { testRooms } from './testing/test-rooms';

function sqlite(dir = tempDir()): Storage {
  const storage = sqliteStorage(openDatabase(dir));
  onTestFinished(() => storage.close());
  return storage;
}

/** Two clients in a room of three versions: the schema and two nodes, by a third client. */
function scene(storage = sqlite()) {
  const { rooms, problems } = testRooms(storage);
  const id = rooms.create();
  const founder = new FakeMember(clientNo(9)).join(rooms, id);
  founder.submit(1, schemaOps);
  founder.submit(2, [createNode(1)]);
  founder.submit(3, [createNode(2)]);
  rooms.flush();
  founder.leave();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  const bob = new FakeMember(clientNo(2)).join(rooms, id);
  ann.take();
  bob.take();
  return { rooms, problems, id, ann, bob, storage };
}

const ack = (seq: number, serverVersion: number) => ({ type: 'ack', seq, serverVersion, skipped: [] });

describe('order', () => {
  test('L5: each gets one frame a commit: acks of their own and others’ patches, in the order of versions', () => {
    const { rooms, ann, bob } = scene();
    ann.submit(1, [setName(1, 'a1')]);
    bob.submit(1, [setName(1, 'b1')]);
    bob.submit(2, [setName(2, 'b2')]);
    ann.submit(2, [setName(2, 'a2')]);
    rooms.flush();
    expect(ann.frames).toEqual([
      [
        ack(1, 4),
        {
          type: 'patch_broadcast',
          patches: [
            { serverVersion: 5, clientId: bob.clientId, seq: 1, ops: [setName(1, 'b1')] },
            { serverVersion: 6, clientId: bob.clientId, seq: 2, ops: [setName(2, 'b2')] },
          ],
        },
        ack(2, 7),
      ],
    ]);
    expect(bob.frames).toHaveLength(1);
    expect(bob.take().map(({ type }) => type)).toEqual(['patch_broadcast', 'ack', 'ack', 'patch_broadcast']);
  });

  test('L2: nobody is told anything before it is stored', () => {
    const { rooms, ann, bob, storage, id } = scene();
    ann.submit(1, [setName(1, 'a')]);
    expect([...ann.frames, ...bob.frames]).toEqual([]);
    expect(storage.patchesAfter(id, 3)).toEqual([]);
    rooms.flush();
    expect(ann.frames).toHaveLength(1);
    expect(storage.patchesAfter(id, 3)).toHaveLength(1);
  });

  test('A2: an op whose target is gone is skipped, and its author is told', () => {
    const { rooms, ann, bob } = scene();
    ann.submit(1, [deleteNode(1)]);
    bob.submit(1, [setName(1, 'late'), setName(2, 'fine')]);
    rooms.flush();
    expect(bob.take().at(-1)).toEqual({
      type: 'ack',
      seq: 1,
      serverVersion: 5,
      skipped: [{ op: 0, reason: 'node_gone' }],
    });
  });

  test('A1: a patch that is wrong in one op changes nothing, takes no version, and others never hear of it', () => {
    const { rooms, ann, bob, id, storage } = scene();
    ann.submit(1, [setName(1, 'half'), { op: 'set_property', on: 'node', id: nodeNo(1), key: 'age', value: 'old' }]);
    ann.submit(2, [setName(2, 'next')]);
    rooms.flush();
    expect(ann.take()).toEqual([
      { type: 'nack', seq: 1, code: 'WRONG_TYPE', reason: expect.stringContaining('whole number') },
      ack(2, 4),
    ]);
    expect(bob.take()).toHaveLength(1);
    expect(storage.patchesAfter(id, 3)).toHaveLength(1);
  });

  test('W3, L4: a patch whose ops are none is refused with a reason, and the next seq is expected', () => {
    const { rooms, ann } = scene();
    ann.submit(1, [{ op: 'explode' }]);
    ann.submit(2, 'not even a list');
    ann.submit(3, []);
    ann.submit(4, [setName(1, 'fine')]);
    rooms.flush();
    const told = ann.take();
    expect(told.slice(0, 3)).toEqual(
      [1, 2, 3].map((seq) => ({ type: 'nack', seq, code: 'BAD_PATCH', reason: expect.stringMatching(/./) })),
    );
    expect(told[3]).toEqual(ack(4, 4));
  });
});

describe('exactly once', () => {
  test('L3: a patch that comes again gets its first answer and has no effect, in the same commit or later', () => {
    const { rooms, ann, bob, id, storage } = scene();
    ann.submit(1, [setName(1, 'a')]);
    ann.submit(1, [setName(1, 'something else')]);
    rooms.flush();
    expect(ann.take()).toEqual([ack(1, 4), ack(1, 4)]);
    ann.submit(1, [setName(1, 'a')]);
    rooms.flush();
    expect(ann.take()).toEqual([ack(1, 4)]);
    expect(bob.take()).toHaveLength(1);
    expect(storage.patchesAfter(id, 3)).toHaveLength(1);
  });

  test('L4: a refused patch stays refused with the same words, even when it would now be accepted', () => {
    const dir = tempDir();
    const first = scene(sqlite(dir));
    first.ann.submit(1, [{ ...createNode(3), label: 'City' }]);
    first.ann.submit(2, 'nonsense');
    first.bob.submit(1, [{ op: 'create_label', label: 'City', properties: {} }]);
    first.rooms.flush();
    const [refusal, malformed] = first.ann.take();
    expect(refusal).toMatchObject({ type: 'nack', seq: 1, code: 'NO_SUCH_LABEL' });
    first.storage.close();

    const { rooms } = testRooms(sqlite(dir));
    const ann = new FakeMember(first.ann.clientId).join(rooms, first.id);
    expect(ann.take()[0]).toMatchObject({ type: 'welcome', serverVersion: 4, lastSeqs: { [ann.clientId]: 2 } });
    ann.submit(1, [createNode(3)]);
    ann.submit(2, [createNode(3)]);
    rooms.flush();
    expect(ann.take()).toEqual([refusal, malformed]);
  });

  test('L4: a patch that comes too early is sent back without being consumed', () => {
    const { rooms, ann } = scene();
    ann.submit(2, [setName(1, 'second')]);
    ann.submit(1, [setName(1, 'first')]);
    ann.submit(2, [setName(1, 'second')]);
    rooms.flush();
    expect(ann.take()).toEqual([
      {
        type: 'nack',
        seq: 2,
        code: 'OUT_OF_ORDER',
        reason: 'Patch 1 has to come before patch 2.',
        retryable: true,
      },
      ack(1, 4),
      ack(2, 5),
    ]);
  });

  test('a second connection of a client takes over from the first, where the first has got to', () => {
    const { rooms, ann, id } = scene();
    ann.submit(1, [setName(1, 'a')]);
    const again = new FakeMember(ann.clientId).join(rooms, id);
    expect(ann.take()).toEqual([ack(1, 4), expect.objectContaining({ type: 'error' })]);
    expect(ann.closedWith).toBe(4400);
    expect(again.take()[0]).toMatchObject({ type: 'welcome', lastSeqs: { [ann.clientId]: 1 }, serverVersion: 4 });
    ann.submit(2, [setName(1, 'from the dead')]);
    ann.leave();
    again.submit(2, [setName(1, 'b')]);
    rooms.flush();
    expect(again.take()).toEqual([ack(2, 5)]);
    expect(ann.take()).toEqual([]);
  });
});

describe('when the disk fails', () => {
  /** Makes the real database refuse any commit that has "boom" in it. */
  function explosive(dir: string): Storage {
    const db = openDatabase(dir);
    db.exec(`CREATE TRIGGER bomb BEFORE INSERT ON patch WHEN new.ops LIKE '%boom%'
             BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
    closeDatabase(db);
    return sqlite(dir);
  }

  test('L6: nothing of the commit is acknowledged, and everyone is asked to come again', () => {
    const { rooms, ann, bob, problems, storage, id } = scene(explosive(tempDir()));
    bob.submit(1, [setName(2, 'harmless')]);
    ann.submit(1, [setName(1, 'boom')]);
    rooms.flush();
    for (const member of [ann, bob]) {
      expect(member.take()).toEqual([expect.objectContaining({ type: 'error', code: 'UNAVAILABLE' })]);
      expect(member.closedWith).toBe(1013);
    }
    expect(problems).toHaveLength(1);
    expect(storage.patchesAfter(id, 3)).toEqual([]);
    expect(storage.lastSeq(id, bob.clientId)).toBe(0);
  });

  test('L6: the room is then loaded from the disk, and what was lost can be sent again', () => {
    const { rooms, ann, bob, id } = scene(explosive(tempDir()));
    bob.submit(1, [setName(2, 'harmless')]);
    ann.submit(1, [setName(1, 'boom')]);
    rooms.flush();
    const back = new FakeMember(bob.clientId).join(rooms, id);
    expect(back.take()[0]).toMatchObject({ type: 'welcome', serverVersion: 3, lastSeqs: { [back.clientId]: 0 } });
    back.submit(1, [setName(2, 'harmless')]);
    rooms.flush();
    expect(back.take()).toEqual([ack(1, 4)]);
  });

  test('L8: a client that cannot be brought up to date is not left in the room', () => {
    const storage = sqlite();
    let isBroken = false;
    const { rooms, ann, bob, id } = scene({
      ...storage,
      authors(room, clientIds) {
        if (isBroken) throw new Error('disk I/O error');
        return storage.authors(room, clientIds);
      },
    });
    const cat = new FakeMember(clientNo(3));
    isBroken = true;
    expect(() => cat.join(rooms, id)).toThrow('disk I/O error');
    isBroken = false;
    ann.submit(1, [setName(1, 'Ann')]);
    rooms.flush();
    expect(cat.take()).toEqual([]);
    ann.leave();
    bob.leave();
    expect(rooms.get(id)?.isIdle).toBe(true);
  });

  test('rooms that had nothing in the commit do not notice', () => {
    const { rooms, ann } = scene(explosive(tempDir()));
    const other = rooms.create();
    const cat = new FakeMember(clientNo(3)).join(rooms, other);
    cat.take();
    ann.submit(1, [setName(1, 'boom')]);
    rooms.flush();
    cat.submit(1, [setTitle('Elsewhere')]);
    rooms.flush();
    expect(cat.take()).toEqual([ack(1, 1)]);
  });
});

describe('a damaged room', () => {
  const damage = (sql: string) => {
    const dir = tempDir();
    const first = scene(sqlite(dir));
    first.storage.close();
    const db = new DatabaseSync(join(dir, 'kumiko.db'));
    db.exec(sql);
    db.close();
    return { rooms: testRooms(sqlite(dir)).rooms, id: first.id };
  };
  const open =
    ({ rooms, id }: { rooms: Rooms; id: string }) =>
    () =>
      rooms.get(id);

  test('L7: with a gap in its log is not opened', () => {
    expect(open(damage('DELETE FROM patch WHERE version = 2'))).toThrow(DamagedRoomError);
  });

  test('L7: with a patch that is none is not opened', () => {
    expect(open(damage(`UPDATE patch SET ops = '[{}]' WHERE version = 2`))).toThrow(DamagedRoomError);
    expect(open(damage(`UPDATE patch SET ops = '{' WHERE version = 2`))).toThrow(DamagedRoomError);
  });

  test('L7: with a patch that is refused is not opened', () => {
    const wrong = JSON.stringify([{ ...createNode(1), label: 'City' }]);
    expect(open(damage(`UPDATE patch SET ops = '${wrong}' WHERE version = 2`))).toThrow(DamagedRoomError);
  });

  test('L7: with a snapshot that is none is not opened', () => {
    const sql = `INSERT INTO snapshot SELECT room, version, 0, x'0badc0de' FROM patch WHERE version = 3`;
    expect(open(damage(sql))).toThrow(DamagedRoomError);
  });
});

test('a room that nobody is in is forgotten after a while, and loaded again when someone comes', () => {
  let now = 0;
  const storage = sqlite();
  const { rooms } = testRooms(storage, { now: () => now, idleTime: 1_000 });
  const id = rooms.create();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  ann.submit(1, [setTitle('Kept')]);
  rooms.flush();
  now = 5_000;
  rooms.evictIdle();
  expect(rooms.size).toBe(1);
  ann.leave();
  now = 5_999;
  rooms.evictIdle();
  expect(rooms.size).toBe(1);
  now = 6_000;
  rooms.evictIdle();
  expect(rooms.size).toBe(0);
  expect(rooms.get(id)?.title).toBe('Kept');
});
