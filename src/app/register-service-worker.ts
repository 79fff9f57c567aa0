/** Has the browser keep the app itself, so that it opens without a network. */

/**
 * Starts the service worker of a built page, where the browser has such workers: at an https address, or at localhost. Without
 * it everything works as long as there is a network.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').catch(tell);
  // Held until the page is closed. A newer worker goes by the name to see that this version's files are still needed.
  navigator.locks.request(import.meta.url, { mode: 'shared' }, () => new Promise<never>(() => undefined)).catch(tell);
}

function tell(error: unknown): void {
  console.info('This browser does not keep the app: it opens only while the server can be reached.', error);
}
