import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

it('builds the engine into small scripts and one file of WebAssembly', async () => {
  const built = await build({
    configFile: path('vite.config.ts'),
    logLevel: 'silent',
    build: { write: false, sourcemap: false, rolldownOptions: { input: path('src/engine/browser-worker.ts') } },
  });
  if (!('output' in built)) throw new Error('one bundle was expected');
  const wasm = built.output.filter((file) => /^assets\/kuzu-[\w-]+\.wasm$/.test(file.fileName));
  expect(wasm).toHaveLength(1);
  const others = built.output.filter((file) => !wasm.includes(file));
  expect(others.some((file) => file.fileName.includes('engine.worker'))).toBe(true);
  for (const file of others) {
    expect((file.type === 'chunk' ? file.code : file.source).length, file.fileName).toBeLessThan(500_000);
  }
});
