import { describe, expect, test } from 'vitest';
import { must } from '../../src/shared/assert';
import { memoryStorage } from '../storage/memory-storage';
import type { Storage } from '../storage/storage';
import { accessToRooms, issueLink, testAccess } from '../testing/test-access';
import { LINKS_PER_ROOM } from './room-access';

const MINUTE = 60_000;

describe('the last link for owners', () => {
  test.each(['editor', 'viewer'] as const)('can neither be revoked nor made one for a %s', (role) => {
    const { access, storage, ownerId, ownerKey, changed } = accessToRooms();
    issueLink(access, 'editor');
    const gone = issueLink(access, 'owner');
    access.revoke('r', gone.id, 'admin');
    const before = storage.audit('r', 99);
    const refusal = {
      status: 'refused',
      code: 'LAST_OWNER_LINK',
      reason: expect.stringMatching(/only link for owners/),
    };
    expect(access.revoke('r', ownerId, 'admin')).toEqual(refusal);
    expect(access.change('r', ownerId, { role }, 'admin')).toEqual(refusal);
    expect(access.roleOf('r', ownerKey)?.role).toBe('owner');
    expect(storage.audit('r', 99)).toEqual(before);
    expect(changed).toEqual(['r']);
  });

  test('can be renamed', () => {
    const { access, ownerId } = accessToRooms();
    expect(access.change('r', ownerId, { name: 'Ours' }, 'admin').status).toBe('done');
  });

  test('is not the last any more once there is another', () => {
    const { access, ownerId, ownerKey } = accessToRooms();
    issueLink(access, 'owner');
    expect(access.revoke('r', ownerId, 'admin')).toEqual({ status: 'done' });
    expect(access.roleOf('r', ownerKey)).toBeUndefined();
  });

  test('may go where an identity provider knows the owners', () => {
    const { access, ownerId } = accessToRooms({ keepsOwnerLink: false });
    expect(access.change('r', ownerId, { role: 'viewer' }, 'admin').status).toBe('done');
    expect(access.revoke('r', ownerId, 'admin').status).toBe('done');
  });
});

describe('the number of links', () => {
  test('is limited, and revoking one makes room for another', () => {
    const { access } = accessToRooms();
    for (let n = 1; n < LINKS_PER_ROOM; n += 1) issueLink(access, 'viewer');
    const refusal = { status: 'refused', code: 'TOO_MANY_LINKS', reason: expect.stringContaining('200 links') };
    expect(access.issue('r', { role: 'viewer', name: '' }, 'admin')).toEqual(refusal);
    expect(access.issue('s', { role: 'viewer', name: '' }, 'admin').status).toBe('done');
    access.revoke('r', must(access.list('r')[7], 'a link').id, 'admin');
    expect(access.issue('r', { role: 'viewer', name: '' }, 'admin').status).toBe('done');
    expect(access.issue('r', { role: 'viewer', name: '' }, 'admin')).toEqual(refusal);
  });

  test('of revoked ones is bounded too: the earliest are forgotten, and open nothing for it', () => {
    const { access, advance, ownerKey } = accessToRooms();
    const keys: string[] = [];
    for (let n = 0; n < LINKS_PER_ROOM + 5; n += 1) {
      const { id, key } = issueLink(access, 'viewer');
      keys.push(key);
      advance(1);
      access.revoke('r', id, 'admin');
    }
    const last = issueLink(access, 'viewer');
    const revoked = access.list('r').filter((link) => link.revokedAt !== undefined);
    expect(revoked.map(({ id }) => id)).toEqual(keys.slice(5).map((key) => key.slice(0, 16)));
    for (const key of keys) expect(access.roleOf('r', key)).toBeUndefined();
    expect(access.roleOf('r', ownerKey)?.role).toBe('owner');
    expect(access.roleOf('r', last.key)?.role).toBe('viewer');
  });
});

describe('when a link was last used', () => {
  test('is known to within a minute, with one write a minute at most', () => {
    const storage = memoryStorage();
    let writes = 0;
    const counting: Storage = {
      ...storage,
      putLink(...link) {
        writes += 1;
        storage.putLink(...link);
      },
    };
    const { access, advance, now, ownerId } = accessToRooms({}, counting);
    writes = 0;
    for (let n = 0; n < 100; n += 1) {
      access.used('r', ownerId);
      expect(now() - must(access.list('r')[0]?.lastUsedAt, 'the time')).toBeLessThan(MINUTE);
      advance(MINUTE / 10);
    }
    expect(writes).toBe(10);
  });

  test('is not what others are asked for again about, nor what the audit log has', () => {
    const { access, storage, changed, ownerId } = accessToRooms();
    access.used('r', ownerId);
    expect(changed).toEqual([]);
    expect(storage.audit('r', 99)).toHaveLength(1);
  });

  test('keeps nobody out when it cannot be stored', () => {
    const storage = memoryStorage();
    const { ownerId } = accessToRooms({}, storage);
    const full = () => {
      throw new Error('The disk is full.');
    };
    const { access, problems } = testAccess({ ...storage, putLink: full });
    access.used('r', ownerId);
    expect(problems).toEqual([expect.stringContaining('could not be stored')]);
  });
});
