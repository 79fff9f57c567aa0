import type { Box } from '../kit/edge-geometry';
import { NODE_SIZE } from '../store/node-size';
import type { FlowNode } from './flow-elements';

/** What a node's card takes up, in canvas units. */
export function boxOf({ position, width, height }: FlowNode): Box {
  return { ...position, width: width ?? NODE_SIZE.width, height: height ?? NODE_SIZE.height };
}
