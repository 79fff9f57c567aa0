/** What can be set is said in three places; they say the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { asksForHelp, helpText } from './help';
import { settingsByGroup } from './settings';

const DOC = fileURLToPath(new URL('../../docs/operating.md', import.meta.url));

/** `<name>` `<default>` of each row of the tables in the section, with the heading above it. */
function documented(): { group: string; name: string; byDefault: string; description: string }[] {
  const section = /^## Settings\n(.*?)^## /ms.exec(readFileSync(DOC, 'utf8'))?.[1] ?? '';
  let group = '';
  return section.split('\n').flatMap((line) => {
    group = /^### (.*)$/.exec(line)?.[1] ?? group;
    const [, name, byDefault, description] = /^\| `(\w+)` +\| (\S+) +\| (.*?) +\|$/.exec(line) ?? [];
    if (name === undefined || byDefault === undefined || description === undefined) return [];
    return [{ group, name, byDefault: byDefault.replaceAll('`', ''), description }];
  });
}

test('docs/operating.md has every setting with its default, and no other', () => {
  const known = settingsByGroup().flatMap(({ group, settings }) =>
    settings.map(({ name, byDefault = '–', description }) => ({ group, name, byDefault, description })),
  );
  expect(documented()).toEqual(known);
});

test('--help tells every setting with its default', () => {
  const text = helpText();
  for (const { group, settings } of settingsByGroup()) {
    expect(text).toContain(`\n${group}\n`);
    for (const { name, description, byDefault } of settings) {
      const line = text.split('\n').find((each) => each.trimStart().startsWith(`${name} `));
      expect(line, name).toContain(description);
      expect(line?.endsWith(`[${byDefault ?? ''}]`), name).toBe(byDefault !== undefined);
    }
  }
});

test('an argument that is not known is refused in words', () => {
  expect(asksForHelp([])).toBe(false);
  expect(asksForHelp(['--help'])).toBe(true);
  expect(asksForHelp(['-h'])).toBe(true);
  expect(() => asksForHelp(['--port', '80'])).toThrow(
    'There is no option "--port". Settings are environment variables',
  );
});
