import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opsSchema } from '../graph/ops';
import { PROPERTY_TYPES, type PropertyType, valueProblem } from '../graph/values';
import { guessType, readColumn } from './read-column';
import { guessSeparator, readTable, SEPARATORS } from './read-table';
import { columnNames, hasHeaders } from './table-columns';
import { gridAround, tableOps } from './table-ops';

describe('a column', () => {
  test.each<[PropertyType, string[]]>([
    ['STRING', ['Ann', '7']],
    ['STRING', ['']],
    ['INT64', ['7', '', '-12', '−3']],
    ['INT64', ['1,234', '1,234,567']],
    ['DOUBLE', ['7', '2.5', '1e3']],
    ['DOUBLE', ['1.250']],
    ['DOUBLE', ['1.234,5', '12']],
    ['BOOLEAN', ['yes', 'No', 'TRUE', 'いいえ']],
    ['DATE', ['2026-01-31', '2026/2/1', '2026年3月4日']],
    ['DATE', ['31/1/2026', '1/2/2026']],
    ['TIMESTAMP', ['2026-01-31T09:30:00Z', '2026-01-31 09:30']],
    // Codes and telephone numbers are no amounts, and long numbers would lose digits.
    ['STRING', ['007', '12']],
    ['STRING', ['+81312345678']],
    ['STRING', ['12345678901234567890']],
    // It is not known how these are meant.
    ['STRING', ['1,234']],
    ['STRING', ['1/2/2026']],
  ])('is of type %s: %j', (type, cells) => {
    expect(guessType(cells)).toBe(type);
  });

  test('says in one cell how the others are meant', () => {
    expect(readColumn(['1/2/2026', '13/2/2026'], 'DATE').values).toEqual(['2026-02-01', '2026-02-13']);
    expect(readColumn(['1/2/2026', '2/13/2026'], 'DATE').values).toEqual(['2026-01-02', '2026-02-13']);
    expect(readColumn(['1,234', '12.5'], 'DOUBLE').values).toEqual([1234, 12.5]);
    expect(readColumn(['1.234', '12,5', '1 000'], 'DOUBLE').values).toEqual([1234, 12.5, 1000]);
  });

  test('leaves empty what does not fit or could mean two things, and counts it', () => {
    expect(readColumn(['7', 'seven', '', '7.5'], 'INT64')).toEqual({
      values: [7, undefined, undefined, undefined],
      unfit: 2,
    });
    expect(readColumn(['1/2/2026', '3/3/2026'], 'DATE')).toEqual({ values: [undefined, '2026-03-03'], unfit: 1 });
    expect(readColumn(['2026-02-30'], 'DATE')).toEqual({ values: [undefined], unfit: 1 });
    expect(readColumn(['abcd'], 'STRING', 3)).toEqual({ values: [undefined], unfit: 1 });
  });

  test('never has a value that its type cannot have', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '1,234',
        '1.234,5',
        '1/2/2026',
        '31.12.2026',
        '2026-02-29',
        'yes',
        '-0',
        '1e999',
        '2026-01-01 24:00',
      ),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.array(cell), fc.constantFrom(...PROPERTY_TYPES), (cells, type) => {
        const { values, unfit } = readColumn(
          cells.map((each) => each.trim().toWellFormed()),
          type,
        );
        expect(values.length).toBe(cells.length);
        for (const value of values) if (value !== undefined) expect(valueProblem(type, value)).toBeUndefined();
        expect(unfit + values.filter((value) => value !== undefined).length).toBe(
          cells.filter((each) => each.trim() !== '').length,
        );
      }),
    );
  });
});

describe('text as a table', () => {
  test.each([
    ['a line is a cell', 'Ann\r\nBo\n\n Cem ', 'none', [['Ann'], ['Bo'], ['Cem']]],
    [
      'from a spreadsheet',
      'name\tage\nAnn\t7\nBo\n',
      'tab',
      [
        ['name', 'age'],
        ['Ann', '7'],
        ['Bo', ''],
      ],
    ],
    ['with line breaks in cells', '"a\nb"\tc\n', 'tab', [['a\nb', 'c']]],
    [
      'with a quotation mark that nothing closes',
      '"a\tb\nc\td',
      'tab',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CSV',
      'name,age\n"Ann, A.",7\n',
      'comma',
      [
        ['name', 'age'],
        ['Ann, A.', '7'],
      ],
    ],
    [
      'with semicolons',
      'a;b\n1,5;2',
      'semicolon',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['sentences are no CSV', 'Hello, world\nBye', 'none', [['Hello, world'], ['Bye']]],
    ['one sentence is no CSV', 'Hello, world', 'none', [['Hello, world']]],
  ] as const)('%s', (_, text, separator, rows) => {
    expect(guessSeparator(text)).toBe(separator);
    expect(readTable(text, separator)).toEqual(rows);
  });

  test('never throws, has rows of one length, and becomes a patch that can be sent', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[ab",;\t\n\r1/. ]*$/u));
    fc.assert(
      fc.property(text, fc.constantFrom(...SEPARATORS), (given, separator) => {
        const rows = readTable(given, separator);
        hasHeaders(rows);
        guessSeparator(given);
        const names = columnNames(rows[0] ?? [], (place) => `column ${place + 1}`);
        const columns = names.map((name, place) => {
          const cells = rows.map((row) => row[place] ?? 'missing');
          const type = guessType(cells);
          return { name, type, ...readColumn(cells, type) };
        });
        expect(columns.every(({ unfit }) => unfit === 0)).toBe(true);
        const places = gridAround({ x: 1e7, y: 0 }, rows.length, { width: 200, height: 64 }, 40);
        const { ops } = tableOps({ name: 'Item', style: {} }, columns, places);
        expect(opsSchema.parse(ops)).toEqual(ops);
      }),
    );
  });

  test.each([
    [
      [
        ['name', 'age'],
        ['Ann', '7'],
      ],
      true,
    ],
    [
      [
        ['name', 'city'],
        ['Ann', 'Tokyo'],
      ],
      true,
    ],
    [
      [
        ['Ann', '7'],
        ['Bo', '8'],
      ],
      false,
    ],
    [
      [
        ['a', 'a'],
        ['b', 'c'],
      ],
      false,
    ],
    [[['Ann'], ['Bo']], false],
    [[['year'], ['1999']], true],
    [[['name', 'age']], false],
  ])('%j: the first row has names: %s', (rows, expected) => {
    expect(hasHeaders(rows)).toBe(expected);
  });

  test('columns get names that properties can have, no two the same', () => {
    expect(columnNames(['Name', 'name', 'ID', 'e-mail (work)', '', '_x'], (place) => `column ${place + 1}`)).toEqual([
      'Name',
      'name 2',
      'ID 2',
      'e mail work',
      'column 5',
      'x',
    ]);
  });
});
