/** An edge: from border to border, with an arrow and its type's name; parallel edges and self-loops stay apart. */
import { memo, useContext } from 'react';
import { BaseEdge, type EdgeProps } from 'reactflow';
import { arrowUrl } from '../kit/arrow-heads';
import { type Box, type Course, coursePath } from '../kit/edge-geometry';
import { EDGE_ICON_SIZE, edgeName, edgeText } from '../kit/edge-name';
import { iconNamed } from '../kit/icons';
import { edgeLook } from '../store/edge-look';
import type { CardSize } from '../store/node-size';
import { type FlowEdge, HANDLE_SIZE } from './flow-elements';
import styles from './GraphEdge.module.css';
import { TypesContext } from './types-context';

/**
 * A node's box, from where React Flow puts the edge's end: the first handle, on the middle of the node's top. Taken from
 * there, and not from the node itself, an edge needs no subscriptions of its own, and there are thousands of edges.
 */
function boxBelow(handleX: number, handleY: number, size: CardSize): Box {
  return { x: handleX - size.width / 2, y: handleY + HANDLE_SIZE / 2, ...size };
}

/** Without what floating point adds while nodes are dragged. */
const tidied = (way: number) => Math.round(way * 100) / 100;

export const GraphEdge = memo(function GraphEdge(props: EdgeProps<FlowEdge>) {
  const { id, source, target, sourceX, sourceY, targetX, targetY, data, selected = false } = props;
  const rules = useContext(TypesContext);
  if (data === undefined) return null;
  const { row, lane, lanes, sourceSize, targetSize } = data;
  const { color, icon, width, caption } = edgeLook(row, rules);
  // Drawn from where its source is: an edge whose nodes are dragged together is only moved.
  return (
    <g
      className={styles['edge']}
      data-selected={selected}
      style={{ '--edge-color': color, '--edge-width': `${width}px` }}
      transform={`translate(${sourceX} ${sourceY})`}
    >
      <Line
        id={id}
        source={source}
        target={target}
        lane={lane}
        lanes={lanes}
        sourceSize={sourceSize}
        targetSize={targetSize}
        toX={tidied(targetX - sourceX)}
        toY={tidied(targetY - sourceY)}
        text={edgeText(row.type, caption)}
        icon={icon}
        marker={arrowUrl(selected ? 'selected' : color)}
      />
    </g>
  );
});

interface LineProps extends Course {
  readonly id: string;
  readonly sourceSize: CardSize;
  readonly targetSize: CardSize;
  /** Where the target's handle is, seen from the source's. */
  readonly toX: number;
  readonly toY: number;
  readonly text: string;
  /** An icon's name. */
  readonly icon: string | undefined;
  readonly marker: string;
}

const Line = memo(function Line(props: LineProps) {
  const { id, sourceSize, targetSize, toX, toY, text, icon, marker, ...course } = props;
  const { path, label } = coursePath(course, boxBelow(0, 0, sourceSize), boxBelow(toX, toY, targetSize));
  const name = edgeName(text, label, icon !== undefined);
  const turn = `rotate(${name.angle} ${name.x} ${name.y})`;
  const Icon = iconNamed(icon);
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={marker} interactionWidth={16} />
      {name.icon !== undefined && (
        <g className={styles['icon']} transform={turn} data-testid="edge-icon">
          <circle cx={name.icon.x + EDGE_ICON_SIZE / 2} cy={name.y} r={EDGE_ICON_SIZE / 2 + 2} />
          <Icon x={name.icon.x} y={name.icon.y} size={EDGE_ICON_SIZE} />
        </g>
      )}
      <text
        className={styles['name']}
        x={name.icon?.textX ?? name.x}
        y={name.y}
        transform={turn}
        textAnchor={name.icon === undefined ? 'middle' : 'start'}
        dominantBaseline="central"
      >
        {name.text}
      </text>
    </>
  );
});
