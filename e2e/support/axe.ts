/** What a tool finds that looks for what keeps people with disabilities out: WCAG 2.2 AA, and good practice beyond it. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    /** Brought into the page by `withAxe`. */
    axe?: typeof axe;
  }
}

/**
 * Has every page of this tab know the tool. An init script is the browser's own doing: the page's Content-Security-Policy
 * stays as it is.
 */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source);
}

/** Where a rule does not hold, by selector. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Initials stand for the name that the avatar is called by; nobody would want to hear both.
  'label-content-name-mismatch': 'header li *',
  // A menu is where the pointer is, over whichever part of the page.
  region: '[role="menu"] *',
};

/** What was found, as `rule (impact): what it is about`, one line each. */
async function findings(page: Page): Promise<string[]> {
  return page.evaluate(async (exceptions) => {
    if (window.axe === undefined) throw new Error('axe is not in this page');
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, elementRef: true });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes
        .filter(({ element }) => !element?.matches(exceptions[id] ?? ':not(*)'))
        .map(({ target, any }) => `${id} (${impact}): ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
  }, EXCEPTIONS);
}

/** Nothing is found on this screen, in light and in dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion colours change at once.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await findings(page), `${screen}, ${colorScheme}`).toEqual([]);
  }
}
