import { expect, test } from 'vitest';
import { allCommands } from './commands';

test('no two commands have one id, or one shortcut', () => {
  const ids = allCommands.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const keys = allCommands.flatMap((command) => command.keys ?? []);
  expect(keys).toEqual([...new Set(keys)]);
});

test('every command has a title', () => {
  for (const { id, title } of allCommands) expect(title(), id).toMatch(/^[\p{Lu}\p{Lo}]/u);
});
