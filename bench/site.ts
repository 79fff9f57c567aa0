import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig, preview } from 'vite';
import { kuzuWasm } from '../scripts/vite/kuzu-wasm';
import { must } from '../src/shared/assert';

/**
 * Builds a page for production, as the editor is built, and serves it while something runs.
 * @param root the folder that its `index.html` is in
 */
export async function withSite<T>(root: string, run: (url: string) => Promise<T>): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'kumiko-site-'));
  const site = {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [kuzuWasm()],
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es', plugins: () => [kuzuWasm()] },
  } satisfies InlineConfig;
  try {
    await build(site);
    const server = await preview({ ...site, preview: { host: '127.0.0.1', port: 0 } });
    try {
      return await run(must(server.resolvedUrls?.local[0], 'the address of the page'));
    } finally {
      await server.close();
    }
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
