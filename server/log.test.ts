/** What is logged, and how. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createLog, type LogFields, type LogOptions } from './log';

function logged(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', format: 'json', write: (line) => void lines.push(line), ...options });
  return { log, lines, parsed: () => lines.map((line): unknown => JSON.parse(line)) };
}

test('each event is one line of JSON with time, level, words and fields; a child’s lines have its fields', () => {
  const { log, lines, parsed } = logged();
  log.info('One', { room: 'r', status: 200 });
  log.child({ room: 'r' }).child({ connection: 'c' }).warn('Two\nlines');
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(parsed()).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), room: 'r', status: 200, msg: 'One' },
    { level: 'warn', time: expect.any(String), room: 'r', connection: 'c', msg: 'Two\nlines' },
  ]);
});

test('a level lets through what matters as much or more', () => {
  for (const [level, expected] of [
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['silent', []],
  ] as const) {
    const { log, lines } = logged({ level });
    log.debug('x');
    log.info('x');
    log.warn('x');
    log.error('x');
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(expected);
  }
});

test('fields that are not known are left out, and long ones are cut', () => {
  const { log, lines } = logged();
  const more = { room: 'r'.repeat(1_000), key: 'secret', properties: { name: 'secret' } };
  const fields: LogFields = more;
  log.info('One', fields);
  log.child(fields).error('Two');
  expect(lines.join('')).not.toContain('secret');
  expect(lines.map((line) => JSON.parse(line).room.length)).toEqual([100, 100]);
});

test('an error says its kind, message, code, place and cause, but nothing that was read', () => {
  const { log, parsed, lines } = logged();
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  log.error('One', new Error('outer', { cause: full }));
  expect(parsed()).toMatchObject([
    {
      error: {
        name: 'Error',
        message: 'outer',
        stack: expect.stringMatching(/^at /),
        cause: { message: 'no space', code: 'ENOSPC' },
      },
    },
  ]);
  for (const read of [
    () => JSON.parse('{"name": "secret" nonsense}'),
    () => z.record(z.string(), z.enum(['a'])).parse({ secret: 'secret' }),
    () => z.strictObject({}).parse({ secret: 1 }),
  ]) {
    try {
      read();
    } catch (error) {
      log.error('Two', error);
      log.warn('Three', new Error('outer', { cause: error }));
    }
  }
  log.error('Four', 'secret');
  expect(parsed()).toHaveLength(8);
  expect(lines.join('')).not.toContain('secret');
});

test('at a terminal a line is readable', () => {
  const { log, lines } = logged({ format: 'text' });
  log.info('Kumiko is at http://localhost:8787');
  log.child({ room: 'r' }).error('Room failed.', new Error('why'));
  expect(lines[0]).toMatch(/^\d{4}-\S+Z Kumiko is at http:\/\/localhost:8787\n$/);
  expect(lines[1]).toMatch(/^\d{4}-\S+Z ERROR Room failed\. room=r\n\{[\s\S]*"message": "why"[\s\S]*\}\n$/);
});
