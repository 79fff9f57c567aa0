/** Someone who has no mouse, and sees. */
import { expect, type Locator, type Page } from '@playwright/test';

/** What has the keyboard, and whether one sees that it does: an outline, or, around an edge, a dashed line. */
async function focus(page: Page): Promise<{ readonly what: string; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return { what: 'nothing', isSeen: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const line = focused.matches('.react-flow__edge') ? focused.querySelector('.react-flow__edge-path') : null;
    const isDashed = line !== null && getComputedStyle(line).strokeDasharray !== 'none';
    const name = focused.getAttribute('aria-label') ?? focused.textContent;
    return {
      what: `${focused.tagName} ${name}`,
      isSeen: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || isDashed,
    };
  });
}

/** Whatever has the keyboard: one sees it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const { what, isSeen } = await focus(page);
  expect(isSeen, `one sees that the keyboard is at: ${what}`).toBe(true);
}

/** Presses a key, Tab unless told, until the keyboard is there. All stops on the way are seen. */
export async function goesTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  const isThere = () => place.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`60 presses of ${key} did not get there`);
}
