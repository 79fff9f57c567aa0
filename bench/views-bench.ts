/**
 * What saved views cost at 10,000 nodes and 20,000 edges, in a page of Chromium with the database in a worker, as in the
 * editor: from a batch of one op to the view's new answer; and what the console's way to the database adds to the
 * database's own time. Run alone: `npx tsx bench/views-bench.ts`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project, withChromium } from './browser-stage';
import { type BenchRow, count, median, milliseconds, quantile } from './figures';
import { withSite } from './site';
import type { Measured } from './views/measure';

export async function benchViews(): Promise<BenchRow[]> {
  const { refreshes, trips } = await measured();
  const rows: BenchRow[] = [];
  const spread = (times: readonly number[]) =>
    `${milliseconds(median(times))} / ${milliseconds(quantile(times, 0.95))}`;
  for (const { name, note, times } of refreshes) {
    const [asks, alls] = [times.map(({ ask }) => ask), times.map(({ all }) => all)];
    rows.push({ name: `refresh ${name}`, value: spread(asks), note: `p50 / p95 of ${times.length}; ${note}` });
    rows.push({ name: '  with the batch itself', value: spread(alls), note: 'from the edit given to the engine on' });
  }
  for (const { name, times } of trips) {
    rows.push({
      name: `console: ${name}`,
      value: `${median(times.map(({ all, own }) => all / own)).toFixed(2)} ×`,
      note: `of the database's own ${milliseconds(median(times.map(({ own }) => own)))}; target 1.2 ×, median of ${count(times.length)}`,
    });
  }
  return rows;
}

function measured(): Promise<Measured> {
  return withSite(join(project, 'bench/views/page'), (url) =>
    withChromium(async (browser) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction(() => window.measureViews !== undefined);
      return page.evaluate(() => window.measureViews());
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchViews());
