/** The command `verify`, on real databases that were tampered with. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { must } from '../../src/shared/assert';
import { testClientId } from '../../src/shared/testing/test-client-ids';
import { loadRoom } from '../load-room';
import { packSnapshot } from '../packed-snapshot';
import { openDatabase } from '../storage/sqlite-open';
import { sqliteStorage } from '../storage/sqlite-storage';
import type { Storage } from '../storage/storage';
import { admin } from '../testing/admin-command';
import { DATABASE } from '../testing/database-files';
import { FakeMember } from '../testing/fake-member';
import { createNode, deleteNode, schemaOps, setName, setTitle } from '../testing/ops';
import { tempDir } from '../testing/temp-dir';
import { testRooms } from '../testing/test-rooms';

const NOW = 1_000;

/** A room at version 8 by two clients, with a refused patch, a skipped op, and snapshots of versions 4 and 7. */
async function dataWithRoom(): Promise<{ dataDir: string; room: string; verify: () => ReturnType<typeof admin> }> {
  const dataDir = tempDir();
  const storage = sqliteStorage(openDatabase(dataDir));
  const { rooms } = testRooms(storage);
  const room = rooms.create();
  const ann = new FakeMember(testClientId(1)).join(rooms, room);
  const bob = new FakeMember(testClientId(2)).join(rooms, room);
  ann.submit(1, schemaOps);
  ann.submit(2, [createNode(1), createNode(2)]);
  ann.submit(3, [setName(1, 'One')]);
  bob.submit(1, [deleteNode(2)]);
  rooms.flush();
  await snapshot(storage, room);
  ann.submit(4, [setName(2, 'Gone'), setName(1, 'Two')]);
  ann.submit(5, [setName(1, 'wrong'), { ...setName(1, ''), key: 'missing' }]);
  ann.submit(6, [setTitle('A title')]);
  bob.submit(2, [createNode(3)]);
  rooms.flush();
  await snapshot(storage, room);
  bob.submit(3, [setName(3, 'Three')]);
  rooms.flush();
  await rooms.close();
  storage.close();
  return { dataDir, room, verify: () => admin(dataDir, 'verify', room) };
}

/** Stores one of the room as it is, and keeps the older ones. */
async function snapshot(storage: Storage, room: string): Promise<void> {
  const { graph, version } = loadRoom(storage, must(storage.room(room), 'the room'));
  storage.putSnapshot(room, { version, gzip: (await packSnapshot(graph)).gzip }, NOW, 0);
}

/** Does to the database what nobody should. */
function tamper(dataDir: string, sql: string, ...values: (string | Uint8Array)[]): void {
  const db = new DatabaseSync(join(dataDir, DATABASE));
  try {
    expect(Number(db.prepare(sql).run(...values).changes)).toBeGreaterThan(0);
  } finally {
    db.close();
  }
}

test('what is whole is found whole, also once the log was shortened', async () => {
  const { dataDir, room, verify } = await dataWithRoom();
  const whole = { exitCode: 0, complaints: [] };
  expect(await verify()).toEqual({ ...whole, out: [`${room}: whole (8 patches, 9 outcomes, 2 snapshots)`] });
  const storage = sqliteStorage(openDatabase(dataDir));
  expect(storage.compactLog(room, NOW, 5)).toBe(5);
  storage.close();
  expect(await verify()).toEqual({ ...whole, out: [`${room}: whole (3 patches, 9 outcomes, 2 snapshots)`] });
  expect(await admin(dataDir, 'compact', '--all')).toMatchObject({
    exitCode: 0,
    out: [`${room}: 2 patches removed, 1 kept.`],
  });
  expect(await admin(dataDir, 'verify')).toMatchObject({ exitCode: 0, out: [expect.stringMatching(/: whole /)] });
});

test.each([
  [
    'a snapshot that was tampered with',
    'UPDATE snapshot SET gzip = (SELECT gzip FROM snapshot WHERE version = 4) WHERE version = 7',
    /The snapshot of version 7 is not what the log up to it makes \(/,
  ],
  [
    'a snapshot that is none',
    "UPDATE snapshot SET gzip = x'00' WHERE version = 7",
    /The snapshot of version 7 cannot be read\./,
  ],
  ['a missing version', 'DELETE FROM patch WHERE version = 3', /Version 3 is missing in the log\./],
  [
    'missing versions at the end',
    'DELETE FROM patch WHERE version > 6',
    /Version 8 was given to a patch, and is missing in the log\./,
  ],
  ['a missing beginning', 'DELETE FROM patch WHERE version < 6', undefined],
  [
    'a changed op that leads to another graph',
    `UPDATE patch SET ops = replace(ops, '"One"', '"Eve"') WHERE version = 3`,
    /The snapshot of version 4 is not what the log up to it makes \(node: 1 /,
  ],
  [
    'a changed op that does not apply',
    `UPDATE patch SET ops = replace(ops, '"name"', '"nome"') WHERE version = 5`,
    /The patch of version 5 does not apply \(NO_SUCH_PROPERTY\)\./,
  ],
  [
    'an op that is none',
    `UPDATE patch SET ops = '[{"op":"secret content"}]' WHERE version = 8`,
    /The patch of version 8 cannot be read\./,
  ],
  [
    'an outcome that is not the patch’s',
    `UPDATE outcome SET detail = '[]' WHERE version = 5`,
    /The patch of version 5 was answered something else than what it does\./,
  ],
  [
    'a version given to someone else',
    `UPDATE patch SET client_id = 'c_somebody' WHERE version = 6`,
    /Version 6 was given to another patch than the one in the log\./,
  ],
  ['a version given twice', `UPDATE outcome SET version = 6 WHERE version = 7`, /Version 6 was given to two patches\./],
  ['an outcome that is gone', `DELETE FROM outcome WHERE version = 2`, /the outcome of patch 2 is missing/],
])('%s', async (_, sql, finding) => {
  const { dataDir, room, verify } = await dataWithRoom();
  tamper(dataDir, sql);
  const { exitCode, out } = await verify();
  if (finding === undefined) {
    // As if it had been shortened: the snapshots have what is gone.
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: [`${room}: whole (3 patches, 9 outcomes, 2 snapshots)`] });
    return;
  }
  expect(out[0]).toMatch(/^\S+: DAMAGED \(/);
  expect(out.slice(1).join('\n')).toMatch(finding);
  expect(out.join('\n')).not.toMatch(/One|Eve|secret/);
  expect(exitCode).toBe(1);
});

test('after damage, the rest is checked from the next snapshot', async () => {
  const { dataDir, verify } = await dataWithRoom();
  tamper(dataDir, "UPDATE patch SET ops = 'nonsense' WHERE version IN (2, 6)");
  const { out } = await verify();
  expect(out.slice(1)).toEqual([
    '  The patch of version 2 cannot be read.',
    '  The patch of version 6 cannot be read.',
  ]);
});

test('of all graphs, one damaged one is named, and what cannot be exported says so', async () => {
  const { dataDir, room } = await dataWithRoom();
  const storage = sqliteStorage(openDatabase(dataDir));
  storage.createRoom({ id: 'empty', epoch: 'e', createdAt: 0 });
  storage.close();
  tamper(dataDir, 'DELETE FROM patch WHERE version = 8');
  const { exitCode, out } = await admin(dataDir, 'verify');
  expect(exitCode).toBe(1);
  expect(out).toContain('empty: whole (0 patches, 0 outcomes, 0 snapshots)');
  expect(out.at(-1)).toBe('2 graphs verified, 1 damaged.');
  tamper(dataDir, "UPDATE patch SET ops = 'nonsense' WHERE version > 4");
  tamper(dataDir, "UPDATE snapshot SET gzip = x'00'");
  expect(await admin(dataDir, 'export', room)).toMatchObject({
    exitCode: 1,
    complaints: [`What is stored of the graph ${room} is damaged. The command "verify ${room}" says where.`],
  });
});
