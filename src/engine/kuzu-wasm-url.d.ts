/** Made by `scripts/vite/kuzu-wasm.ts`. */
declare module 'virtual:kuzu-wasm-url' {
  /** Where the engine's WebAssembly code can be fetched. */
  const url: string;
  export default url;
}
