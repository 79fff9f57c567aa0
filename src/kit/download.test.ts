import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './download';

test.each([
  ['World', 'World.json'],
  ['世界 / World: a "map"?', '世界 World a map.json'],
  ['../../etc/passwd', 'etc passwd.json'],
  ['  . ', 'graph.json'],
  [undefined, 'graph.json'],
  ['CON', 'CON graph.json'],
  ['a\u202egnp.exe', 'a gnp.exe.json'],
])('%j is kept as %j', (title, name) => {
  expect(fileName(title, 'json')).toBe(name);
});

test('property: a name is short, and has nothing that a file system does not take', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = fileName(title, 'png');
      expect(name).toMatch(/^[^./\\:*?"<>|\p{Cc}\p{Cf} ][^/\\:*?"<>|\p{Cc}\p{Cf}]*\.png$/u);
      expect([...name].length).toBeLessThanOrEqual(90);
    }),
  );
});
