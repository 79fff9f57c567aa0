/** What the browser keeps of the app itself, as seen from a page. */
import { expect, type Page } from '@playwright/test';

/**
 * Waits until the newest version that the browser has heard of would open without a network: its service worker is done with
 * installing, has cleared up, and answers this page.
 */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const isInCharge = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { installing, waiting, active } = registration ?? {};
    const isAlone = installing === null && waiting === null;
    return isAlone && active?.state === 'activated' && active === navigator.serviceWorker.controller;
  };
  await expect.poll(() => page.evaluate(isInCharge)).toBe(true);
}

/** Empties the browser's HTTP cache, which would keep scripts for ever too, but not the page that asks for them. */
export async function forgetsWhatItFetched(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.clearBrowserCache');
  await devTools.detach();
}

/** How many versions of the app the browser keeps. */
export function versionsKept(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).length);
}

/** The address of the script that a page was opened with: the version it runs. */
export function scriptOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? 'none');
}

/** Whether a page that asks for something gets it, from wherever. */
export function reaches(page: Page, url: string): Promise<boolean> {
  const ask = async (asked: string) => {
    try {
      return (await fetch(asked)).ok;
    } catch {
      return false;
    }
  };
  return page.evaluate(ask, url);
}
