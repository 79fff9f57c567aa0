/** What a killed server leaves in the write-ahead log, whole, cut off or garbled, and what is read from it. */
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asKilled, openStorage, storageWithRoom, storedIn, WRITE_AHEAD_LOG } from '../testing/database-files';
import { commitTitles, titledAt } from '../testing/stored-room';

/** Three commits of several patches in the write-ahead log, and where in that file each of them ends. */
function crashed() {
  const { dir, storage } = storageWithRoom();
  const commits = [2, 5, 9].map((version, index, all) => {
    commitTitles(storage, (all[index - 1] ?? 0) + 1, version);
    return { version, end: statSync(join(dir, WRITE_AHEAD_LOG)).size };
  });
  const size = commits.at(-1)?.end ?? 0;
  /** The version of the last commit that is whole in the first so many bytes. */
  const wholeIn = (bytes: number) => commits.findLast(({ end }) => end <= bytes)?.version ?? 0;
  return { killed: () => asKilled(dir), size, wholeIn };
}

test('L2: wherever it is cut off, all commits that are whole are there, and nothing of the one that is not', () => {
  const { killed, size, wholeIn } = crashed();
  expect(wholeIn(size)).toBe(9);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: size }), (cut) => {
      const dir = killed();
      truncateSync(join(dir, WRITE_AHEAD_LOG), cut);
      expect(storedIn(dir)).toEqual(titledAt(wholeIn(cut)));
    }),
    { numRuns: 40, examples: [[0], [size - 1], [size]] },
  );
});

test('L2: whatever garbage follows the last commit is not read', () => {
  const { killed } = crashed();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 10_000, size: 'max' }), (garbage) => {
      const dir = killed();
      appendFileSync(join(dir, WRITE_AHEAD_LOG), garbage);
      expect(storedIn(dir)).toEqual(titledAt(9));
    }),
    { numRuns: 20 },
  );
});

test('a byte that changed in it ends it there: what is read is what was written, never something else', () => {
  const { killed, size, wholeIn } = crashed();
  fc.assert(
    fc.property(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const dir = killed();
      const bytes = readFileSync(join(dir, WRITE_AHEAD_LOG));
      bytes.writeUInt8(bytes.readUInt8(position) ^ change, position);
      writeFileSync(join(dir, WRITE_AHEAD_LOG), bytes);
      expect(storedIn(dir)).toEqual(titledAt(wholeIn(position)));
    }),
    { numRuns: 40 },
  );
});

test('the database goes on where it was', () => {
  const { killed, size, wholeIn } = crashed();
  const dir = killed();
  truncateSync(join(dir, WRITE_AHEAD_LOG), size - 1);
  const { storage } = openStorage(dir);
  commitTitles(storage, wholeIn(size - 1) + 1, 7);
  storage.close();
  expect(storedIn(dir)).toEqual(titledAt(7));
});
