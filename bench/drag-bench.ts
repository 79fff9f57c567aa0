/**
 * Frame times while one person drags 500 nodes, all in view, and three others edit; beside bare React Flow with the same
 * nodes and edges in the same place of the window, the same drag, and nobody else. Both take turns in one run. Needs
 * `npm run build` before. Run alone: `npx tsx bench/drag-bench.ts`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page } from '@playwright/test';
import { must } from '../src/shared/assert';
import type { Position } from '../src/shared/graph/model';
import { fillRoom, inBrowser, nextAck, openedPage, project, submit, watchedPage } from './browser-stage';
import type { Scene } from './drag/bare/scene';
import { allNodes, DRAGGED, gripIn, LEFT_ALONE, sceneIn } from './drag/grid-scene';
import { joinOthers } from './drag/others';
import { type BenchRow, median, milliseconds, quantile } from './figures';
import { addressOf, newRoom } from './new-room';
import type { Frames } from './paint-watch';
import { withSite } from './site';

const ROUNDS = 7;
/** Milliseconds; the first are not counted: by then the drag has begun. */
const [RUN_UP, DRAG_FOR] = [500, 3_000];
/** The pointer goes in circles: of so many pixels, in so many milliseconds. */
const [RADIUS, TURN] = [20, 600];

/** Bare React Flow is called for frames in which it has nothing new to show yet: those are quick, and nobody sees them. */
const KIND_WORDS = { drawn: 'frames that show a move', all: 'all animation frames' } as const;

/** A page in which all nodes to be dragged are selected, and the frames of each drag. */
interface Stage {
  readonly page: Page;
  readonly drags: Frames[];
}

export function benchDrag(): Promise<BenchRow[]> {
  return inBrowser(({ url, browser }) =>
    withSite(join(project, 'bench/drag/bare'), async (bareUrl) => {
      const made = await newRoom(url, { title: 'Drag' });
      const author = await fillRoom(url, made.room, DRAGGED);
      const page = await openedPage(browser, addressOf(url, made));
      await page.locator('.react-flow').focus();
      await page.keyboard.press('Control+a');
      // What comes now is not selected.
      submit(author, allNodes().slice(DRAGGED));
      await nextAck(author);
      const kumiko = await stage(page);
      const bare = await stage(await barePage(browser, bareUrl, await sceneIn(page)));
      const others = await joinOthers(url, made.room, allNodes(), allNodes().slice(DRAGGED));
      for (let round = 0; round <= ROUNDS; round++) {
        others.start();
        await measure(kumiko, round === 0);
        others.pause();
        await page.evaluate(() => window.kumiko?.settled());
        await measure(bare, round === 0);
      }
      return rowsOf(kumiko, bare);
    }),
  );
}

async function barePage(browser: Browser, url: string, scene: Scene): Promise<Page> {
  const page = await watchedPage(browser);
  await page.addInitScript((given) => {
    window.scene = given;
  }, scene);
  await page.goto(url);
  return page;
}

/** Waits until all is drawn, and selected but for what is left alone. */
async function stage(page: Page): Promise<Stage> {
  const count = (selector: string, wanted: number) => expect(page.locator(selector)).toHaveCount(wanted);
  await count('.react-flow__node', DRAGGED + LEFT_ALONE);
  await count('.react-flow__node.selected', DRAGGED);
  await count('.react-flow__edge.selected', DRAGGED - 1);
  return { page, drags: [] };
}

/** Drags all that is selected, to where it was. The first round warms up, and is not counted. */
async function measure({ page, drags }: Stage, isWarmUp: boolean): Promise<void> {
  await page.bringToFront();
  const grip = await gripIn(page);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await circle(page, grip, RUN_UP);
  // Of all that are dragged with it, only the one under the pointer is marked so.
  await expect(page.locator('.react-flow__node.selected.dragging')).toHaveCount(1);
  const frames = await circle(page, grip, DRAG_FOR);
  await page.mouse.up();
  if (!isWarmUp) drags.push(frames);
}

async function circle(page: Page, { x, y }: Position, duration: number): Promise<Frames> {
  const way = [x, y, RADIUS, TURN, duration] as const;
  return must(await page.evaluate((given) => window.paints?.circle(...given), way), 'what the page noted');
}

function rowsOf(kumiko: Stage, bare: Stage): BenchRow[] {
  return (['drawn', 'all'] as const).flatMap((kind) => {
    const name = `Drag of ${DRAGGED} nodes, ${KIND_WORDS[kind]}`;
    const at = ({ drags }: Stage, share: number) => median(drags.map((frames) => quantile(frames[kind], share)));
    const row = (of: string, stage: Stage): BenchRow => ({
      name: `${name}, ${of}`,
      value: `p50 ${milliseconds(at(stage, 0.5))}, p95 ${milliseconds(at(stage, 0.95))}`,
      note: `medians of ${ROUNDS} drags`,
    });
    const ratio = (share: number) => `${(at(kumiko, share) / at(bare, share)).toFixed(2)}×`;
    return [
      row('three others editing', kumiko),
      row('bare React Flow', bare),
      {
        name: `${name}, Kumiko ÷ bare React Flow`,
        value: `p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`,
        note: 'target: p95 at most 1.3×',
      },
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchDrag());
