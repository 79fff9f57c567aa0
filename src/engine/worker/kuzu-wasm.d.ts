/** What is used of kuzu-wasm's synchronous build; the package has no types of its own. */
declare module 'kuzu-wasm/sync' {
  export interface KuzuResult {
    /** Must be asked first: reading a failed result traps and ends the whole instance. */
    isSuccess(): boolean;
    getErrorMessage(): string;
    getColumnNames(): string[];
    getColumnTypes(): string[];
    getAllRows(): unknown[][];
    getNumTuples(): number | bigint;
    getNext(): unknown[];
    close(): void;
  }

  export interface KuzuStatement {
    isSuccess(): boolean;
    getErrorMessage(): string;
    close(): void;
  }

  export interface KuzuConnection {
    query(statement: string): KuzuResult;
    prepare(statement: string): KuzuStatement;
    execute(statement: KuzuStatement, parameters: Readonly<Record<string, unknown>>): KuzuResult;
    close(): void;
  }

  export interface KuzuHandle {
    close(): void;
  }

  export interface KuzuFiles {
    writeFile(path: string, content: string): void;
    unlink(path: string): void;
  }

  export interface KuzuOptions {
    /** Makes the instance, instead of the package itself, and hands it to `done`. Must throw when it cannot. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, code: WebAssembly.Module) => void,
    ): void;
  }

  const kuzu: {
    /**
     * Makes a new WebAssembly instance; everything made afterwards lives in it.
     * @param options needed in a browser, where `scripts/vite/take-out-wasm.ts` took the code out; ignored in Node
     */
    init(options?: KuzuOptions): Promise<void>;
    getFS(): KuzuFiles;
    getWasmMemory(): WebAssembly.Memory;
    Database: new (path: string, bufferPoolBytes: number) => KuzuHandle;
    Connection: new (database: KuzuHandle) => KuzuConnection;
  };
  export default kuzu;
}
