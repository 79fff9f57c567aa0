/** One drag, with what it may snap to. Looked up once for the drag, and not at every move of the pointer. */
import type { NodeChange } from 'reactflow';
import type { Box } from '../../kit/edge-geometry';
import type { Position } from '../../shared/graph/model';
import type { FlowNode } from '../flow-elements';
import { boxOf } from '../node-box';
import { NO_SNAP, type Snap, snap } from './snap';

export type Move = Extract<NodeChange<FlowNode>, { type: 'position' }>;

export class DragSnap {
  /** How far nodes are moved from where the pointer has them; it stays when the drag ends. */
  by: Position = NO_SNAP.by;
  readonly #sizes = new Map<string, { readonly width: number; readonly height: number }>();
  readonly #others: readonly Box[];

  /** @param seen the part of the canvas that is in view: what is not seen snaps nothing */
  constructor(nodes: readonly FlowNode[], moving: ReadonlySet<string>, seen: Box) {
    const others: Box[] = [];
    for (const node of nodes) {
      const box = boxOf(node);
      if (moving.has(node.id)) this.#sizes.set(node.id, box);
      else if (overlaps(box, seen)) others.push(box);
    }
    this.#others = others;
  }

  /** @param reach in canvas units; 0 lets the drag go where it likes */
  take(moves: readonly Move[], reach: number): Snap {
    const around = reach > 0 ? this.#boxAround(moves) : undefined;
    const found = around === undefined ? NO_SNAP : snap(around, this.#others, reach);
    this.by = found.by;
    return found;
  }

  /** All that is dragged as one box. */
  #boxAround(moves: readonly Move[]): Box | undefined {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { id, position } of moves) {
      const size = this.#sizes.get(id);
      if (position === undefined || size === undefined) continue;
      left = Math.min(left, position.x);
      top = Math.min(top, position.y);
      right = Math.max(right, position.x + size.width);
      bottom = Math.max(bottom, position.y + size.height);
    }
    return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
