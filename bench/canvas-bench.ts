/**
 * What a person waits for, in real Chromium against the real server: from letting go of a gesture until it is painted,
 * from someone else's patch arriving until it is painted, and from opening the World sample until it can be used.
 * Measured twice: with all of the graph in view, as it opens, and near enough to read, as people edit, where the number of
 * nodes in view is the same whatever the size of the graph. Needs `npm run build` before.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { assert, must } from '../src/shared/assert';
import { type Author, fillRoom, inBrowser, openedPage, submit } from './browser-stage';
import { type BenchRow, count, median, milliseconds, quantile } from './figures';
import { addressOf, newRoom } from './new-room';

const SIZES = [100, 1_000, 5_000] as const;
/** Measurements of each kind at each size, in rounds that alternate between the sizes. */
const ROUNDS = 3;
const PER_ROUND = 8;
/** With more than these in view at once, a measurement takes seconds where nothing but a processor draws. */
const MOST_IN_VIEW = 1_000;
const VIEWS = ['near', 'all'] as const;
type View = (typeof VIEWS)[number];
const VIEW_WORDS: Readonly<Record<View, string>> = { near: 'near', all: 'all in view' };
const OPENINGS = 5;

/** A graph of one size: a tab that has it open, and a client that edits it from elsewhere. */
interface Stage {
  readonly nodes: number;
  readonly page: Page;
  readonly other: Author;
  /** Nodes in the present view. */
  inView: readonly string[];
  readonly times: Readonly<Record<View, { readonly gestures: number[]; readonly arrivals: number[] }>>;
}

export function benchCanvas(): Promise<BenchRow[]> {
  return inBrowser(async ({ url, browser }) => {
    const opening = await benchOpening(browser, url);
    const stages: Stage[] = [];
    for (const nodes of SIZES) stages.push(await stage(browser, url, nodes));
    // A graph opens with all of it in view.
    for (const view of VIEWS.toReversed()) {
      const measured = stages.filter((each) => view === 'near' || each.nodes <= MOST_IN_VIEW);
      for (const each of measured) await look(each, view);
      for (let round = 0; round <= ROUNDS; round++) {
        for (const each of measured) await measure(each, each.times[view], round === 0);
      }
    }
    return [
      ...VIEWS.flatMap((view) => [
        ...rowsOf('Gesture end to painted', view, stages, ({ gestures }) => gestures),
        ...rowsOf('Patch received to painted', view, stages, ({ arrivals }) => arrivals),
      ]),
      opening,
    ];
  });
}

/** Brings a stage's view about, and notes which nodes are in it. */
async function look(stage: Stage, view: View): Promise<void> {
  const { page } = stage;
  await page.bringToFront();
  if (view === 'near') {
    await page.mouse.move(700, 430);
    const isNear = () => page.evaluate(() => document.querySelector('[data-distance="near"]') !== null);
    while (!(await isNear())) await page.mouse.wheel(0, -60);
  }
  await page.evaluate(() => window.kumiko?.settled());
  const ids = await page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id')));
  stage.inView = ids.filter((id) => id !== null);
}

/** The first round warms up, and is not counted: statements are prepared, code is compiled. */
async function measure(stage: Stage, times: Stage['times'][View], isWarmUp: boolean): Promise<void> {
  await stage.page.bringToFront();
  for (let i = 0; i < PER_ROUND; i++) {
    const [gesture, arrival] = [await measureGesture(stage, i), await measureArrival(stage)];
    if (isWarmUp) continue;
    times.gestures.push(gesture);
    times.arrivals.push(arrival);
  }
}

async function stage(browser: Browser, url: string, nodes: number): Promise<Stage> {
  const made = await newRoom(url, { title: `${nodes} nodes` });
  const other = await fillRoom(url, made.room, nodes);
  const times = { near: { gestures: [], arrivals: [] }, all: { gestures: [], arrivals: [] } };
  return { nodes, page: await openedPage(browser, addressOf(url, made)), other, inView: [], times };
}

/** Drops a label on the canvas by hand; the time is from the drop event until the new node is painted. */
async function measureGesture({ page }: Stage, n: number): Promise<number> {
  const painted = page.evaluate(() => window.paints?.newNode());
  await page
    .getByTestId('palette-item')
    .first()
    .dragTo(page.getByLabel('Canvas', { exact: true }), { targetPosition: { x: 60 + n * 90, y: 40 } });
  const time = await painted;
  assert(time !== undefined, 'the page watches what is painted');
  await page.evaluate(() => window.kumiko?.settled());
  await page.keyboard.press('Delete');
  await page.evaluate(() => window.kumiko?.settled());
  return time;
}

/** Someone else renames a node; the time is from the WebSocket's message event until the name is painted. */
async function measureArrival({ page, other, inView }: Stage): Promise<number> {
  const id = must(inView[(other.seq * 37) % inView.length], 'a node in view');
  const value = `Renamed ${other.seq}`;
  const painted = page.evaluate(([nodeId, text]) => window.paints?.text(nodeId, text), [id, value] as const);
  submit(other, [{ op: 'set_property', on: 'node', id, key: 'name', value }]);
  const time = await painted;
  assert(time !== undefined, 'the page watches what is painted');
  await page.evaluate(() => window.kumiko?.settled());
  return time;
}

function rowsOf(
  what: string,
  view: View,
  stages: readonly Stage[],
  timesOf: (times: Stage['times'][View]) => readonly number[],
): BenchRow[] {
  const name = `${what}, ${VIEW_WORDS[view]}`;
  const at = (stage: Stage | undefined, q: number) =>
    quantile(stage === undefined ? [] : timesOf(stage.times[view]), q);
  const measured = stages.filter((each) => timesOf(each.times[view]).length > 0);
  const rows = measured.map(
    (each): BenchRow => ({
      name: `${name}, ${count(each.nodes)} nodes`,
      value: `p50 ${milliseconds(at(each, 0.5))}, p95 ${milliseconds(at(each, 0.95))}`,
    }),
  );
  const ratio = (q: number) => `${(at(stages[1], q) / at(stages[0], q)).toFixed(2)}×`;
  const value = `p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`;
  return [...rows, { name: `${name}, 1,000 ÷ 100 nodes`, value, note: 'target: at most 1.5×' }];
}

/** From the beginning of navigation until the World sample is drawn and the database answers; a new profile each time. */
async function benchOpening(browser: Browser, url: string): Promise<BenchRow> {
  const address = addressOf(url, await newRoom(url, { sample: 'world' }));
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await openedPage(browser, address);
    times.push(await page.evaluate(() => performance.now()));
    await page.context().close();
  }
  return {
    name: 'Cold start: World sample, navigation to usable canvas',
    value: milliseconds(median(times)),
    note: `median of ${OPENINGS}`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchCanvas());
