import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROLES, type Role } from '../../src/shared/access';
import { must } from '../../src/shared/assert';
import { linkKeySchema } from '../../src/shared/protocol/links';
import { memoryStorage } from '../storage/memory-storage';
import { openDatabase } from '../storage/sqlite-open';
import { sqliteStorage } from '../storage/sqlite-storage';
import { tempDir } from '../testing/temp-dir';
import { accessToRooms, issueLink, testAccess } from '../testing/test-access';
import { LinkKeys } from './link-keys';

describe('a link', () => {
  test('opens its room in its role, and nothing else', () => {
    const { access } = accessToRooms();
    for (const role of ROLES) {
      const { id, key } = issueLink(access, role);
      expect(linkKeySchema.parse(key)).toBe(key);
      expect(access.roleOf('r', key)).toEqual({ role, linkId: id });
      expect(access.keyOf('r', id)).toBe(key);
      for (const room of ['s', 'no room', '']) expect(access.roleOf(room, key)).toBeUndefined();
    }
  });

  test('is listed with the others of its room, oldest first', () => {
    const { access, advance, ownerId } = accessToRooms();
    advance(5);
    const issued = access.issue('r', { role: 'viewer', name: 'Class 3' }, `link:${ownerId}`);
    expect(access.list('r')).toEqual([
      { room: 'r', id: ownerId, role: 'owner', name: '', createdAt: 1_000_000 },
      { room: 'r', id: expect.any(String), role: 'viewer', name: 'Class 3', createdAt: 1_000_005 },
    ]);
    expect(issued).toMatchObject({ status: 'done', link: access.list('r')[1] });
    expect(access.list('s')).toEqual([]);
  });

  test('opens nothing from the moment it is revoked, even when the server is started anew', () => {
    const { access, storage, changed } = accessToRooms();
    const { id, key } = issueLink(access, 'editor');
    const other = issueLink(access, 'editor');
    expect(access.revoke('r', id, 'admin')).toEqual({ status: 'done' });
    expect(access.roleOf('r', key)).toBeUndefined();
    expect(testAccess(storage).access.roleOf('r', key)).toBeUndefined();
    expect(access.roleOf('r', other.key)?.role).toBe('editor');
    expect(changed).toEqual(['r']);
    expect(access.list('r').find((link) => link.id === id)?.revokedAt).toBe(1_000_000);
  });

  test('that is revoked cannot be changed, revoked again, or used', () => {
    const { access, storage, changed } = accessToRooms();
    const { id, key } = issueLink(access, 'editor');
    access.revoke('r', id, 'admin');
    const before = storage.audit('r', 99);
    expect(access.revoke('r', id, 'admin')).toEqual({ status: 'missing' });
    expect(access.change('r', id, { role: 'owner' }, 'admin')).toEqual({ status: 'missing' });
    access.used('r', id);
    expect(access.roleOf('r', key)).toBeUndefined();
    expect(access.list('r').find((link) => link.id === id)?.lastUsedAt).toBeUndefined();
    expect(changed).toEqual(['r']);
    expect(storage.audit('r', 99)).toEqual(before);
  });

  test('has the role it was last given, under the same key', () => {
    const { access, changed } = accessToRooms();
    const { id, key } = issueLink(access, 'editor');
    expect(access.change('r', id, { role: 'viewer' }, 'admin')).toMatchObject({
      status: 'done',
      link: { id, role: 'viewer', name: '' },
    });
    expect(access.roleOf('r', key)?.role).toBe('viewer');
    access.change('r', id, { name: 'Guests' }, 'admin');
    expect(access.list('r')[1]).toMatchObject({ role: 'viewer', name: 'Guests' });
    expect(changed).toEqual(['r', 'r']);
  });

  test('that is changed into what it is stays unmentioned', () => {
    const { access, storage, changed, ownerId } = accessToRooms();
    const before = storage.audit('r', 99);
    expect(access.change('r', ownerId, { role: 'owner', name: '' }, 'admin').status).toBe('done');
    expect(access.change('r', ownerId, {}, 'admin').status).toBe('done');
    expect(storage.audit('r', 99)).toEqual(before);
    expect(changed).toEqual([]);
  });

  test('of another room cannot be reached through this one', () => {
    const { access, ownerId, ownerKey } = accessToRooms();
    issueLink(access, 'owner');
    expect(access.change('s', ownerId, { role: 'viewer' }, 'admin')).toEqual({ status: 'missing' });
    expect(access.revoke('s', ownerId, 'admin')).toEqual({ status: 'missing' });
    access.used('s', ownerId);
    expect(access.roleOf('r', ownerKey)?.role).toBe('owner');
    expect(access.list('r')[0]?.lastUsedAt).toBeUndefined();
  });

  test('opens nothing under another secret, nor when its room is purged', () => {
    const { access, storage, ownerKey } = accessToRooms();
    const other = testAccess(storage, { keys: new LinkKeys(Buffer.alloc(32, 8)) });
    expect(other.access.roleOf('r', ownerKey)).toBeUndefined();
    storage.purgeRoom('r');
    expect(access.roleOf('r', ownerKey)).toBeUndefined();
    storage.createRoom({ id: 'r', epoch: 'another', createdAt: 8 });
    expect(access.roleOf('r', ownerKey)).toBeUndefined();
  });

  test('whose key is whole, but that was never made, opens nothing', () => {
    const { access } = accessToRooms();
    expect(access.roleOf('r', access.keyOf('r', 'AAAAAAAAAAAAAAAA'))).toBeUndefined();
  });

  test('is not even looked for when its key is not whole', () => {
    const storage = memoryStorage();
    const { ownerKey } = accessToRooms({}, storage);
    const { access } = testAccess({ ...storage, link: () => expect.unreachable('looked a link up') });
    expect(access.roleOf('r', `${ownerKey.slice(0, -1)}${ownerKey.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
    expect(access.roleOf('no room', ownerKey)).toBeUndefined();
  });
});

test('whatever owners do, a key opens what its link says, and no other text opens anything', () => {
  const step = fc.record({
    what: fc.constantFrom('issue', 'change', 'revoke'),
    room: fc.constantFrom('r', 's'),
    role: fc.constantFrom(...ROLES),
    link: fc.nat({ max: 7 }),
  });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.array(fc.base64String(), { maxLength: 5 }),
      (steps, strangers) => {
        const { access, ownerKey } = accessToRooms();
        const issued = [{ room: 'r', key: ownerKey }];
        /** What should open what, by room and key. */
        const expected = new Map<string, Role>([[`r ${ownerKey}`, 'owner']]);
        const liveOwners = () => [...expected].filter(([id, role]) => id.startsWith('r ') && role === 'owner').length;
        for (const { what, room, role, link } of steps) {
          const { key, room: ofLink } = must(issued[link % issued.length], 'a link');
          const id = `${room} ${key}`;
          const had = ofLink === room ? expected.get(id) : undefined;
          if (what === 'issue') {
            const made = issueLink(access, role, room);
            issued.push({ room, key: made.key });
            expected.set(`${room} ${made.key}`, role);
          } else if (what === 'change') {
            const { status } = access.change(room, key.slice(0, 16), { role }, 'admin');
            expect(status === 'missing').toBe(had === undefined);
            if (status === 'done') expected.set(id, role);
          } else {
            const { status } = access.revoke(room, key.slice(0, 16), 'admin');
            expect(status === 'missing').toBe(had === undefined);
            if (status === 'done') expected.delete(id);
          }
          expect(liveOwners()).toBeGreaterThan(0);
        }
        const texts = [...issued.map(({ key }) => key), ...strangers];
        for (const room of ['r', 's']) {
          for (const text of texts) expect(access.roleOf(room, text)?.role).toBe(expected.get(`${room} ${text}`));
        }
      },
    ),
  );
});

describe('a room', () => {
  test('is deleted once, and brought back', () => {
    const { access, storage, advance, changed } = accessToRooms();
    expect(access.deleteRoom('r', 'admin')).toBe(1_000_000);
    advance(5);
    expect(access.deleteRoom('r', 'admin')).toBe(1_000_000);
    expect(storage.room('r')?.deletedAt).toBe(1_000_000);
    expect(storage.room('s')?.deletedAt).toBeUndefined();
    access.restoreRoom('r', 'admin');
    access.restoreRoom('r', 'admin');
    expect(storage.room('r')?.deletedAt).toBeUndefined();
    expect(changed).toEqual(['r', 'r']);
  });

  test('that is deleted keeps its links: it is for its owners to bring back', () => {
    const { access, ownerKey } = accessToRooms();
    access.deleteRoom('r', 'admin');
    expect(access.roleOf('r', ownerKey)?.role).toBe('owner');
  });

  test('that there is not cannot be deleted', () => {
    const { access } = accessToRooms();
    expect(() => access.deleteRoom('no room', 'admin')).toThrow();
    expect(() => access.restoreRoom('no room', 'admin')).toThrow();
  });
});

test('who did what to the access is in the audit log, in order, and no key is', () => {
  const { access, storage, ownerId, ownerKey } = accessToRooms();
  const issued = access.issue('r', { role: 'editor', name: 'Class "3"' }, `link:${ownerId}`);
  if (issued.status !== 'done') throw new Error(issued.reason);
  const { id } = issued.link;
  access.change('r', id, { role: 'viewer' }, 'user:ann');
  access.revoke('r', id, 'user:bob');
  access.deleteRoom('r', 'user:bob');
  access.restoreRoom('r', 'admin');
  const entries = storage.audit('r', 99).toReversed();
  expect(entries.map(({ by, action, detail }) => [by, action, detail])).toEqual([
    ['new', 'room_created', `With the owner link ${ownerId}.`],
    [`link:${ownerId}`, 'link_created', `Made the editor link ${id} "Class \\"3\\"".`],
    [
      'user:ann',
      'link_changed',
      `Made the editor link ${id} "Class \\"3\\"" into the viewer link ${id} "Class \\"3\\"".`,
    ],
    ['user:bob', 'link_revoked', `Revoked the viewer link ${id} "Class \\"3\\"".`],
    ['user:bob', 'room_deleted', 'Deleted the graph.'],
    ['admin', 'room_restored', 'Brought the graph back.'],
  ]);
  for (const key of [ownerKey, issued.key]) expect(JSON.stringify(entries)).not.toContain(key.slice(16));
});

test('all of it is there when the database is opened again', () => {
  const dir = tempDir();
  const before = accessToRooms({}, sqliteStorage(openDatabase(dir)));
  const { id, key } = issueLink(before.access, 'editor');
  before.access.change('r', id, { role: 'viewer', name: 'Guests' }, 'admin');
  const revoked = issueLink(before.access, 'owner');
  before.access.revoke('r', revoked.id, 'admin');
  before.access.deleteRoom('r', 'admin');
  const list = before.access.list('r');
  before.storage.close();

  const storage = sqliteStorage(openDatabase(dir));
  onTestFinished(() => storage.close());
  const { access } = testAccess(storage);
  expect(access.list('r')).toEqual(list);
  expect(access.roleOf('r', key)).toEqual({ role: 'viewer', linkId: id });
  expect(access.roleOf('r', revoked.key)).toBeUndefined();
  expect(storage.room('r')?.deletedAt).toBe(1_000_000);
  expect(storage.audit('r', 99)).toHaveLength(6);
});
