/** What people do and see while they move things about, in their words. */
import type { Locator } from '@playwright/test';
import type { Person } from './person';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines that a drag snaps to. */
export function guideLines({ page }: Person): Locator {
  return page.getByTestId('guides').locator('[data-kind="line"]');
}

/** The marks of equal spaces. */
export function gapMarks({ page }: Person): Locator {
  return page.getByTestId('guides').locator('[data-kind="gap"]');
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

/** How far one node lies from another on a person's screen, in pixels. */
export async function between(person: Person, from: string, to: string): Promise<Point> {
  const [a, b] = [await boxOf(person.node(from)), await boxOf(person.node(to))];
  return { x: Math.round((b.x - a.x) * 10) / 10, y: Math.round((b.y - a.y) * 10) / 10 };
}

/**
 * Drags a node to so many pixels from another and does not let go yet.
 * @param holding a key to hold on the way
 * @returns lets go
 */
export async function dragsBeside(
  person: Person,
  which: string,
  other: string,
  off: Point,
  holding?: string,
): Promise<() => Promise<void>> {
  const { mouse, keyboard } = person.page;
  const from = await boxOf(person.node(which));
  // The first few pixels only tell a drag from a click.
  const start = { x: from.x + from.width / 2 + 4, y: from.y + from.height / 2 + 4 };
  await mouse.move(start.x - 4, start.y - 4);
  await mouse.down();
  await mouse.move(start.x, start.y);
  const target = await boxOf(person.node(other));
  if (holding !== undefined) await keyboard.down(holding);
  await mouse.move(start.x + target.x + off.x - from.x, start.y + target.y + off.y - from.y, { steps: 6 });
  return async () => {
    await mouse.up();
    if (holding !== undefined) await keyboard.up(holding);
  };
}

/** Where a node is in the graph, by its name. */
export async function placeOf(person: Person, name: string): Promise<Point> {
  const node = (await person.graph()).nodes.find(({ properties }) => properties['name'] === name);
  if (node === undefined) throw new Error(`there is no ${name}`);
  return node.position;
}

/** The captions that are shown when the graph is seen from afar. */
export function farCaptions({ page }: Person): Locator {
  return page.getByTestId('far-captions').locator('> span');
}

/** The names of edges as they are drawn, each in the box it takes up. */
export async function edgeNameBoxes(person: Person, ids: readonly string[]) {
  return Promise.all(ids.map((id) => boxOf(person.edge(id).locator('text'))));
}

/** Whether two boxes share more than a pixel. */
export function overlap(
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
): boolean {
  return a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}
