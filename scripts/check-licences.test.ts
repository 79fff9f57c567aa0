/** What ships is under permissive licences, and what is not is named. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isPermissive, licenceProblems, shippedPackages } from './check-licences';

test('all that ships is under a permissive licence', () => {
  const packages = shippedPackages(fileURLToPath(new URL('..', import.meta.url)));
  expect(packages.map(({ path }) => path)).toEqual(expect.arrayContaining(['node_modules/zod', 'node_modules/ws']));
  expect(packages.map(({ path }) => path)).not.toContain('node_modules/vitest');
  expect(licenceProblems(packages)).toEqual([]);
});

test('who is not, is named', () => {
  const version = '1.0.0';
  expect(
    licenceProblems([
      { path: 'node_modules/fine', version, licence: 'MIT' },
      { path: 'node_modules/copyleft', version, licence: 'AGPL-3.0-only' },
      { path: 'node_modules/silent', version, licence: undefined },
    ]),
  ).toEqual(['node_modules/copyleft 1.0.0: AGPL-3.0-only', 'node_modules/silent 1.0.0: no licence']);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND GPL-3.0', false],
  ['(MIT AND (ISC OR GPL-2.0))', true],
  ['GPL-2.0 OR MIT AND ISC', true],
  ['MIT WITH something', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['UNLICENSED', false],
  ['(MIT', false],
  ['', false],
])('%s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected);
});
