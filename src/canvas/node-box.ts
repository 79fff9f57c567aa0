import { type Node, useStore as useFlow } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import type { Box } from '../kit/edge-geometry';
import type { NodeId } from '../shared/graph/model';
import { NODE_SIZE } from '../store/node-size';

/** What a node's card takes up, in canvas units. */
export function boxOf({ position, width, height }: Pick<Node, 'position' | 'width' | 'height'>): Box {
  return { ...position, width: width ?? NODE_SIZE.width, height: height ?? NODE_SIZE.height };
}

/** The box of a node as it is drawn just now, for what is drawn over it; undefined when it is not on the canvas. */
export function useNodeBox(id: NodeId | undefined): Box | undefined {
  return useFlow(({ nodeLookup }) => {
    const node = id === undefined ? undefined : nodeLookup.get(id);
    return node && boxOf(node);
  }, shallow);
}
