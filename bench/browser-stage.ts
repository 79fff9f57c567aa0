/** The real server and a real Chromium, with graphs of any size to open in it. Needs `npm run build` before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium';
import { startServer } from '../server/app';
import { DEFAULT_CONFIG } from '../server/config/config';
import { silentLog } from '../server/log';
import { TestClient } from '../server/testing/test-client';
import { assert } from '../src/shared/assert';
import type { Op } from '../src/shared/graph/ops';
import { testEdgeId, testNodeId } from '../src/shared/graph/ops.arbitrary';
import { newTestClientId } from '../src/shared/testing/test-client-ids';
import { BENCH_LIMITS } from './bench-limits';

const OPS_PER_PATCH = 1_000;

export const project = fileURLToPath(new URL('..', import.meta.url));

export interface BrowserStage {
  /** The server's. */
  readonly url: string;
  readonly browser: Browser;
}

/** Runs something beside a server and a browser of its own, and ends both. */
export async function inBrowser<T>(run: (stage: BrowserStage) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kumiko-bench-'));
  const server = await startServer({
    ...DEFAULT_CONFIG,
    limits: BENCH_LIMITS,
    log: silentLog,
    port: 0,
    dataDir,
    clientDir: join(project, 'dist/client'),
    samplesDir: join(project, 'server/samples/data'),
  });
  try {
    return await withChromium((browser) => run({ url: server.url, browser }));
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true });
  }
}

export async function withChromium<T>(run: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  assert(executablePath !== undefined, 'a Chromium is installed');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

/** An empty page in a new profile, which will tell of what is painted in it (paint-watch.js). */
export async function watchedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 } });
  const page = await context.newPage();
  await page.addInitScript({ path: join(project, 'bench/paint-watch.js') });
  return page;
}

/** Opens a graph in a new profile, and waits until it is drawn and the database answers. */
export async function openedPage(browser: Browser, address: string): Promise<Page> {
  const page = await watchedPage(browser);
  await page.goto(address);
  await page.waitForFunction(() => window.kumiko !== undefined);
  await page.evaluate(() => window.kumiko?.settled());
  return page;
}

/** A client that has made a graph in a room; `seq` is that of its last patch. */
export interface Author {
  readonly client: TestClient;
  seq: number;
}

/** Makes a graph of so many people in a grid (`testNodeId` from 0 on), each of whom knows the next. */
export async function fillRoom(url: string, room: string, nodes: number): Promise<Author> {
  const author: Author = { client: new TestClient(url, room), seq: 0 };
  await author.client.join(newTestClientId());
  for (const ops of gridOps(nodes)) {
    submit(author, ops);
    await nextAck(author);
  }
  return author;
}

export function submit(author: Author, ops: readonly Op[]): void {
  author.seq += 1;
  author.client.patch(author.seq, ops);
}

/** Waits until one more of an author's patches is stored. */
export async function nextAck({ client }: Author): Promise<void> {
  let answer = await client.next();
  while (answer.type === 'patch_broadcast') answer = await client.next();
  assert(answer.type === 'ack', `the patch is taken, not ${JSON.stringify(answer)}`);
}

/** The patches that make that graph. */
export function gridOps(nodes: number): Op[][] {
  const columns = Math.ceil(Math.sqrt(nodes / 2));
  const ops: Op[] = [
    { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
    { op: 'create_edge_type', type: 'KNOWS', properties: {} },
  ];
  for (let n = 0; n < nodes; n++) {
    const position = { x: (n % columns) * 260, y: Math.floor(n / columns) * 120 };
    const properties = { name: `Person ${n}` };
    ops.push({ op: 'create_node', nodeId: testNodeId(n), label: 'Person', position, properties });
  }
  for (let n = 1; n < nodes; n++) {
    const [source, target] = [testNodeId(n - 1), testNodeId(n)];
    ops.push({ op: 'create_edge', edgeId: testEdgeId(n), type: 'KNOWS', source, target, properties: {} });
  }
  const patches = Math.ceil(ops.length / OPS_PER_PATCH);
  return Array.from({ length: patches }, (_, i) => ops.slice(i * OPS_PER_PATCH, (i + 1) * OPS_PER_PATCH));
}
