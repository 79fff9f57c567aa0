import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type kuzuPackage from 'kuzu-wasm/sync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeOutWasm } from './take-out-wasm';

const code = readFileSync(fileURLToPath(import.meta.resolve('kuzu-wasm/sync')), 'utf8');

/** Loads JavaScript as the package in Node loads, with the globals of a CommonJS module. */
async function load(text: string): Promise<typeof kuzuPackage> {
  const directory = mkdtempSync(join(tmpdir(), 'kumiko-glue-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'glue.mjs');
  writeFileSync(file, text);
  Object.assign(globalThis, { require: createRequire(file), __filename: file, __dirname: directory });
  const { default: kuzu }: { default: typeof kuzuPackage } = await import(pathToFileURL(file).href);
  return kuzu;
}

describe("kuzu-wasm's code, taken out of its JavaScript", () => {
  it('is a database again once it is given back', async () => {
    const { glue, wasm } = takeOutWasm(code);
    const kuzu = await load(glue);
    const compiled = new WebAssembly.Module(wasm);
    await kuzu.init({
      instantiateWasm: (imports, done) => done(new WebAssembly.Instance(compiled, imports), compiled),
    });
    const connection = new kuzu.Connection(new kuzu.Database(':memory:', 2 ** 28));
    expect(connection.query('UNWIND [1, 2] AS n RETURN sum(n) AS total').getAllRows()).toEqual([[3n]]);
  });

  it('leaves little JavaScript, line for line as it was', () => {
    const { glue } = takeOutWasm(code);
    expect(glue.length).toBeLessThan(500_000);
    expect(glue.split('\n')).toHaveLength(code.split('\n').length);
  });

  it('does not start without the code', async () => {
    const kuzu = await load(takeOutWasm(code).glue);
    await expect(kuzu.init()).rejects.toThrow('init() was called without instantiateWasm');
  });

  it('is refused in words when the JavaScript is not the known one', () => {
    expect(() => takeOutWasm('export default {};')).toThrow(
      /the WebAssembly code is there 0 times, not once.*package-lock/,
    );
    expect(() => takeOutWasm(`${code}\nreturn base64Decode("AGFzbQ==");`)).toThrow(
      /the WebAssembly code is there 2 times/,
    );
    expect(() => takeOutWasm(code.replace('await kuzu_wasm()', 'await kuzuWasm()'))).toThrow(
      '`await kuzu_wasm()` is there 0 times, not once',
    );
  });
});
