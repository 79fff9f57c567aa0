import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSamples } from './sample-files';
import { StartupError } from './startup-error';
import { edgeNo, nodeNo } from './testing/ids';
import { createNode, schemaOps } from './testing/ops';
import { tempDir } from './testing/temp-dir';

const knows = {
  op: 'create_edge',
  edgeId: edgeNo(1),
  type: 'KNOWS',
  source: nodeNo(1),
  target: nodeNo(2),
  properties: {},
};
const sample = {
  id: 'tiny',
  title: 'Tiny',
  description: 'Two people.',
  attribution: 'Made up.',
  patches: [schemaOps, [createNode(1), createNode(2)], [knows]],
};

function directoryWith(files: Record<string, unknown>): string {
  const dir = tempDir();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), JSON.stringify(content));
  return dir;
}

test('samples are read with the counts of their nodes and edges, by title', () => {
  const samples = readSamples(directoryWith({ 'tiny.json': sample, 'a.json': { ...sample, id: 'a', title: 'A' } }));
  expect([...samples.keys()]).toEqual(['a', 'tiny']);
  expect(samples.get('tiny')).toMatchObject({ title: 'Tiny', nodes: 2, edges: 1 });
});

test('no directory, no samples', () => {
  expect(readSamples(join(tempDir(), 'none')).size).toBe(0);
});

test.each([
  ['is no sample', { 'x.json': { id: 'x' } }, /x\.json is not valid/],
  ['has an op that does not exist', { 'x.json': { ...sample, patches: [[{ op: 'fly' }]] } }, /x\.json is not valid/],
  ['has a patch that is refused', { 'x.json': { ...sample, patches: [[createNode(1)]] } }, /Patch 0 .* no label/],
  ['has the id of another', { 'x.json': sample, 'y.json': sample }, /same id/],
])('a file that %s keeps the server from starting, in words', (_, files, words) => {
  const dir = directoryWith(files);
  expect(() => readSamples(dir)).toThrow(StartupError);
  expect(() => readSamples(dir)).toThrow(words);
});
