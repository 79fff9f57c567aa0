/** Marks the path that is being looked at: a ring around its nodes, a band along its edges. Takes no clicks. */
import { memo } from 'react';
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import { coursePath } from '../../kit/edge-geometry';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { useEditorState } from '../../store/editor-context';
import { useNodeBox } from '../node-box';
import styles from './PathLayer.module.css';

export const PathLayer = memo(function PathLayer() {
  const path = useEditorState((state) => state.markedPath);
  // As wide from afar as from near: else the path would be lost where one sees all of it.
  const away = useFlow(({ transform: [, , zoom] }) => 1 / Math.min(zoom, 1));
  if (path === undefined) return null;
  return (
    <ViewportPortal>
      <svg className={styles['layer']} style={{ '--away': away }} aria-hidden="true">
        {path.edges.map((id) => (
          <Band key={id} id={id} />
        ))}
        {path.nodes.map((id) => (
          <Ring key={id} id={id} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

/** Corners, and how far the ring lies outside of the card, in canvas units. */
const [ROUND, APART] = [12, 4];

function Ring({ id }: { id: NodeId }) {
  const box = useNodeBox(id);
  if (box === undefined) return null;
  const [width, height] = [box.width + 2 * APART, box.height + 2 * APART];
  return (
    <rect
      className={styles['ring']}
      data-testid="path-node"
      x={box.x - APART}
      y={box.y - APART}
      width={width}
      height={height}
      rx={ROUND}
    />
  );
}

function Band({ id }: { id: EdgeId }) {
  const course = useFlow(({ edgeLookup }) => {
    const { source = '', target = '', data } = edgeLookup.get(id) ?? {};
    return { source, target, lane: Number(data?.['lane'] ?? 0), lanes: Number(data?.['lanes'] ?? 1) };
  }, shallow);
  const [from, to] = [useNodeBox(course.source), useNodeBox(course.target)];
  if (from === undefined || to === undefined) return null;
  return <path className={styles['band']} data-testid="path-edge" d={coursePath(course, from, to).path} />;
}
