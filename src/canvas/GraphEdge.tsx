/** An edge: from border to border, with an arrow and its type's name; parallel edges and self-loops stay apart. */
import { memo } from 'react';
import { BaseEdge, type EdgeProps, type InternalNode, useInternalNode } from 'reactflow';
import { foldName } from '../shared/graph/names';
import { useEditorState } from '../store/editor-context';
import { arrowUrl } from './arrow-heads';
import { type Box, edgePath, laneOffset, loopPath } from './edge-geometry';
import { type FlowEdge, NODE_SIZE } from './flow-elements';
import styles from './GraphEdge.module.css';

function boxOf(node: InternalNode): Box {
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, ...NODE_SIZE };
}

export const GraphEdge = memo(function GraphEdge({ id, source, target, data, selected }: EdgeProps<FlowEdge>) {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  const color = useEditorState((state) => state.edgeTypes.get(foldName(data?.row.type ?? ''))?.style.color);
  if (from === undefined || to === undefined || data === undefined) return null;
  const { row, lane, lanes } = data;
  // Lanes are counted from one end for both directions, so that there and back do not share one.
  const offset = laneOffset(lane, lanes) * (source < target ? 1 : -1);
  const { path, label } = source === target ? loopPath(boxOf(from), lane) : edgePath(boxOf(from), boxOf(to), offset);
  return (
    <g className={styles['edge']} data-selected={selected} style={{ '--edge-color': color }}>
      <BaseEdge id={id} path={path} markerEnd={arrowUrl(selected ? 'selected' : color)} interactionWidth={16} />
      <text className={styles['name']} x={label.x} y={label.y} textAnchor="middle" dominantBaseline="central">
        {row.type}
      </text>
    </g>
  );
});
