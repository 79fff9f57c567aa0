/** The graph that is dragged, and where a page shows it. */
import type { Page } from '@playwright/test';
import { assert, must } from '../../src/shared/assert';
import type { Position } from '../../src/shared/graph/model';
import type { Op } from '../../src/shared/graph/ops';
import { testNodeId } from '../../src/shared/graph/ops.arbitrary';
import { gridOps } from '../browser-stage';
import type { Scene } from './bare/scene';

/** Nodes that are dragged, and nodes that others move meanwhile: those fill the last row of the grid. */
export const [DRAGGED, LEFT_ALONE] = [500, 12];

export type CreateNodeOp = Extract<Op, { op: 'create_node' }>;

/** The nodes that are dragged come first. */
export function allNodes(): CreateNodeOp[] {
  return gridOps(DRAGGED + LEFT_ALONE)
    .flat()
    .filter((op) => op.op === 'create_node');
}

/** The graph as this page has it in view just now. */
export async function sceneIn(page: Page): Promise<Scene> {
  const box = must(await page.locator('.react-flow').boundingBox(), 'the canvas in the window');
  const style = await page.locator('.react-flow__viewport').getAttribute('style');
  const [x, y, zoom] = Array.from(style?.matchAll(/-?[\d.]+/g) ?? [], ([number]) => Number(number));
  assert(x !== undefined && y !== undefined && zoom !== undefined, `the place of the view, not ${style}`);
  const nodes = allNodes().map(({ nodeId: id, position }, n) => {
    return { id, position, name: `Person ${n}`, selected: n < DRAGGED };
  });
  return { nodes, edges: gridOps(DRAGGED).flat().flatMap(sceneEdge), box, viewport: { x, y, zoom } };
}

function sceneEdge(op: Op): Scene['edges'] {
  return op.op === 'create_edge' ? [{ id: op.edgeId, source: op.source, target: op.target, selected: true }] : [];
}

/** The middle of one of the nodes that are dragged, in pixels of the window. */
export async function gripIn(page: Page): Promise<Position> {
  const node = page.locator(`.react-flow__node[data-id="${testNodeId(DRAGGED / 2)}"]`);
  const { x, y, width, height } = must(await node.boundingBox(), 'a node in view');
  return { x: x + width / 2, y: y + height / 2 };
}
