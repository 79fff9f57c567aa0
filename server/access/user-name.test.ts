import { expect, test } from 'vitest';
import { userName } from './user-name';

test.each<[unknown, string]>([
  ['Ann', 'Ann'],
  ['  Ann \t\r\n Lee ', 'Ann Lee'],
  ['Zoë 组子 👩‍👩‍👧', 'Zoë 组子 👩‍👩‍👧'],
  ['Ann\u0000\u0007\u009f', 'Ann'],
  ['\u202egro.elpmaxe\u202c Ann\u200f', 'gro.elpmaxe Ann'],
  ['half \ud800 a character', 'half \ufffd a character'],
  ['<b onclick="alert(1)">Ann</b>', '<b onclick="alert(1)">Ann</b>'],
  ['x'.repeat(100), 'x'.repeat(40)],
  [`${'x'.repeat(39)}👩`, 'x'.repeat(39)],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ['', 'Someone'],
  [' \u200e\n', 'Someone'],
  [undefined, 'Someone'],
  [['Ann'], 'Someone'],
])('%j becomes %j', (given, name) => {
  expect(userName(given)).toBe(name);
});
