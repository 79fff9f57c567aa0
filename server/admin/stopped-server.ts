/** The port to a data directory on which no server runs: the admin command opens the database itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accessSecret } from '../access/access-secret';
import { LinkKeys } from '../access/link-keys';
import { RoomAccess } from '../access/room-access';
import { silentLog } from '../log';
import { copyAtRest } from '../storage/sqlite-copy';
import { DATABASE_FILE, openDatabase } from '../storage/sqlite-open';
import { sqliteStorage } from '../storage/sqlite-storage';
import { AdminError, type AdminPort } from './admin-port';
import { adminService, NO_LIVE_ROOMS } from './admin-service';

/**
 * Opens a data directory; until it is closed, no server can start on it.
 * @throws AdminError when there is none
 * @throws StartupError when it cannot be opened
 */
export function stoppedServer(dataDir: string): AdminPort {
  if (!existsSync(join(dataDir, DATABASE_FILE))) {
    throw new AdminError(
      `There is no database in ${dataDir}. Name the server's data directory by DATA_DIR or --data-dir.`,
    );
  }
  const db = openDatabase(dataDir);
  const storage = sqliteStorage(db);
  const access = new RoomAccess({
    storage,
    keys: new LinkKeys(accessSecret(dataDir).secret),
    log: silentLog,
    now: Date.now,
    onChange: () => {},
    // Whether there is an identity provider is not known here: better to keep the link that may be the only way in.
    keepsOwnerLink: true,
  });
  const service = adminService({ db, storage, access, rooms: NO_LIVE_ROOMS, now: Date.now });
  return {
    ...service,
    serverUrl: undefined,
    async copyDatabase(toDir) {
      const copy = join(toDir, DATABASE_FILE);
      copyAtRest(db, copy);
      return copy;
    },
    async close() {
      service.end();
      storage.close();
    },
  };
}
