/**
 * Keeps the app itself in the browser, so that it opens without a network. It keeps nothing of any graph: that is the page's
 * business. docs/decisions/0007-service-worker.md has the reasons.
 *
 * A new version takes over at once, for what it answers to an older page are the older page's own files. No page is reloaded.
 */
import type { Build } from './build';
import { KeptFiles } from './kept-files';
import { networkFirst } from './network-first';
import { routeOf } from './route';

declare const self: ServiceWorkerGlobalScope;
/** Put in its place once everything is built, by scripts/vite/service-worker.ts. */
declare const __KUMIKO_BUILD__: Build;

/** How long, in milliseconds, a person waits for the server before the kept page is opened. */
const PATIENCE = 2_000;

const build = __KUMIKO_BUILD__;
const kept = new KeptFiles(build, self.caches, self.navigator.locks);

self.addEventListener('install', (event) => {
  event.waitUntil(kept.fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(kept.removeUnneeded().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const route = routeOf(request, self.location.origin, build);
  if (route?.to === 'page') {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    event.respondWith(networkFirst({ network: fetch(request), patience, kept: () => kept.shell() }));
  } else if (route?.to === 'file') {
    event.respondWith(kept.find(route.path).then((file) => file ?? fetch(request)));
  }
});
