import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { securityHeaders } from '../../server/edge/security-headers';

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
  const policy = (path: string) => securityHeaders({})({ path, contentType: 'text/javascript', isEncrypted: true });
  const workers = others.filter(({ fileName }) =>
    policy(`/${fileName}`)['content-security-policy']?.includes("'unsafe-eval'"),
  );
  expect(workers, 'the server knows the worker by its name').toHaveLength(1);
  for (const worker of workers) {
    const code = worker.type === 'chunk' ? worker.code : String(worker.source);
    expect(code, 'it has no network, so it is one file').not.toMatch(
      /\bimport\s*[("'{*]|\bimport\s+[\w$]|\bfrom\s*["']/,
    );
  }
  for (const file of others) {
    expect((file.type === 'chunk' ? file.code : file.source).length, file.fileName).toBeLessThan(500_000);
  }
});
