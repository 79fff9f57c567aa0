/**
 * Vite's plugin that gives browsers the engine's WebAssembly code as a file of its own. The module `virtual:kuzu-wasm-url`
 * exports the file's address, and `kuzu-wasm/sync` comes without it. For `vite build` and `vite dev` alike; in Node, and so
 * in the engine's tests, the package stays as it is.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
// With its extension, as Vite's configuration is to be loaded by Node itself one day.
import { takeOutWasm } from './take-out-wasm.ts';

const ADDRESS = /^virtual:kuzu-wasm-url$/;
/** As Vite wants the ids of modules that have no file. */
const RESOLVED_ADDRESS = '\0virtual:kuzu-wasm-url';
const RESOLVED_ADDRESS_ID = new RegExp(`^${RESOLVED_ADDRESS}$`);
const PACKAGE_FILE = /\/kuzu-wasm\/sync\/index\.js(\?|$)/;

/** To be used twice: Vite bundles workers with plugins of their own. */
export function kuzuWasm(): Plugin {
  let cacheDir = '';
  return {
    name: 'kumiko:kuzu-wasm',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    configResolved(config) {
      cacheDir = config.cacheDir;
    },
    resolveId: {
      filter: { id: ADDRESS },
      handler: () => RESOLVED_ADDRESS,
    },
    load: {
      filter: { id: [RESOLVED_ADDRESS_ID, PACKAGE_FILE] },
      async handler(id) {
        if (id !== RESOLVED_ADDRESS) return takeOutWasm(textOf(id)).glue;
        const file = (await this.resolve('kuzu-wasm/sync'))?.id;
        if (file === undefined || !PACKAGE_FILE.test(file)) {
          this.error(
            `kuzu-wasm/sync was expected in a file kuzu-wasm/sync/index.js, but is ${file ?? 'not installed'}.`,
          );
        }
        // Once it is in a file, Vite itself knows what to do: serve it, or put it among the assets, its hash in its name.
        const wasmFile = join(cacheDir, 'kuzu.wasm');
        mkdirSync(cacheDir, { recursive: true });
        writeFileSync(wasmFile, takeOutWasm(textOf(file)).wasm);
        return `export { default } from ${JSON.stringify(`${normalizePath(wasmFile)}?url`)};`;
      },
    },
  };
}

function textOf(id: string): string {
  return readFileSync(id.replace(/\?.*$/, ''), 'utf8');
}
