/** JSON text, keys and bytes that nobody means well with. */

const HUGE = JSON.stringify('x'.repeat(1_000_000));
const LONE_SURROGATES = ['"\\ud800"', '"\\udfff"', '"\\ude00\\ud83d"', '"a\\ud800b"'];

/** What no field of any message may be, though it is JSON: but for text, where a field takes any. */
export const ALIEN_TEXTS: readonly string[] = [HUGE, ...LONE_SURROGATES];

/** What no field of any message may be, though it is JSON. */
export const ALIENS: readonly string[] = [
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  `${'{"a":'.repeat(1_000)}0${'}'.repeat(1_000)}`,
  `${'{"__proto__":'.repeat(1_000)}0${'}'.repeat(1_000)}`,
  '1e999',
  '-1e999',
  `1${'0'.repeat(1_000)}`,
  '{"__proto__":{"polluted":true}}',
  '{"__proto__":null}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":null,"valueOf":null,"hasOwnProperty":null}',
  '["__proto__"]',
  '[null]',
];

/** What may or may not do, depending on the field. */
export const ODD_VALUES: readonly string[] = [
  ...['null', 'true', 'false', '[]', '{}', '""', '" "'],
  ...['0', '-0', '-1', '1.5', '0.30000000000000004', '1e308', '5e-324', '1E1'],
  ...['9007199254740991', '9007199254740992', '-9007199254740993', '9223372036854775808', '10000001'],
  ...['"__proto__"', '"constructor"', '"toString"', '"id"', '"ID"', '"_x"', '"patch"', '"delete_node"'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\u202egnp.exe"', '"\\u200b"', '"\\ufeff"', '"e\\u0301"', '"🙂"', '"ﬃ"', '"İ"'],
  ...['"2026-02-30"', '"9999-12-31"', '"+275760-09-13"', '"2026-01-31T24:00:00.000Z"', '"NaN"', '"Infinity"'],
  ...['"n_00000000-0000-4000-8000-000000000001"', '"e_00000000-0000-4000-8000-000000000001"'],
  JSON.stringify('y'.repeat(100_000)),
  JSON.stringify("'; DROP TABLE patches; --"),
  JSON.stringify('`MATCH (n) DETACH DELETE n`'),
  JSON.stringify('<script>alert(1)</script>'),
];

/** What is no JSON, wherever it stands. */
export const NO_VALUES: readonly string[] = [
  ...['NaN', 'Infinity', '-Infinity', 'undefined', 'nul', 'True', 'function(){}', ','],
  ...['0x1f', '01', '+1', '.5', '1.', '1e', '1_000', '1n', '--1'],
  ...["'a'", '"open', '"\\x41"', '"\\u12"', '"a\nb"', '"a\0b"', '`a`', '"a"b'],
  ...['{a:1}', '{"a":1,}', '{"a"}', '[1,]', '[,1]', '[1', '/**/1', '\u00a01'],
];

/** Keys that no object has, but where any are taken. */
export const HOSTILE_KEYS: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
  ...['toJSON', 'then', 'length', '0', '', '\0', ' type', 'k'.repeat(3_000)],
];

/** What no label, edge type or property can be called. */
export const WRONG_NAMES: readonly string[] = [
  ...[
    '',
    ' ',
    '__proto__',
    '_x',
    'id',
    'ID',
    ' a',
    'a ',
    'a  b',
    'a\tb',
    'a\nb',
    'a\0',
    'a-b',
    'a.b',
    '`a`',
    '"',
    '🙂',
  ],
  ...['e\u0301', '\u202ea', 'a\u200bb', '\ufeffa', '\ud800', 'x'.repeat(65), '組'.repeat(65)],
];

/** Bytes that are no UTF-8, wherever they stand. */
export const WRONG_UTF8: readonly Uint8Array[] = [
  Uint8Array.of(0xff),
  Uint8Array.of(0x80),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xe2, 0x82),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xf0, 0x80, 0x80, 0xaf),
  Uint8Array.of(0xf5, 0x80, 0x80, 0x80),
];
