/**
 * Vite's plugin that builds the service worker to `/service-worker.js` and tells it what else was built. Only `vite build` has
 * one: in development nothing may stand between the page and the newest source.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Build } from '../../src/service-worker/build.ts';

const SOURCE = fileURLToPath(new URL('../../src/service-worker/service-worker.ts', import.meta.url));
/** The name never changes: the browser looks here for a new version. */
const SCRIPT = 'service-worker.js';
/** Where the worker's source has the build it belongs to. */
const PLACE = '__KUMIKO_BUILD__';
/** Nobody needs these offline: maps are for developers, and samples are made by the server. */
const LEFT_OUT = /\.map$|^\/samples\/|\/\./;

export function serviceWorker(): Plugin {
  return {
    name: 'kumiko:service-worker',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: SCRIPT });
    },
    // Only now the files are as they will be served.
    writeBundle({ dir }, bundle) {
      const script = bundle[SCRIPT];
      if (dir === undefined || script?.type !== 'chunk') this.error(`${SCRIPT} was not built.`);
      // It is started as a classic script, which every browser with service workers can do.
      if (script.imports.length > 0)
        this.error(`${SCRIPT} has to be one file, but imports ${script.imports.join(', ')}.`);
      const parts = script.code.split(PLACE);
      if (parts.length !== 2) this.error(`${PLACE} is in ${SCRIPT} ${parts.length - 1} times, not once.`);
      writeFileSync(join(dir, SCRIPT), parts.join(JSON.stringify(buildIn(dir))));
    },
  };
}

/** Describes what was built into a directory. */
export function buildIn(dir: string): Build {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: `/${relative(dir, file).split(sep).join('/')}`, integrity: integrityOf(file) }))
    .filter(({ path }) => path !== `/${SCRIPT}` && !LEFT_OUT.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { version: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16), files };
}

function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}
