import { describe, expect, test } from 'vitest';
import { CLOSE_CODES } from '../shared/protocol/version';
import { accessState } from './access-state';

const session = { role: undefined, limits: undefined, identity: undefined, signIn: undefined };
const besides = { pending: [], isEmptyHanded: false, restorableUntil: undefined };
const ended = (endCode: number | undefined) => ({ ...session, endCode, endReason: 'As the server says.' });
const going = { ...session, endCode: undefined, endReason: undefined };

describe('why a session is over', () => {
  test.each([
    [CLOSE_CODES.noSuchRoom, 'no_access'],
    [CLOSE_CODES.noAccess, 'no_access'],
    [CLOSE_CODES.wrongVersion, 'other'],
    [undefined, 'other'],
  ])('by the close %i it is %s, in the server’s words', (code, ending) => {
    expect(accessState(ended(code), besides)).toMatchObject({ ending, endReason: 'As the server says.' });
  });

  test('where there was nothing to get in by, the page says what is missing', () => {
    const state = accessState(ended(CLOSE_CODES.noSuchRoom), { ...besides, isEmptyHanded: true });
    expect(state).toMatchObject({ ending: 'no_key', endReason: expect.stringContaining('has no key') });
  });

  test('a deleted graph is one, also to an owner who opens it and is told that there is none', () => {
    const words = { ending: 'deleted', endReason: 'This graph was deleted by an owner.' };
    expect(accessState(ended(CLOSE_CODES.deleted), besides)).toMatchObject(words);
    const known = { ...besides, restorableUntil: 5 };
    expect(accessState(ended(CLOSE_CODES.noSuchRoom), known)).toMatchObject({ ...words, restorableUntil: 5 });
  });

  test('a session that goes on has no ending, though it is known until when the graph could be restored', () => {
    expect(accessState(going, { ...besides, restorableUntil: 5 })).toMatchObject({
      ending: undefined,
      endReason: undefined,
    });
  });
});
