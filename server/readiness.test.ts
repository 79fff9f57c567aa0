/** Whether the server says that it is ready, on a real database. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readiness } from './readiness';
import { databaseProbe } from './storage/sqlite-probe';
import { readFileSizes } from './storage/sqlite-sizes';
import { DATABASE, storageWithRoom } from './testing/database-files';
import { testServer } from './testing/test-server';

test('the probe writes to the disk, and nothing changes by it', () => {
  const { db, storage } = storageWithRoom();
  const before = readFileSizes(db).writeAheadLog;
  databaseProbe(db)();
  expect(readFileSizes(db).writeAheadLog).toBeGreaterThan(before);
  expect(storage.room('r')).toMatchObject({ epoch: 'e' });
});

test('it is not ready while nothing can be written, nor once it is being stopped; the disk is asked now and then', () => {
  const { db, dir } = storageWithRoom();
  let [time, isStopping, probes] = [0, false, 0];
  const probe = databaseProbe(db);
  const ready = readiness({
    probe: () => {
      probes += 1;
      probe();
    },
    isStopping: () => isStopping,
    now: () => time,
  });
  for (let asked = 0; asked < 100; asked += 1) expect(ready()).toEqual({ ready: true });
  expect(probes).toBe(1);
  renameSync(join(dir, DATABASE), join(dir, 'away'));
  time += 5_000;
  expect(ready()).toEqual({ ready: false, reasons: ['The database cannot be written.'] });
  renameSync(join(dir, 'away'), join(dir, DATABASE));
  time += 5_000;
  expect(ready()).toEqual({ ready: true });
  expect(probes).toBe(3);
  isStopping = true;
  expect(ready()).toEqual({ ready: false, reasons: ['The server is being stopped.'] });
});

test('a real server answers', async () => {
  const { url } = await testServer();
  const answer = await fetch(`${url}/readyz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ready' });
});
