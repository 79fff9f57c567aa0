/**
 * Takes the pictures of the documentation: `npm run build && npx tsx scripts/screenshots.ts [directory]`. By default they go
 * to docs/images, where only those that the documentation shows are kept; look at all of them after a change to the page.
 * Those in Japanese need a Japanese font on the machine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { startServer } from '../server/app';
import { DEFAULT_CONFIG } from '../server/config/config';
import { silentLog } from '../server/log';
import { assert, must } from '../src/shared/assert';
import { type Op, opSchema } from '../src/shared/graph/ops';
import { GROUP_COLORS } from '../src/store/measure-scale';
import { findChromium } from './find-chromium';

interface Look {
  readonly suffix: string;
  readonly dark: boolean;
  readonly width: number;
  readonly locale: string;
}

const LOOKS: readonly Look[] = [
  { suffix: '', dark: false, width: 1400, locale: 'en' },
  { suffix: '-dark', dark: true, width: 1400, locale: 'en' },
  { suffix: '-narrow', dark: false, width: 360, locale: 'en' },
  { suffix: '-japanese', dark: false, width: 1400, locale: 'ja' },
];
const HEIGHT = 860;

const QUERY_BORDERS =
  "MATCH (a:Country)-[e:BORDERS]->(b:Country), (a)-[:IN_REGION]->(:Region {name: 'Asia'}) RETURN a, e, b";
const QUERY_LANGUAGES = 'MATCH (c:Country)-[:SPEAKS]->(l:Language) RETURN l.name, count(*) ORDER BY count(*) DESC';
const QUERY_CAPITALS = 'MATCH (c:Country) WHERE c.capital IS NULL RETURN count(*)';
const QUERY_LONELY = 'MATCH (n) WHERE NOT EXISTS { MATCH (n)-[]-() } RETURN count(*)';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** A filter, a table, a number, and two checks of which one fails. */
const VIEWS: Op[] = [
  { name: 'Borders in Asia', shows: 'filter', query: QUERY_BORDERS },
  { name: 'Languages by countries', shows: 'table', query: QUERY_LANGUAGES },
  { name: 'Countries', shows: 'number', query: 'MATCH (c:Country) RETURN count(*)' },
  { name: 'Countries without a capital', shows: 'number', query: QUERY_CAPITALS, condition: { is: 'equal', than: 0 } },
  { name: 'Nodes without edges', shows: 'number', query: QUERY_LONELY, condition: { is: 'equal', than: 0 } },
].map((view, n): Op => opSchema.parse({ op: 'put_view', view: { id: `v_${uuid(n)}`, ...view } }));

/** The cards' size by PageRank, and their colour by community. */
const RULES: Op[] = [
  { set: 'size_by_number', by: { algorithm: 'pagerank' } },
  {
    set: 'color_by_value',
    by: { algorithm: 'communities' },
    colors: GROUP_COLORS.map((color, index) => ({ value: index + 1, color })),
  },
].map((look, rank): Op => opSchema.parse({ op: 'put_rule', rule: { id: `r_${uuid(rank)}`, rank, on: 'node', look } }));

const project = fileURLToPath(new URL('..', import.meta.url));
const target = process.argv[2] ?? join(project, 'docs/images');

/** A browser whose person has said who they are. */
async function browserOf(browser: Browser, name: string, color: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const person = JSON.stringify(JSON.stringify({ name, color }));
  await context.addInitScript({ content: `localStorage.setItem('kumiko.person', ${person})` });
  return context;
}

/** Someone else comes into the graph that is open, selects two people and points at a third. */
async function joinedBy(browser: Browser, page: Page, act: () => Promise<void>): Promise<void> {
  const context = await browserOf(browser, 'Bo', '#b3437a', { viewport: { width: 1400, height: HEIGHT } });
  const other = await context.newPage();
  const key: unknown = await page.evaluate(() => window.history.state.kumikoKey);
  assert(typeof key === 'string', 'the page remembers the key it was opened with');
  await other.goto(`${page.url()}#key=${key}`);
  await other.waitForFunction(() => window.kumiko !== undefined);
  await other.evaluate(() => window.kumiko?.settled());
  const person = (name: string) => other.locator('.react-flow__node').filter({ hasText: name }).first();
  await person('Valjean').click();
  await person('Javert').click({ modifiers: ['ControlOrMeta'] });
  await person('Cosette').hover();
  await page.getByTestId('peer-cursor').waitFor();
  await page.getByTestId('peer-selection').nth(1).waitFor();
  await act();
  await context.close();
}

async function openSample(page: Page, url: string, name: RegExp): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name }).click();
  await page.waitForFunction(() => window.kumiko !== undefined);
  await page.evaluate(() => window.kumiko?.settled());
}

async function takeAll(browser: Browser, url: string, { suffix, dark, width, locale }: Look): Promise<void> {
  const viewport = { width, height: HEIGHT };
  const context = await browserOf(browser, 'Alice', '#026fd7', {
    viewport,
    locale,
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const take = (name: string) => page.screenshot({ path: join(target, `${name}${suffix}.png`) });

  await page.goto(url);
  await page.getByRole('button', { name: /World/u }).waitFor();
  await take('start');

  await openSample(page, url, /World/u);
  await take('world-all');
  // Close enough to read: France and its neighbours, with France selected.
  const [france] = await page.evaluate(
    () => window.kumiko?.query('MATCH (c:Country {name: "France"}) RETURN c.id AS id') ?? [],
  );
  const node = page.locator(`.react-flow__node[data-id="${String(must(france, 'France')['id'])}"]`);
  const box = must(await node.boundingBox(), 'the box of France');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const isNear = () => page.evaluate(() => document.querySelector('[data-distance="near"]') !== null);
  while (!(await isNear())) await page.mouse.wheel(0, -120);
  await node.click();
  await page.getByTestId('inspector').getByRole('heading').waitFor();
  await take('world');
  await page.evaluate((views) => window.kumiko?.submit(views), VIEWS);
  await page.keyboard.press('Alt+Shift+V');
  await page.getByRole('dialog').waitFor();
  await page.evaluate(() => window.kumiko?.settled());
  await take('views');

  await openSample(page, url, /Misérables/u);
  await take('les-miserables');
  await joinedBy(browser, page, async () => {
    await take('together');
  });
  await page.evaluate((rules) => window.kumiko?.submit(rules), RULES);
  // What algorithms say comes a moment after the rules.
  await page.locator('.react-flow__node [data-size="huge"]').first().waitFor();
  await take('styled');

  await page.goto(url);
  await page.getByRole('button', { name: /New graph|新しいグラフ/u }).click();
  await page.getByRole('button', { name: /New label|新しいラベル/u }).waitFor();
  await page.evaluate(() => window.kumiko?.settled());
  await take('empty');
  await context.close();
}

mkdirSync(target, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'kumiko-pictures-'));
const server = await startServer({
  ...DEFAULT_CONFIG,
  log: silentLog,
  port: 0,
  dataDir,
  clientDir: join(project, 'dist/client'),
  samplesDir: join(project, 'server/samples/data'),
});
const browser = await chromium.launch({
  executablePath: must(findChromium(), 'a Chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const look of LOOKS) await takeAll(browser, server.url, look);
await browser.close();
await server.close();
rmSync(dataDir, { recursive: true });
