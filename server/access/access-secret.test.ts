import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartupError } from '../startup-error';
import { tempDir } from '../testing/temp-dir';
import { ACCESS_SECRET_FILE, accessSecret } from './access-secret';

const fileIn = (dir: string) => join(dir, ACCESS_SECRET_FILE);

test('is made once, for its owner’s eyes alone, and stays', () => {
  const dir = tempDir();
  const made = accessSecret(dir);
  expect(made.isNew).toBe(true);
  expect(made.secret).toHaveLength(32);
  expect(readdirSync(dir)).toEqual([ACCESS_SECRET_FILE]);
  expect(statSync(fileIn(dir)).mode & 0o777).toBe(0o600);
  const again = accessSecret(dir);
  expect(again.isNew).toBe(false);
  expect(Buffer.from(again.secret)).toEqual(Buffer.from(made.secret));
});

test('is another one in each directory', () => {
  expect(accessSecret(tempDir()).secret).not.toEqual(accessSecret(tempDir()).secret);
});

test('may be written without a line break at its end', () => {
  const dir = tempDir();
  writeFileSync(fileIn(dir), '0f'.repeat(32));
  expect(Buffer.from(accessSecret(dir).secret)).toEqual(Buffer.alloc(32, 0x0f));
});

test('what a crash left of an earlier attempt is in nobody’s way', () => {
  const dir = tempDir();
  writeFileSync(`${fileIn(dir)}.new`, 'half');
  expect(accessSecret(dir).isNew).toBe(true);
  expect(readdirSync(dir)).toEqual([ACCESS_SECRET_FILE]);
  expect(statSync(fileIn(dir)).mode & 0o777).toBe(0o600);
});

test.each([
  ['nothing', ''],
  ['half of it', 'ab'.repeat(31)],
  ['too much', 'ab'.repeat(33)],
  ['other characters', 'xy'.repeat(32)],
  ['capital letters', 'AB'.repeat(32)],
  ['zeros from a disk that lost it', '\0'.repeat(65)],
])('a file with %s in it is an error in words, and stays as it is', (_, content) => {
  const dir = tempDir();
  writeFileSync(fileIn(dir), content);
  expect(() => accessSecret(dir)).toThrow(StartupError);
  expect(() => accessSecret(dir)).toThrow(/is damaged.*Restore it from a backup/);
  expect(readFileSync(fileIn(dir), 'utf8')).toBe(content);
});

test('what cannot be read is an error in words, and no new one is made', () => {
  const dir = tempDir();
  mkdirSync(fileIn(dir));
  expect(() => accessSecret(dir)).toThrow(StartupError);
  expect(() => accessSecret(dir)).toThrow(/cannot be read/);
  expect(readdirSync(dir)).toEqual([ACCESS_SECRET_FILE]);
});

test('where it cannot be written, that is said', () => {
  const dir = tempDir();
  rmSync(dir, { recursive: true });
  expect(() => accessSecret(dir)).toThrow(StartupError);
  expect(() => accessSecret(dir)).toThrow(/cannot be written/);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is an error in words', () => {
  const dir = tempDir();
  accessSecret(dir);
  chmodSync(fileIn(dir), 0o000);
  expect(() => accessSecret(dir)).toThrow(/cannot be read/);
});
