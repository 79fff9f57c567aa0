import { expect, test } from 'vitest';
import { recentCommands, rememberCommand } from './recent-commands';

function storage(list?: string): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>(list === undefined ? [] : [['kumiko.recent-commands', list]]);
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

test('what was chosen last comes first, each once, five at most', () => {
  const kept = storage();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) rememberCommand(kept, id);
  expect(recentCommands(kept)).toEqual(['b', 'f', 'e', 'd', 'c']);
});

test.each([
  ['not JSON', '["a"'],
  ['not a list', '{}'],
  ['not of ids', '[1]'],
])('a list that is %s is empty', (_, text) => {
  const kept = storage(text);
  expect(recentCommands(kept)).toEqual([]);
  rememberCommand(kept, 'a');
  expect(recentCommands(kept)).toEqual(['a']);
});
