/**
 * Finds a Chromium for the browser tests: the one named by CHROMIUM_PATH, the system's own, or the one Playwright
 * installed. Run as a program it prints the path, or exits with 1 and a sentence.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that can be started, or undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [named, ...SYSTEM_PATHS, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findChromium();
  if (path === undefined) {
    console.error(
      'No Chromium was found. Install one ("apt-get install chromium" or "npx playwright install chromium"), or set CHROMIUM_PATH.',
    );
    process.exit(1);
  }
  console.log(path);
}
