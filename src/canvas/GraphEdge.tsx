/** An edge: from border to border, with an arrow and its type's name; parallel edges and self-loops stay apart. */
import { memo } from 'react';
import { BaseEdge, type EdgeProps } from 'reactflow';
import { arrowUrl } from '../kit/arrow-heads';
import { type Box, coursePath } from '../kit/edge-geometry';
import { edgeName } from '../kit/edge-name';
import { NODE_SIZE } from '../store/node-size';
import { type FlowEdge, HANDLE_SIZE } from './flow-elements';
import styles from './GraphEdge.module.css';
import { useEdgeType } from './types-context';

/**
 * A node's box, from where React Flow puts the edge's end: the first handle, on the middle of the node's top. Taken from
 * there, and not from the node itself, an edge needs no subscriptions of its own, and there are thousands of edges.
 */
function boxBelow(handleX: number, handleY: number): Box {
  return { x: handleX - NODE_SIZE.width / 2, y: handleY + HANDLE_SIZE / 2, ...NODE_SIZE };
}

export const GraphEdge = memo(function GraphEdge(props: EdgeProps<FlowEdge>) {
  const { id, source, target, data, selected = false } = props;
  const color = useEdgeType(data?.row.type ?? '')?.style.color;
  if (data === undefined) return null;
  const { row, lane, lanes } = data;
  const [from, to] = [boxBelow(props.sourceX, props.sourceY), boxBelow(props.targetX, props.targetY)];
  const { path, label } = coursePath({ source, target, lane, lanes }, from, to);
  const name = edgeName(row.type, label);
  return (
    <g className={styles['edge']} data-selected={selected} style={{ '--edge-color': color }}>
      <BaseEdge id={id} path={path} markerEnd={arrowUrl(selected ? 'selected' : color)} interactionWidth={16} />
      <text
        className={styles['name']}
        x={name.x}
        y={name.y}
        transform={`rotate(${name.angle} ${name.x} ${name.y})`}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {name.text}
      </text>
    </g>
  );
});
