/**
 * The engine's own code, running in Node: for tests and measurements. The package's browser build loads here once the
 * globals of a CommonJS module are there, so it must be imported after them and through this file.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

Object.assign(globalThis, {
  require: createRequire(import.meta.url),
  __filename: fileURLToPath(import.meta.url),
  __dirname: fileURLToPath(new URL('.', import.meta.url)),
});

export const { KuzuGraph } = await import('../worker/kuzu-graph');
export const { KuzuDatabase } = await import('../worker/kuzu-database');

/** Makes the real database trap, by reading a failed result. */
export async function trap(): Promise<never> {
  const { default: kuzu } = await import('kuzu-wasm/sync');
  await kuzu.init();
  const connection = new kuzu.Connection(new kuzu.Database(':memory:', 2 ** 28));
  connection.query('RETURN nothing').getAllRows();
  throw new Error('Bug: the database did not trap');
}
