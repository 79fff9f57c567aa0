/**
 * What others do, drawn over the canvas in its own coordinates: their cursors, what they have selected, and where they type. It stands
 * apart from nodes and edges, so that what someone does draws anew only what they touch, however large the graph.
 */
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { useEditorState } from '../../store/editor-context';
import { HeldEdge } from './HeldEdge';
import { HeldNode } from './HeldNode';
import { heldBy, selectionsOf } from './held';
import { PeerCursor } from './PeerCursor';
import { PeerEditing } from './PeerEditing';
import styles from './PeerLayer.module.css';

/** Tells its children the zoom by a style: what keeps its size on the screen need not be drawn anew for it. */
function Zoomed({ children }: { children: ReactNode }) {
  const zoom = useFlow((state) => state.transform[2]);
  return (
    <div className={styles['layer']} style={{ '--zoom': zoom }} aria-hidden="true">
      {children}
    </div>
  );
}

function Selections() {
  const selections = useEditorState(useShallow(({ peers }) => selectionsOf(peers.values())));
  const { nodes, edges } = useMemo(() => heldBy(selections), [selections]);
  return (
    <>
      <svg className={styles['edges']} aria-hidden="true">
        {Array.from(edges, ([id, { color }]) => (
          <HeldEdge key={id} id={id} color={color} />
        ))}
      </svg>
      {Array.from(nodes, ([id, { color, names }]) => (
        <HeldNode key={id} id={id} color={color} names={names} />
      ))}
    </>
  );
}

/** What each of the others is at just now. */
function Doings() {
  const clientIds = useEditorState(useShallow(({ peers }) => [...peers.keys()]));
  return clientIds.map((clientId) => (
    <Fragment key={clientId}>
      <PeerEditing clientId={clientId} />
      <PeerCursor clientId={clientId} />
    </Fragment>
  ));
}

export const PeerLayer = memo(function PeerLayer() {
  return (
    <ViewportPortal>
      <Zoomed>
        <Selections />
        <Doings />
      </Zoomed>
    </ViewportPortal>
  );
});
