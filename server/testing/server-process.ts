/** The server as a process of its own, bundled so that it starts fast. */
import { type ChildProcess, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { assert } from '../../src/shared/assert';
import { tempDir } from './temp-dir';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles the server into a directory of the test's own, and returns the file to run. */
export async function bundleServer(): Promise<string> {
  const outDir = tempDir();
  await build({
    configFile: false,
    root: PROJECT,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: 'server/main.ts',
      outDir,
      target: 'node20',
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
    },
  });
  symlinkSync(join(PROJECT, 'node_modules'), join(outDir, 'node_modules'));
  return join(outDir, 'server.mjs');
}

/** Starts a bundled server on a free port; it is killed after the test. What it says as an error is passed on. */
export function startProcess(bundle: string, environment: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [bundle], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Resolves with the server's URL once it listens. */
export async function listening(child: ChildProcess): Promise<string> {
  assert(child.stdout, 'the output of the server is not piped');
  const url = await announced(child.stdout);
  // A pipe that nobody reads fills up, and then whoever writes to it waits.
  child.stdout.resume();
  return url;
}

async function announced(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /Kumiko is at (https?:[^\s"]+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The server ended before it said where it is.');
}
