import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Role } from '../../shared/access';
import { memoryStorage } from '../testing/memory-storage';
import { putRingEntry, type RingStorage, ringEntry } from './key-ring';
import { RoomKeys } from './room-keys';

const ROOM = 'room';
const [OWNERS, EDITORS, VIEWERS] = ['owners'.padEnd(16, '_'), 'editors'.padEnd(16, '_'), 'viewers'.padEnd(16, '_')];

/** A tab: its address line, and its history's entry. */
class TestTab {
  readonly place = { hash: '', pathname: `/g/${ROOM}`, search: '' };
  readonly history = {
    state: null as unknown,
    replaceState: (state: unknown, _: string, address?: string | URL | null) => {
      this.history.state = structuredClone(state);
      this.place.hash = new URL(String(address), 'http://localhost').hash;
    },
  };

  constructor(
    readonly storage: RingStorage,
    key?: string,
  ) {
    if (key !== undefined) this.place.hash = `#key=${key}`;
  }

  /** Opens the page, or loads it anew. @param roles what keys let one do */
  opens(roles: Readonly<Record<string, Role>> = {}): RoomKeys {
    const { place, history, storage } = this;
    return new RoomKeys(ROOM, { place, history, storage, roleOf: async (key) => roles[key] });
  }
}

describe('the key of an address', () => {
  test('is used, and is not in the address any more', () => {
    const tab = new TestTab(memoryStorage(), EDITORS);
    expect(tab.opens().current).toBe(EDITORS);
    expect(tab.place.hash).toBe('');
    expect(tab.history.state).toEqual({ kumikoKey: EDITORS });
  });

  test('is used again when the page is loaded anew, and leaves the rest of the entry’s state as it was', () => {
    const tab = new TestTab(memoryStorage(), EDITORS);
    tab.history.state = { scrolled: 7 };
    tab.opens();
    expect(tab.opens().current).toBe(EDITORS);
    expect(tab.history.state).toEqual({ scrolled: 7, kumikoKey: EDITORS });
  });

  test('stays where it is when the browser keeps no state', () => {
    const told = vi.spyOn(console, 'info').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const tab = new TestTab(memoryStorage(), EDITORS);
    tab.history.replaceState = () => {
      throw new DOMException('Too often.', 'SecurityError');
    };
    expect(tab.opens().current).toBe(EDITORS);
    expect(tab.place.hash).toBe(`#key=${EDITORS}`);
  });

  test.each(['#key=', '#key=short', '#key=with spaces and more', '#nokey', '#__proto__=1'])('is none in %s', (hash) => {
    const tab = new TestTab(memoryStorage());
    tab.place.hash = hash;
    expect(tab.opens().current).toBeUndefined();
    expect(tab.place.hash).toBe(hash);
  });

  test('outlives the way to a sign-in page and back, which has no history and no key in its address', () => {
    const storage = memoryStorage();
    new TestTab(storage, EDITORS).opens();
    expect(new TestTab(storage).opens().current).toBe(EDITORS);
  });
});

describe('what is remembered', () => {
  test('is the key by which the person was let in, with what they might do', async () => {
    const storage = memoryStorage();
    await new TestTab(storage, EDITORS).opens().letIn('editor');
    const later = new TestTab(storage).opens();
    expect([later.current, later.rememberedRole]).toEqual([EDITORS, 'editor']);
    expect(ringEntry(storage, ROOM)).toEqual({ key: EDITORS, role: 'editor' });
  });

  test('follows what the key lets them do', async () => {
    const storage = memoryStorage();
    const keys = new TestTab(storage, EDITORS).opens();
    await keys.letIn('editor');
    await keys.letIn('viewer');
    expect(new TestTab(storage).opens().rememberedRole).toBe('viewer');
  });

  test('is the stronger of two keys; the other is used where it came with the address', async () => {
    const storage = memoryStorage();
    putRingEntry(storage, ROOM, { key: OWNERS, role: 'owner' });
    const tab = new TestTab(storage, VIEWERS);
    const keys = tab.opens({ [OWNERS]: 'owner' });
    expect([keys.current, keys.rememberedRole]).toEqual([VIEWERS, undefined]);
    await keys.letIn('viewer');
    expect(ringEntry(storage, ROOM)).toEqual({ key: OWNERS, role: 'owner' });
    expect(tab.opens().current).toBe(VIEWERS);
    expect(new TestTab(storage).opens().current).toBe(OWNERS);
  });

  test.each<[string, Readonly<Record<string, Role>>]>([
    ['opens nothing any more', {}],
    ['lets them do no more than the other', { [OWNERS]: 'viewer' }],
  ])('is not a key that was stronger once and %s', async (_, roles) => {
    const storage = memoryStorage();
    putRingEntry(storage, ROOM, { key: OWNERS, role: 'owner' });
    await new TestTab(storage, VIEWERS).opens(roles).letIn('viewer');
    expect(ringEntry(storage, ROOM)).toEqual({ key: VIEWERS, role: 'viewer' });
  });

  test('is the newer of two that let them do the same, and a stronger one in place of a weaker', async () => {
    const storage = memoryStorage();
    putRingEntry(storage, ROOM, { key: VIEWERS, role: 'viewer' });
    await new TestTab(storage, EDITORS).opens().letIn('editor');
    expect(ringEntry(storage, ROOM)).toEqual({ key: EDITORS, role: 'editor' });
    await new TestTab(storage, OWNERS).opens().letIn('editor');
    expect(ringEntry(storage, ROOM)).toEqual({ key: OWNERS, role: 'editor' });
  });

  test('is the role alone of who comes without a key, as an identity provider knows them', async () => {
    const storage = memoryStorage();
    await new TestTab(storage).opens().letIn('viewer');
    const later = new TestTab(storage).opens();
    expect([later.current, later.rememberedRole]).toEqual([undefined, 'viewer']);
  });

  test('is nothing that cannot be read', () => {
    const storage = memoryStorage({ 'kumiko.key.room': '{"key":7}' });
    expect(new TestTab(storage).opens().current).toBeUndefined();
  });
});

describe('a key that opens nothing', () => {
  test('is followed by the others there are, each once', async () => {
    const storage = memoryStorage();
    putRingEntry(storage, ROOM, { key: OWNERS, role: 'owner' });
    const tab = new TestTab(storage, EDITORS);
    tab.history.state = { kumikoKey: VIEWERS };
    const keys = tab.opens();
    const tried = [keys.current];
    while (keys.tryAnother()) tried.push(keys.current);
    expect(tried).toEqual([EDITORS, VIEWERS, OWNERS]);
    expect(keys.current).toBe(OWNERS);
  });

  test('is not tried first again by the next tab', () => {
    const storage = memoryStorage();
    putRingEntry(storage, ROOM, { key: OWNERS, role: 'owner' });
    const keys = new TestTab(storage, EDITORS).opens();
    expect(keys.tryAnother()).toBe(true);
    expect(new TestTab(storage).opens().current).toBe(OWNERS);
  });
});
