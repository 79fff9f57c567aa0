/** The tables, and how an older database becomes a newer one. `user_version` counts the migrations that were made. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { StartupError } from '../startup-error';

/** "Kumi": tells our files from other SQLite files. */
const APPLICATION_ID = 0x4b756d69;

/** Never edit one that was released: add another. */
const MIGRATIONS: readonly string[] = [
  `
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

  -- One row for every patch that was ever ordered. detail is JSON: what was skipped, or why it was refused.
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
  `,
  `
  -- Milliseconds since 1970 of the commit. Of patches from before this column it is not known: they count as old.
  ALTER TABLE patch ADD COLUMN at INTEGER NOT NULL DEFAULT 0;

  -- How people call themselves. Names are not unique.
  CREATE TABLE author (
    room TEXT NOT NULL REFERENCES room,
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (room, client_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Milliseconds since 1970, here and below.
  ALTER TABLE room ADD COLUMN deleted_at INTEGER;

  CREATE TABLE link (
    id TEXT PRIMARY KEY,
    room TEXT NOT NULL REFERENCES room,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX link_room ON link (room);

  -- Not tied to the rooms: what was done to one is still to be known when it is gone.
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_room ON audit (room);
  `,
];

const identitySchema = z.object({ application_id: z.int(), user_version: z.int(), objects: z.int() });

/**
 * Finds out how many migrations a database has had, changing nothing.
 * @throws StartupError when it is not one of ours, or newer than this program
 */
export function migrationsMade(db: DatabaseSyncInstance, file: string): number {
  const found = identitySchema.parse(
    db
      .prepare(
        `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) AS objects
         FROM pragma_application_id, pragma_user_version`,
      )
      .get(),
  );
  if (found.application_id !== APPLICATION_ID && found.objects > 0) {
    throw new StartupError(`${file} is not a database of Kumiko. Move it away, or set DATA_DIR to another directory.`);
  }
  if (found.user_version > MIGRATIONS.length) {
    throw new StartupError(`${file} was made by a newer version of Kumiko. Start that version instead.`);
  }
  return found.user_version;
}

/** Brings a database up to date, in one transaction. */
export function migrate(db: DatabaseSyncInstance, made: number): void {
  if (made === MIGRATIONS.length) return;
  db.exec('BEGIN IMMEDIATE');
  for (const migration of MIGRATIONS.slice(made)) db.exec(migration);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`);
}
