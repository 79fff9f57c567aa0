/**
 * Draws the icons of the installed app out of public/icon.svg: `npx tsx scripts/icons.ts`. Look at public/icons afterwards.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { must } from '../src/shared/assert';
import { findChromium } from './find-chromium';

interface Icon {
  readonly name: string;
  /** Pixels on a side. */
  readonly size: number;
  /** Parts of a side: how much of it the drawing takes, and how round the tile's corners are. */
  readonly drawing: number;
  readonly corner: number;
}

const ICONS: readonly Icon[] = [
  { name: 'icon-192', size: 192, drawing: 0.84, corner: 0.2 },
  { name: 'icon-512', size: 512, drawing: 0.84, corner: 0.2 },
  // Systems cut these to shapes of their own; of a maskable icon a circle of 0.8 of the side is always seen.
  { name: 'maskable-512', size: 512, drawing: 0.72, corner: 0 },
  { name: 'apple-touch-icon', size: 180, drawing: 0.78, corner: 0 },
];

const project = fileURLToPath(new URL('..', import.meta.url));
const target = join(project, 'public/icons');
const drawing = `data:image/svg+xml;base64,${readFileSync(join(project, 'public/icon.svg')).toString('base64')}`;
const tokens = readFileSync(join(project, 'src/kit/tokens.css'), 'utf8');

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: must(findChromium(), 'a Chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const { name, size, drawing: part, corner } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`
    <style>
      ${tokens}
      body { background: transparent; }
      div { height: 100%; display: grid; place-items: center; background: var(--paper); border-radius: ${corner * size}px; }
    </style>
    <div><img src="${drawing}" width="${part * size}" height="${part * size}"></div>`);
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: join(target, `${name}.png`), omitBackground: true });
}
await browser.close();
