/** A room whose real database is in real trouble: people are told, nothing acknowledged is lost, and it passes. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { must } from '../src/shared/assert';
import { asKilled, DATABASE, type OpenedStorage, openStorage } from './testing/database-files';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { createNode, schemaOps, setName } from './testing/ops';
import { tempDir } from './testing/temp-dir';
import { testRooms } from './testing/test-rooms';

const ANN = clientNo(1);
const BOB = clientNo(2);

const pageCountRow = z.object({ page_count: z.int() });

/** Each begins a trouble, and returns what ends it. */
const TROUBLES: Record<string, (opened: OpenedStorage) => () => void> = {
  // A limit on the database's size makes SQLite itself report SQLITE_FULL, as it does when the disk has no more room.
  'a full disk': ({ db }) => {
    const { page_count } = pageCountRow.parse(db.prepare('PRAGMA page_count').get());
    db.exec(`PRAGMA max_page_count = ${page_count}`);
    return () => db.exec('PRAGMA max_page_count = 1000000');
  },
  // SQLite answers as it does for a file system that was mounted anew, read-only.
  'a database that has become read-only': ({ db }) => {
    db.exec('PRAGMA query_only = ON');
    return () => db.exec('PRAGMA query_only = OFF');
  },
  'a database file that was moved away': ({ dir }) => {
    renameSync(join(dir, DATABASE), join(dir, 'elsewhere'));
    return () => renameSync(join(dir, 'elsewhere'), join(dir, DATABASE));
  },
};

test.each(Object.entries(TROUBLES))('L2, L6: %s', (_, begin) => {
  const opened = openStorage(tempDir());
  const { dir, storage } = opened;
  const { rooms, problems } = testRooms(storage);
  const id = rooms.create();
  const acknowledged = new Map<number, number>(); // Versions by seq.
  let ann = new FakeMember(ANN).join(rooms, id);
  /** Ann sends a patch; returns whether it was acknowledged. */
  const send = (seq: number, ops: unknown): boolean => {
    ann.take();
    ann.submit(seq, ops);
    rooms.flush();
    const acks = ann.take().flatMap((message) => (message.type === 'ack' ? [message] : []));
    for (const { seq: answered, serverVersion } of acks) acknowledged.set(answered, serverVersion);
    return acks.length > 0;
  };
  const longName = (seq: number) => [setName(1, `${seq} `.repeat(10_000))];

  expect(send(1, [...schemaOps, createNode(1)])).toBe(true);
  const bob = new FakeMember(BOB).join(rooms, id);
  bob.take();

  const end = begin(opened);
  let seq = 2;
  ann.submit(seq, longName(seq));
  rooms.flush();
  for (const member of [ann, bob]) {
    expect(member.take()).toEqual([
      {
        type: 'error',
        code: 'UNAVAILABLE',
        reason: expect.stringMatching(/could not save .* kept here and sent again/),
      },
    ]);
    expect(member.closedWith).toBe(1013);
  }
  expect(problems).toEqual([expect.stringContaining('will be loaded anew')]);

  // While it lasts, people can come in and look, and what they send is not lost without a word.
  ann = new FakeMember(ANN).join(rooms, id);
  expect(ann.take()[0]).toMatchObject({ type: 'welcome', serverVersion: 1, lastSeqs: { [ANN]: 1 } });
  expect(send(seq, longName(seq))).toBe(false);
  expect(ann.closedWith).toBe(1013);

  end();
  ann = new FakeMember(ANN).join(rooms, id);
  expect(ann.take()[0]).toMatchObject({ type: 'welcome', serverVersion: 1, lastSeqs: { [ANN]: 1 } });
  for (; seq <= 4; seq += 1) expect(send(seq, longName(seq))).toBe(true);
  expect([...acknowledged]).toEqual([1, 2, 3, 4].map((n) => [n, n]));

  const { storage: after } = openStorage(asKilled(dir));
  const log = after.patchesAfter(id, 0);
  expect(log.map((patch) => [patch.seq, patch.version])).toEqual([...acknowledged]);
  expect(must(log.at(-1), 'the last patch').ops).toBe(JSON.stringify(longName(4)));
});
