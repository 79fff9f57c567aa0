/**
 * The engine's WebAssembly code, for all workers of a page. Fetched by the page, because workers have no network, and
 * compiled by the first worker, because the page's Content-Security-Policy lets nothing be compiled there.
 */
import type { Code } from './engine-worker';

export class EngineCode {
  /** What was fetched ahead, until a worker takes it. */
  #fetched: Promise<ArrayBuffer> | undefined;
  /** Once a worker has compiled it: every later one starts with that. */
  #compiled: WebAssembly.Module | undefined;

  /** @param fetchCode called at once, and again for as long as no worker has started */
  constructor(private readonly fetchCode: () => Promise<ArrayBuffer>) {
    this.#fetched = fetchCode();
    // That it failed is told to the worker that needs it.
    this.#fetched.catch(() => undefined);
  }

  /**
   * Gives it to a worker by `start`, which resolves with what the worker has compiled it to.
   * Rejects when the code cannot be fetched, or the worker cannot start with it.
   */
  async giveTo(start: (code: Code) => Promise<WebAssembly.Module>): Promise<void> {
    this.#compiled = await start(this.#compiled ?? (await this.#take()));
  }

  /** The code for one worker: it is gone from here once it was sent there. */
  #take(): Promise<ArrayBuffer> {
    const fetched = this.#fetched ?? this.fetchCode();
    this.#fetched = undefined;
    return fetched;
  }
}

/** Fetches the code. Rejects when it is not to be had. */
export async function fetchCode(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}
