import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { must } from '../../src/shared/assert';

/** Builds the page with bare React Flow for production, as the editor is built, and serves it while something runs. */
export async function withBareSite<T>(run: (url: string) => Promise<T>): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'kumiko-bare-'));
  const site = {
    root: fileURLToPath(new URL('bare', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  } as const;
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
