import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium';

const port = Number(process.env['E2E_PORT'] ?? 18_787);
const executablePath = findChromium();
if (executablePath === undefined)
  throw new Error('No Chromium was found: run "npx tsx scripts/find-chromium.ts" to see what to do.');

export default defineConfig({
  testDir: 'e2e',
  // Each test has rooms of its own, but tabs with a database each are heavy: two cores carry one test at a time.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      // Without these Chromium asks the network for updates at every start, which fails slowly where there is none.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node dist/server/main.js',
    env: { PORT: String(port), DATA_DIR: mkdtempSync(join(tmpdir(), 'kumiko-e2e-')) },
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
  },
});
