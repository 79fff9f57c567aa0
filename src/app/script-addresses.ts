/**
 * The only scripts that text can start. The page's Content-Security-Policy (server/edge/security-headers.ts) has browsers with
 * Trusted Types refuse an address for a worker, and any HTML or code, that comes as text, but for what this lets through.
 */

/** The engine's, the layouts', the search's and the algorithms' workers as the build names them, and the worker that keeps the app. */
const WORKERS = /^\/(assets\/isolated-(engine|layout|search|algorithms)\.worker-[\w-]+|service-worker)\.js$/;

interface TrustedTypes {
  /** The policy named `default` is asked wherever text is used as an address. */
  createPolicy(name: 'default', rules: { createScriptURL: (address: string) => string | null }): unknown;
}

declare global {
  interface Window {
    /** Not in every browser. */
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The address, if it is one of our workers'; otherwise `null`, and the browser refuses it. */
export function workerAddress(address: string, page: string): string | null {
  const url = new URL(address, page);
  return url.origin === new URL(page).origin && WORKERS.test(url.pathname) ? address : null;
}

/** To be called once, before any worker is started. */
export function restrictScriptAddresses(): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => workerAddress(address, window.location.href),
  });
}
