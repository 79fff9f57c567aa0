/**
 * Takes the WebAssembly code out of kuzu-wasm's JavaScript, where it is one text of 15 MB, so that a browser can load it
 * as what it is. What is left does not find its code by itself any more: `init()` passes its options on to Emscripten,
 * and they must have `instantiateWasm`.
 * Invariant: every line stays where it was, so that source maps go on fitting.
 */

export interface TakenOut {
  /** The JavaScript without the code. */
  readonly glue: string;
  readonly wasm: Buffer<ArrayBuffer>;
}

const EMBEDDED = /return base64Decode\("([A-Za-z0-9+/=]+)"\);/g;

/** What else is replaced. */
const REPLACED: readonly (readonly [before: string, after: string])[] = [
  ['async init() {', 'async init(options) {'],
  ['await kuzu_wasm()', 'await kuzu_wasm(options)'],
  ['init: () => {', 'init: (options) => {'],
  ['return KuzuWasm.init();', 'return KuzuWasm.init(options);'],
  // The package was built for debugging. This one check is made at every call that might throw an exception, hundreds for
  // a row of a result, and was measured to take a quarter of the time of an edit or a query.
  ['assert(wasmTable.get(funcPtr) == func, "JavaScript-side Wasm function table mirror is out of date!");', ''],
];

/**
 * @param code the text of the package's `sync/index.js`
 * @throws when it is not written as is known here, as after a change of version
 */
export function takeOutWasm(code: string): TakenOut {
  const found = [...code.matchAll(EMBEDDED)];
  const [embedded] = found;
  if (embedded?.[1] === undefined || found.length > 1) throw unknown('the WebAssembly code', found.length);
  let glue = code.replace(embedded[0], 'throw new Error("Bug: init() was called without instantiateWasm");');
  for (const [before, after] of REPLACED) {
    const parts = glue.split(before);
    if (parts.length !== 2) throw unknown(`\`${before}\``, parts.length - 1);
    glue = parts.join(after);
  }
  return { glue, wasm: Buffer.from(embedded[1], 'base64') };
}

function unknown(what: string, times: number): Error {
  return new Error(
    `kuzu-wasm is not written as this build expects: ${what} is there ${times} times, not once. Go back to the version ` +
      'in package-lock.json, or look at the new sync/index.js and bring scripts/vite/take-out-wasm.ts up to it.',
  );
}
