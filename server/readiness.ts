/** Whether the server can do its work just now: what `GET /readyz` tells whoever sends it people. */

export interface ReadinessPorts {
  /** Throws when nothing can be written. */
  readonly probe: () => void;
  readonly isStopping: () => boolean;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}

/** `reasons` are sentences for the operator. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reasons: readonly string[] };

/** How long an answer of the disk's counts, in milliseconds: strangers who ask must not keep it busy. */
const PROBE_INTERVAL = 5_000;

/** Returns the question. */
export function readiness({ probe, isStopping, now }: ReadinessPorts): () => Readiness {
  let probedAt = Number.NEGATIVE_INFINITY;
  let canWrite = false;
  const mayWrite = () => {
    if (now() - probedAt < PROBE_INTERVAL) return canWrite;
    probedAt = now();
    try {
      probe();
      canWrite = true;
    } catch {
      // What is wrong with it, the log says where something was to be stored.
      canWrite = false;
    }
    return canWrite;
  };
  return () => {
    // A server that stops may have closed its database already.
    if (isStopping()) return { ready: false, reasons: ['The server is being stopped.'] };
    return mayWrite() ? { ready: true } : { ready: false, reasons: ['The database cannot be written.'] };
  };
}
