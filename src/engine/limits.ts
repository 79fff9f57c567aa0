/** What the engine puts up with before it starts a database afresh. */
export interface EngineLimits {
  /** Milliseconds for starting a database and filling it. */
  readonly loadMs: number;
  /** Milliseconds for one batch of changes. */
  readonly applyMs: number;
  /** Milliseconds for one query. */
  readonly queryMs: number;
  /**
   * Bytes of memory up to which a database is never replaced for its size; a graph that needs more to begin with may
   * grow to twice that. Every committed transaction keeps tens of kilobytes for ever.
   */
  readonly heapBytes: number;
  /** Failed attempts in a row at starting a database before the engine gives up. */
  readonly attempts: number;
  /** Milliseconds to wait after the first failed attempt; twice that after the second, and so on. */
  readonly retryMs: number;
}

export const DEFAULT_LIMITS: EngineLimits = {
  loadMs: 120_000,
  applyMs: 60_000,
  queryMs: 30_000,
  heapBytes: 512 * 1024 ** 2,
  attempts: 3,
  retryMs: 500,
};
