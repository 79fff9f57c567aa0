/**
 * A tab's memory while it is sent 20,000 patches of someone else, one at a time, on a fixed set of 200 nodes: what the
 * scripts' heap is after garbage was collected, and what the page's process takes in all, with the database in it. The
 * database keeps something of every transaction, so the tab builds a new one when it has grown too big, which is counted.
 * Takes minutes. Needs `npm run build` before. Run alone: `npx tsx bench/tab-memory-bench.ts`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../src/engine/limits';
import { must } from '../src/shared/assert';
import type { Op } from '../src/shared/graph/ops';
import { testNodeId } from '../src/shared/graph/ops.arbitrary';
import { type Author, fillRoom, inBrowser, nextAck, openedPage, submit } from './browser-stage';
import { type BenchRow, count, megabytes } from './figures';
import { addressOf, newRoom } from './new-room';

const NODES = 200;
const STEP = 5_000;
const STEPS = 4;
/** The tab is waited for after so many: it is to take in each patch as it comes, and not a backlog as one. */
const PATIENCE = 5;
const REBUILT = 'The graph database was built anew';

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const processesSchema = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.int() })) });

/** Bytes. */
interface Sample {
  readonly patches: number;
  readonly heap: number;
  readonly resident: number;
  readonly rebuilds: number;
}

export function benchTabMemory(): Promise<BenchRow[]> {
  return inBrowser(async ({ url, browser }) => {
    const made = await newRoom(url, { title: 'Memory' });
    const author = await fillRoom(url, made.room, NODES);
    const page = await openedPage(browser, addressOf(url, made));
    let rebuilds = 0;
    page.on('console', (message) => {
      if (message.text().startsWith(REBUILT)) rebuilds += 1;
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const samples: Sample[] = [];
    for (let step = 0; step <= STEPS; step += 1) {
      if (step > 0) await write(author, page, STEP);
      samples.push({ patches: step * STEP, ...(await measure(browser, cdp)), rebuilds });
    }
    return rowsOf(samples);
  });
}

/** Moves and names in turn, on nodes that exist: the graph stays as big as it is. */
function opNo(seq: number): Op {
  const id = testNodeId(seq % NODES);
  if (seq % 2 === 1) return { op: 'set_property', on: 'node', id, key: 'name', value: `Person ${seq}` };
  return { op: 'move_node', nodeId: id, position: { x: (seq * 7) % 2_000, y: (seq * 13) % 2_000 } };
}

async function write(author: Author, page: Page, patches: number): Promise<void> {
  for (let n = 1; n <= patches; n += 1) {
    submit(author, [opNo(author.seq)]);
    await nextAck(author);
    if (n % PATIENCE === 0) await page.evaluate(() => window.kumiko?.settled());
  }
}

async function measure(browser: Browser, cdp: CDPSession): Promise<Pick<Sample, 'heap' | 'resident'>> {
  for (let time = 0; time < 2; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = metricsSchema.parse(await cdp.send('Performance.getMetrics'));
  const heap = must(
    metrics.find(({ name }) => name === 'JSHeapUsedSize'),
    'the size of the heap',
  ).value;
  return { heap, resident: await residentSize(browser) };
}

/** Of the browser's processes that show pages, of which one does show one. */
async function residentSize(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processesSchema.parse(await session.send('SystemInfo.getProcessInfo'));
  await session.detach();
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', ids.join(',')], { encoding: 'utf8' });
  return (
    kilobytes
      .trim()
      .split('\n')
      .reduce((sum, line) => sum + Number(line), 0) * 1024
  );
}

function rowsOf(samples: readonly Sample[]): BenchRow[] {
  const [first, last] = [must(samples[1], 'a sample'), must(samples.at(-1), 'a sample')];
  const name = 'Tab memory';
  return [
    ...samples.map(
      ({ patches, heap, resident, rebuilds }): BenchRow => ({
        name: `${name} after ${count(patches)} patches of someone else`,
        value: `heap ${megabytes(heap)}, process ${megabytes(resident)}`,
        note: `database built anew: ${rebuilds} times`,
      }),
    ),
    {
      name: `${name}, heap: growth from ${count(first.patches)} to ${count(last.patches)} patches`,
      value: megabytes(last.heap - first.heap),
      note: 'target: flat',
    },
    {
      name: `${name}, process: at most`,
      value: megabytes(Math.max(...samples.map(({ resident }) => resident))),
      note: `target: bounded; the database is built anew when it has ${megabytes(DEFAULT_LIMITS.heapBytes)}`,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchTabMemory());
