import { expect, test } from 'vitest';
import { browserLocks } from './locks';

type LockSource = NonNullable<Parameters<typeof browserLocks>[0]['locks']>;

/** A stand-in for the browser's lock manager, as far as it is used here. */
function standIn(): LockSource {
  const held = new Set<string>();
  const request: LockSource['request'] = async (name, options, use) => {
    expect(options).toEqual({ ifAvailable: true });
    if (held.has(name)) return use(null);
    held.add(name);
    try {
      return await use({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { request };
}

test('a name is held by one, until it is let go', async () => {
  const locks = browserLocks({ locks: standIn() });
  const letGo = await locks?.tryHold('a');
  expect(letGo).toBeTypeOf('function');
  expect(await locks?.tryHold('a')).toBeUndefined();
  expect(await locks?.tryHold('b')).toBeTypeOf('function');
  letGo?.();
  await Promise.resolve().then(() => Promise.resolve());
  expect(await locks?.tryHold('a')).toBeTypeOf('function');
});

test('what the browser refuses is rejected', async () => {
  const locks = browserLocks({ locks: { request: () => Promise.reject(new Error('Not here.')) } });
  await expect(locks?.tryHold('a')).rejects.toThrow('Not here.');
});

test('where the browser has no locks there are none', () => {
  expect(browserLocks({})).toBeUndefined();
});
