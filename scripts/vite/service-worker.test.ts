import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { buildIn, serviceWorker } from './service-worker';

const PAGE = {
  'index.html': '<!doctype html><script type="module" src="/main.ts"></script>',
  'main.ts': 'console.log("the page");',
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'public/samples/world.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'public/.hidden': '',
};

function directory(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'kumiko-build-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

it('tells the worker of every file that was built, as it is on the disk', async () => {
  const root = directory(PAGE);
  await build({ root, configFile: false, logLevel: 'silent', build: { sourcemap: true }, plugins: [serviceWorker()] });
  const dist = join(root, 'dist');
  const script = readFileSync(join(dist, 'service-worker.js'), 'utf8');
  const told = [...script.matchAll(/"path":"([^"]+)","integrity":"sha256-([^"]+)"/g)];
  const paths = told.map(([, path]) => path);
  expect(paths).toEqual([expect.stringMatching(/^\/assets\/index-.+\.js$/), '/icon.svg', '/index.html']);
  for (const [, path = '', hash] of told) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('base64'),
      path,
    ).toBe(hash);
  }
  expect(script).toContain(buildIn(dist).version);
  expect(script, 'a classic script').not.toMatch(/\b(import|export)\b/);
});

it('takes another version whenever a file is another, and only then', () => {
  const version = (files: Readonly<Record<string, string>>) => buildIn(directory(files)).version;
  const before = { 'index.html': 'page', 'assets/a-1.js': 'script' };
  expect(version(before)).toBe(version({ 'assets/a-1.js': 'script', 'index.html': 'page' }));
  expect(version({ ...before, 'service-worker.js': 'worker', 'assets/a-1.js.map': '{}' })).toBe(version(before));
  expect(version({ ...before, 'index.html': 'another page' })).not.toBe(version(before));
  expect(version({ 'index.html': 'page', 'assets/a-2.js': 'script' })).not.toBe(version(before));
});
