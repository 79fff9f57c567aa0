/** What the page tried against its own Content-Security-Policy: the browser says so in the console. */
import type { Page } from '@playwright/test';

/** @returns what was refused since, which grows as it happens */
export function watchedForViolations(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript/iu.test(message.text())) refused.push(message.text());
  });
  return refused;
}
