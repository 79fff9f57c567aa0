import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { includesRole, ROLES, type Role } from '../../src/shared/access';
import { must } from '../../src/shared/assert';
import { memoryStorage } from '../storage/memory-storage';
import { identityProvider, ROLES_CLAIM } from '../testing/identity-provider';
import { SHARED_SETTINGS, signShared } from '../testing/shared-secret';
import { issueLink, testAccess } from '../testing/test-access';
import type { Decision } from './access';
import { type AuthorizeRequest, authorizeHook } from './authorize-hook';
import { type AuthorizerPorts, makeAuthorizer } from './authorizer';
import { tokenVerifier } from './tokens';

const ADDRESS = '192.0.2.1';
const REFUSED = { status: 'refused' };
const verify = tokenVerifier(SHARED_SETTINGS, Date.now);

/** Rooms "r" and "s", and a link to "r" in each role. */
function start(ports: Partial<AuthorizerPorts> = {}) {
  const storage = memoryStorage();
  for (const id of ['r', 's']) storage.createRoom({ id, epoch: 'e', createdAt: 7 });
  const { access } = testAccess(storage, { keepsOwnerLink: ports.verify === undefined });
  const links = new Map(ROLES.map((role) => [role, issueLink(access, role)]));
  const linkOf = (role: Role) => must(links.get(role), `the ${role}'s link`);
  const authorizer = makeAuthorizer({ access, ...ports });
  const ask = (room: string, credentials: { key?: string; token?: string } = {}) =>
    authorizer.room({ room, address: ADDRESS, ...credentials });
  return { storage, access, authorizer, ask, linkOf };
}

const roleOf = (decision: Decision) => (decision.status === 'granted' ? decision.access.role : undefined);

describe('by links alone', () => {
  test.each(ROLES)('the key of a link for a %s grants that', async (role) => {
    const { ask, linkOf } = start();
    const { id, key } = linkOf(role);
    expect(await ask('r', { key })).toEqual({ status: 'granted', access: { role, by: `link:${id}`, linkId: id } });
  });

  test('without a key, with that of another room, or with anything else, the answer is always the same', async () => {
    const { access, ask, linkOf } = start();
    const { id, key } = linkOf('editor');
    access.revoke('r', id, 'admin');
    const owners = linkOf('owner').key;
    for (const room of ['r', 's', 'no room']) {
      for (const shown of [undefined, '', key, owners.slice(1), `${owners}A`, access.keyOf('no room', id)]) {
        expect(await ask(room, shown === undefined ? {} : { key: shown })).toEqual(REFUSED);
      }
    }
    expect(await ask('s', { key: owners })).toEqual(REFUSED);
  });

  test('a token means nothing', async () => {
    const { ask } = start();
    expect(await ask('r', { token: await signShared({ [ROLES_CLAIM]: { r: 'owner' } }) })).toEqual(REFUSED);
  });

  test('a downgrade counts from the next question on', async () => {
    const { access, ask, linkOf } = start();
    const { id, key } = linkOf('editor');
    access.change('r', id, { role: 'viewer' }, 'admin');
    expect(roleOf(await ask('r', { key }))).toBe('viewer');
  });

  test('when the link was used is noted, and only then', async () => {
    const { access, ask, linkOf } = start();
    await ask('s', { key: linkOf('editor').key });
    await ask('r');
    expect(access.list('r').filter((link) => link.lastUsedAt !== undefined)).toEqual([]);
    await ask('r', { key: linkOf('editor').key });
    expect(access.list('r').filter((link) => link.lastUsedAt !== undefined)).toMatchObject([{ role: 'editor' }]);
  });

  test('anyone may make rooms', async () => {
    const { authorizer } = start();
    expect(await authorizer.create({ address: ADDRESS })).toEqual({ status: 'granted', by: 'new' });
  });
});

describe('with an identity provider', () => {
  test('nobody gets in without a token, whatever key they have, and learns nothing', async () => {
    const { ask, authorizer, linkOf } = start({ verify });
    const answer = { status: 'sign_in', reason: expect.stringMatching(/^Sign in first\./) };
    for (const room of ['r', 's', 'no room']) {
      expect(await ask(room)).toEqual(answer);
      expect(await ask(room, { key: linkOf('owner').key })).toEqual(answer);
    }
    expect(await authorizer.create({ address: ADDRESS, key: linkOf('owner').key })).toEqual(answer);
  });

  test('a token that is not valid, or has ended, is told so in words, whatever the room', async () => {
    const { ask, authorizer, linkOf } = start({ verify });
    const { key } = linkOf('owner');
    const forged = await signShared({}, 'HS256', 'another secret, as long as the right one');
    const ended = await signShared({ exp: 1 });
    for (const [token, reason] of [
      [forged, 'This sign-in is not valid here. Sign in again.'],
      [ended, 'Your sign-in has ended. Sign in again.'],
    ] as const) {
      for (const room of ['r', 'no room'])
        expect(await ask(room, { token, key })).toEqual({ status: 'sign_in', reason });
      expect(await authorizer.create({ address: ADDRESS, token })).toEqual({ status: 'sign_in', reason });
    }
  });

  test('a token alone grants what it says, of this room or of all', async () => {
    const { ask } = start({ verify });
    const token = await signShared({ [ROLES_CLAIM]: { r: 'editor' } });
    expect(await ask('r', { token })).toEqual({
      status: 'granted',
      access: {
        role: 'editor',
        by: 'user:ann',
        identity: { userId: 'ann', name: 'Ann' },
        expiresAt: expect.any(Number),
      },
    });
    expect(await ask('s', { token })).toEqual(REFUSED);
    expect(roleOf(await ask('s', { token: await signShared({ [ROLES_CLAIM]: { '*': 'viewer' } }) }))).toBe('viewer');
    expect(await ask('r', { token: await signShared() })).toEqual(REFUSED);
  });

  test('the strongest of all roles counts', async () => {
    const { ask, linkOf } = start({ verify });
    const maybe = fc.option(fc.constantFrom(...ROLES), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(maybe, maybe, maybe, async (here, everywhere, link) => {
        const token = await signShared({ [ROLES_CLAIM]: { r: here, '*': everywhere, s: 'owner' } });
        const decision = await ask('r', link === undefined ? { token } : { token, key: linkOf(link).key });
        const given = [here, everywhere, link].filter((role) => role !== undefined);
        const granted = roleOf(decision);
        if (granted === undefined) expect(given).toEqual([]);
        else {
          expect(given).toContain(granted);
          expect(given.every((role) => includesRole(granted, role))).toBe(true);
        }
      }),
    );
  });

  test('whoever comes by a link is known by name, and the link is noted', async () => {
    const { access, ask, linkOf } = start({ verify });
    const { id, key } = linkOf('editor');
    const decision = await ask('r', { token: await signShared(), key });
    expect(decision).toMatchObject({ access: { role: 'editor', by: 'user:ann', linkId: id } });
    expect(access.list('r').find((link) => link.id === id)?.lastUsedAt).toBeDefined();
  });

  test('a link that is revoked while the token is verified opens nothing', async () => {
    const { access, ask, linkOf } = start({
      verify: async (token) => {
        access.revoke('r', linkOf('editor').id, 'admin');
        return verify(token);
      },
    });
    expect(await ask('r', { token: await signShared(), key: linkOf('editor').key })).toEqual(REFUSED);
  });

  test('rooms are made by those who have signed in, under their name', async () => {
    const { authorizer } = start({ verify });
    expect(await authorizer.create({ address: ADDRESS, token: await signShared() })).toEqual({
      status: 'granted',
      by: 'user:ann',
      identity: { userId: 'ann', name: 'Ann' },
    });
  });

  test('when it cannot be told whether a token is valid, nobody is let in', async () => {
    const provider = await identityProvider();
    const { ask, authorizer, linkOf } = start({ verify: tokenVerifier(provider.settings, Date.now) });
    const token = await provider.sign({ [ROLES_CLAIM]: { r: 'owner' } });
    provider.answerWith({ status: 503, body: '' });
    await expect(ask('r', { token, key: linkOf('owner').key })).rejects.toThrow(/keys of the identity provider/);
    await expect(authorizer.create({ address: ADDRESS, token })).rejects.toThrow(/keys of the identity provider/);
    provider.answerWith(undefined);
    expect(roleOf(await ask('r', { token }))).toBe('owner');
  });
});

describe('with a hook', () => {
  /** Remembers what it was asked. */
  function startWith(answer: unknown, ports: Partial<AuthorizerPorts> = {}) {
    const asked: AuthorizeRequest[] = [];
    const hook = authorizeHook((request) => {
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    });
    return { ...start({ ...ports, hook }), asked };
  }

  test('it is told what is known, and no key', async () => {
    const { ask, asked, linkOf } = startWith('viewer', { verify });
    const token = await signShared({ [ROLES_CLAIM]: { s: 'owner' } });
    await ask('r', { token, key: linkOf('editor').key });
    expect(asked).toEqual([
      {
        room: 'r',
        address: ADDRESS,
        token,
        identity: { userId: 'ann', name: 'Ann', roles: new Map([['s', 'owner']]) },
        linkRole: 'editor',
      },
    ]);
  });

  test('it decides in place of tokens and links', async () => {
    const { ask, linkOf } = startWith('viewer', { verify });
    const token = await signShared({ [ROLES_CLAIM]: { r: 'owner' } });
    const { id, key } = linkOf('owner');
    expect(await ask('r', { token, key })).toMatchObject({ access: { role: 'viewer', by: 'user:ann', linkId: id } });
    expect(await startWith(null, { verify }).ask('r', { token })).toEqual(REFUSED);
  });

  test('it is not asked about those whose token is not valid', async () => {
    const { ask, asked, authorizer } = startWith('owner', { verify });
    expect(await ask('r', { token: 'x' })).toMatchObject({ status: 'sign_in' });
    expect(await authorizer.create({ address: ADDRESS })).toMatchObject({ status: 'sign_in' });
    expect(asked).toEqual([]);
  });

  test('without a provider it can say who someone is, by a token that only it understands', async () => {
    const answer = { role: 'editor', userId: 'bob', name: ' Bob\n', expiresAt: 7 };
    const { ask, asked, authorizer } = startWith(answer);
    const identity = { userId: 'bob', name: 'Bob' };
    expect(await ask('r', { token: 'opaque' })).toEqual({
      status: 'granted',
      access: { role: 'editor', by: 'user:bob', identity, expiresAt: 7 },
    });
    expect(await authorizer.create({ address: ADDRESS, token: 'opaque' })).toEqual({
      status: 'granted',
      by: 'user:bob',
      identity,
    });
    expect(asked).toEqual([
      { room: 'r', address: ADDRESS, token: 'opaque' },
      { room: null, address: ADDRESS, token: 'opaque' },
    ]);
  });

  test('who comes by a link, or as nobody, is in the audit log as that', async () => {
    const { ask, linkOf } = startWith('editor');
    const { id, key } = linkOf('viewer');
    expect(await ask('r', { key })).toMatchObject({ access: { role: 'editor', by: `link:${id}` } });
    expect(await ask('r')).toMatchObject({ access: { role: 'editor', by: 'hook' } });
  });

  test('access ends when the token does, or when the hook says, whichever is first', async () => {
    const token = await signShared();
    const ends = async (expiresAt: number) => {
      const decision = await startWith({ role: 'editor', expiresAt }, { verify }).ask('r', { token });
      return decision.status === 'granted' ? decision.access.expiresAt : undefined;
    };
    expect(await ends(7)).toBe(7);
    expect(await ends(Date.now() * 2)).toBeLessThan(Date.now() * 2);
  });

  test('it can send people to sign in', async () => {
    const { ask, authorizer } = startWith({ signIn: 'Your session is over. Sign in again.' });
    const answer = { status: 'sign_in', reason: 'Your session is over. Sign in again.' };
    expect(await ask('r')).toEqual(answer);
    expect(await authorizer.create({ address: ADDRESS })).toEqual(answer);
  });

  test('it can keep people from making rooms', async () => {
    const { authorizer } = startWith(null);
    expect(await authorizer.create({ address: ADDRESS })).toEqual(REFUSED);
  });

  test('when it fails, nobody is let in, not even by a key or a token that holds', async () => {
    const { access, ask, authorizer, linkOf } = startWith(new Error('no database'), { verify });
    const token = await signShared({ [ROLES_CLAIM]: { '*': 'owner' } });
    await expect(ask('r', { token, key: linkOf('owner').key })).rejects.toThrow('no database');
    await expect(authorizer.create({ address: ADDRESS, token })).rejects.toThrow('no database');
    expect(access.list('r').every((link) => link.lastUsedAt === undefined)).toBe(true);
  });
});
