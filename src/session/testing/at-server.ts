import { onTestFinished, vi } from 'vitest';

/** Lets addresses without a host be those of a server, as they are on a page that came from it. */
export function atServer(origin: string): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => real(new URL(url, origin), init));
  onTestFinished(() => void vi.unstubAllGlobals());
}
