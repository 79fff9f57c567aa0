import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { StartupError } from '../startup-error';
import { tempDir } from '../testing/temp-dir';
import { type AuthorizeRequest, authorizeHook, loadAuthorizeHook } from './authorize-hook';

const REQUEST: AuthorizeRequest = { room: 'r', address: '192.0.2.1' };

function moduleWith(source: string): string {
  const file = join(tempDir(), 'authorize.mjs');
  writeFileSync(file, source);
  return file;
}

describe('a module', () => {
  test('is loaded from its file and asked', async () => {
    const file = moduleWith(`export default ({ room, linkRole }) => (room === 'r' ? linkRole : null);`);
    const hook = await loadAuthorizeHook(file);
    expect(await hook({ ...REQUEST, linkRole: 'editor' })).toEqual({ role: 'editor' });
    expect(await hook({ ...REQUEST, room: 'other', linkRole: 'editor' })).toBeNull();
  });

  test('may answer later', async () => {
    const hook = await loadAuthorizeHook(moduleWith(`export default async () => ({ role: 'owner', userId: 'ann' });`));
    expect(await hook(REQUEST)).toEqual({ role: 'owner', userId: 'ann' });
  });

  test.each([
    ['is not there', () => join(tempDir(), 'authorize.mjs'), /cannot be loaded from/],
    ['is not JavaScript', () => moduleWith('export default ((('), /cannot be loaded from/],
    ['throws', () => moduleWith(`throw new Error('no database')`), /cannot be loaded from .*no database/],
    ['is a directory', () => tempDir(), /cannot be loaded from/],
    ['exports nothing', () => moduleWith(''), /no default export that is a function/],
    ['exports a role', () => moduleWith(`export default 'owner';`), /no default export that is a function/],
    ['exports it by name', () => moduleWith('export const authorize = () => null;'), /no default export/],
  ])('that %s is an error in words', async (_, file, words) => {
    const loading = loadAuthorizeHook(file());
    await expect(loading).rejects.toThrow(StartupError);
    await expect(loading).rejects.toThrow(words);
  });
});

describe('an answer', () => {
  test.each([
    [null, null],
    ['viewer', { role: 'viewer' }],
    [{ role: 'editor' }, { role: 'editor' }],
    [
      { role: 'editor', userId: 'ann', name: 'Ann', expiresAt: 7 },
      { role: 'editor', userId: 'ann', name: 'Ann', expiresAt: 7 },
    ],
    [{ signIn: 'Sign in again.' }, { signIn: 'Sign in again.' }],
  ])('%j is understood', async (answer, parsed) => {
    expect(await authorizeHook(() => answer)(REQUEST)).toEqual(parsed);
    expect(await authorizeHook(async () => answer)(REQUEST)).toEqual(parsed);
  });

  test.each([
    [undefined],
    [true],
    [1],
    [''],
    ['admin'],
    ['__proto__'],
    [[]],
    [['owner']],
    [{}],
    [{ role: null }],
    [{ role: 'root' }],
    [{ role: 'owner', userId: '' }],
    [{ role: 'owner', userId: 7 }],
    [{ role: 'owner', expiresAt: 'tomorrow' }],
    [{ role: 'owner', expiresAt: Number.NaN }],
    [{ role: 'owner', room: 'other' }],
    [{ signIn: '' }],
    [{ signIn: 'Sign in.', role: 'owner' }],
  ])('%j is none, and a trouble', async (answer) => {
    await expect(authorizeHook(() => answer)(REQUEST)).rejects.toThrow(/AUTHORIZE_MODULE gave an answer that is none/);
  });

  test('that is an error is a trouble', async () => {
    const fails = () => {
      throw new Error('no database');
    };
    await expect(authorizeHook(fails)(REQUEST)).rejects.toThrow('no database');
    await expect(authorizeHook(async () => fails())(REQUEST)).rejects.toThrow('no database');
  });

  test('that does not come in time is a trouble, and is not waited for any longer', async () => {
    vi.useFakeTimers();
    try {
      const asked = authorizeHook(() => new Promise(() => {}))(REQUEST);
      const refused = expect(asked).rejects.toThrow('no answer within 5 s');
      await vi.advanceTimersByTimeAsync(4_999);
      expect(vi.getTimerCount()).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      await refused;
      expect(await authorizeHook(async () => 'owner')(REQUEST)).toEqual({ role: 'owner' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that fails after it was given up disturbs nobody', async () => {
    let fail: (error: Error) => void = () => {};
    const late = new Promise((_, reject) => {
      fail = reject;
    });
    await expect(authorizeHook(() => late, 1)(REQUEST)).rejects.toThrow(/no answer within/);
    fail(new Error('late')); // Vitest fails a run in which a rejection is not handled.
    await expect(late).rejects.toThrow('late');
  });
});
