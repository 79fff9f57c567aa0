import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkIdSchema, linkKeySchema } from '../../src/shared/protocol/links';
import { LinkKeys, newLinkId } from './link-keys';

const SECRET = Buffer.alloc(32, 7);
const ROOM = 'Gb0-_aaaaaaaaaaaaaaaaa';
const OTHER_ROOM = 'Gb0-_aaaaaaaaaaaaaaaab';
const ID = 'abcdefghijklmnop';
const keys = new LinkKeys(SECRET);

const urlSafe = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
  minLength: 40,
  maxLength: 40,
});

describe('a key', () => {
  test('opens its room as its link', () => {
    const key = keys.keyOf(ROOM, ID);
    expect(linkKeySchema.parse(key)).toBe(key);
    expect(keys.linkIdIn(ROOM, key)).toBe(ID);
    expect(new LinkKeys(Buffer.from(SECRET)).linkIdIn(ROOM, key)).toBe(ID);
  });

  test('is the same for ever: links are in people’s mails', () => {
    expect(keys.keyOf(ROOM, ID)).toBe('abcdefghijklmnopSAWZa-1rTHHWq1q7NCD5Ga7s');
  });

  test('has at least 128 bits that only the server can make', () => {
    expect((keys.keyOf(ROOM, ID).length - ID.length) * 6).toBeGreaterThanOrEqual(128);
  });

  test('of another room opens nothing', () => {
    expect(keys.linkIdIn(OTHER_ROOM, keys.keyOf(ROOM, ID))).toBeUndefined();
    expect(keys.linkIdIn('', keys.keyOf(ROOM, ID))).toBeUndefined();
  });

  test('of another secret opens nothing', () => {
    const others = new LinkKeys(randomBytes(32));
    expect(keys.linkIdIn(ROOM, others.keyOf(ROOM, ID))).toBeUndefined();
  });

  test('does not open another link: the mark of one id is not that of another', () => {
    const other = 'abcdefghijklmnoq';
    expect(keys.linkIdIn(ROOM, other + keys.keyOf(ROOM, ID).slice(16))).toBeUndefined();
  });

  test('the place where the room ends and the id begins cannot be moved', () => {
    const key = keys.keyOf(`${ROOM}a`, 'bcdefghijklmnopq');
    expect(keys.linkIdIn(ROOM, `abcdefghijklmnop${key.slice(16)}`)).toBeUndefined();
  });

  test.each([
    ['nothing', () => ''],
    ['its id alone', (key: string) => key.slice(0, 16)],
    ['its mark alone', (key: string) => key.slice(16)],
    ['a part of it', (key: string) => key.slice(0, -1)],
    ['more than it', (key: string) => `${key}A`],
    ['it with padding', (key: string) => `${key}=`],
    ['it with a space', (key: string) => ` ${key}`],
    ['it with a line break', (key: string) => `${key}\n`],
    ['it in capitals', (key: string) => key.toUpperCase()],
    ['it with a character of two bytes', (key: string) => `${key.slice(0, -1)}é`],
    ['it with half a character', (key: string) => `${key.slice(0, -1)}\ud800`],
    ['it with an id that is none', (key: string) => `!${key.slice(1)}`],
    ['it twice', (key: string) => key + key],
    ['megabytes', () => 'A'.repeat(10_000_000)],
  ])('%s opens nothing', (_, spoil) => {
    expect(keys.linkIdIn(ROOM, spoil(keys.keyOf(ROOM, ID)))).toBeUndefined();
  });

  test('with any one character changed opens nothing', () => {
    const key = keys.keyOf(ROOM, ID);
    for (let at = 0; at < key.length; at += 1) {
      const changed = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1);
      expect(keys.linkIdIn(ROOM, changed)).toBeUndefined();
    }
  });

  test('is the only text that opens its room', () => {
    const issued = new Set([keys.keyOf(ROOM, ID)]);
    fc.assert(
      fc.property(
        fc.oneof(
          urlSafe,
          fc.string(),
          urlSafe.map((text) => ID + text.slice(16)),
        ),
        (text) => {
          fc.pre(!issued.has(text));
          expect(keys.linkIdIn(ROOM, text)).toBeUndefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('holds for the room and the id it was made of, and for nothing else', () => {
    const id = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
    fc.assert(
      fc.property(fc.string(), fc.string(), id, id, (room, otherRoom, linkId, otherId) => {
        const key = keys.keyOf(room, linkId);
        expect(keys.linkIdIn(room, key)).toBe(linkId);
        expect(keys.linkIdIn(otherRoom, key)).toBe(otherRoom === room ? linkId : undefined);
        expect(keys.keyOf(room, otherId) === key).toBe(otherId === linkId);
      }),
    );
  });
});

test('the id of a new link is well-formed, and no other has it', () => {
  const ids = Array.from({ length: 1_000 }, newLinkId);
  for (const id of ids) expect(linkIdSchema.parse(id)).toBe(id);
  expect(new Set(ids).size).toBe(ids.length);
});
