/** A database as the first release made it, with a little in it. What is written here is history and never changes. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { clientNo } from './ids';

const SCHEMA = `
  CREATE TABLE room (
    id TEXT PRIMARY KEY,
    epoch TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE patch (
    room TEXT NOT NULL REFERENCES room,
    version INTEGER NOT NULL CHECK (version >= 1),
    client_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    ops TEXT NOT NULL,
    PRIMARY KEY (room, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE outcome (
    room TEXT NOT NULL REFERENCES room,
    client_id TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    version INTEGER,
    detail TEXT NOT NULL,
    PRIMARY KEY (room, client_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot (
    room TEXT NOT NULL REFERENCES room,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    gzip BLOB NOT NULL,
    PRIMARY KEY (room, version)
  ) STRICT;
  PRAGMA application_id = 0x4b756d69;
  PRAGMA user_version = 1;
`;

/**
 * Makes the database in a directory: room "r", whose title client 1 set to "Title 1", then to "Title 2" (versions 1
 * and 2), and whose third patch was refused.
 */
export function makeDatabaseV1(dir: string): void {
  const db = new DatabaseSync(join(dir, 'kumiko.db'));
  db.exec(`BEGIN; ${SCHEMA}`);
  db.exec(`INSERT INTO room VALUES ('r', 'e', 7)`);
  const patch = db.prepare(`INSERT INTO patch VALUES ('r', ?, ?, ?, ?)`);
  const outcome = db.prepare(`INSERT INTO outcome VALUES ('r', ?, ?, ?, ?)`);
  for (const n of [1, 2]) {
    patch.run(n, clientNo(1), n, JSON.stringify([{ op: 'set_title', title: `Title ${n}` }]));
    outcome.run(clientNo(1), n, n, '[]');
  }
  outcome.run(clientNo(1), 3, null, JSON.stringify({ code: 'WRONG_TYPE', reason: 'It must be text.' }));
  db.exec('COMMIT');
  db.close();
}
