/** The canvas: React Flow, fed with rows, its gestures handed on as edits. */
import { type DragEvent, useCallback, useState } from 'react';
import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  Controls,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  useStore as useFlow,
  useReactFlow,
} from 'reactflow';
import 'reactflow/dist/style.css';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { droppedLabel, isLabelDrag } from '../kit/label-drag';
import { mayEdit } from '../store/access';
import { useEditor, useEditorState } from '../store/editor-context';
import { ArrowHeads } from './ArrowHeads';
import styles from './Canvas.module.css';
import type { FlowEdge, FlowNode } from './flow-elements';
import type { FlowStore } from './flow-store';
import { GraphEdge } from './GraphEdge';
import { GraphNode } from './GraphNode';
import { moveOps } from './gestures';
import { OverviewMap } from './OverviewMap';
import { shownDrag } from './presence/own-presence';
import { PeerLayer } from './presence/PeerLayer';
import { useOthersDrags } from './presence/use-others-drags';
import { useOwnCursor, useOwnSelection } from './presence/use-own-presence';
import { TypesContext } from './types-context';

/** A connection that was dragged; `at` is where the pointer let go, in client pixels. */
export interface DraggedConnection {
  readonly source: string;
  readonly target: string;
  readonly at: { readonly x: number; readonly y: number };
}

interface CanvasProps {
  readonly flow: FlowStore;
  /** A label was dropped at this point of the canvas. */
  readonly onDropLabel: (label: string, point: { x: number; y: number }) => void;
  readonly onConnect: (connection: DraggedConnection) => void;
}

const nodeTypes = { graph: GraphNode };
const edgeTypes = { graph: GraphEdge };
/** How much is drawn depends on the zoom: `far` leaves out what could not be read, `farthest` leaves only colour. */
function distance(zoom: number): 'near' | 'far' | 'farthest' {
  return zoom >= 0.55 ? 'near' : zoom >= 0.25 ? 'far' : 'farthest';
}

export function Canvas({ flow, onDropLabel, onConnect }: CanvasProps) {
  const { store, edit, showPresence } = useEditor();
  const { nodes, edges } = useStore(flow.state);
  const editable = useEditorState(mayEdit);
  const types = useEditorState(useShallow(({ labels, edgeTypes }) => ({ labels, edgeTypes })));
  const { screenToFlowPosition } = useReactFlow();
  // An empty canvas keeps its place when the first node is dropped on it; it would jump from under the pointer.
  const [showAll] = useState(nodes.length > 0);
  const seenFrom = useFlow((state) => distance(state.transform[2]));
  const ownCursor = useOwnCursor();
  useOwnSelection();
  useOthersDrags(flow);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      flow.changeNodes(changes);
      if (!mayEdit(store.getState())) return flow.putBack(changes);
      const drag = shownDrag(changes);
      if (drag !== undefined) showPresence(drag);
      const ops = moveOps(changes, store.getState().nodes);
      if (ops.length > 0) void edit(ops);
    },
    [flow, store, edit, showPresence],
  );

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => flow.changeEdges(changes), [flow]);

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: { fromNode: { id: string } | null; toNode: { id: string } | null }) => {
      const point = 'clientX' in event ? event : event.changedTouches[0];
      if (state.fromNode === null || state.toNode === null || point === undefined) return;
      if (!mayEdit(store.getState())) return;
      onConnect({ source: state.fromNode.id, target: state.toNode.id, at: { x: point.clientX, y: point.clientY } });
    },
    [store, onConnect],
  );

  const onDragOver = (event: DragEvent) => {
    if (editable && isLabelDrag(event.dataTransfer)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const label = droppedLabel(event.dataTransfer);
    if (label === undefined) return;
    event.preventDefault();
    if (editable) onDropLabel(label, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };

  return (
    <section
      className={styles['canvas']}
      data-distance={seenFrom}
      aria-label="Canvas"
      onDragOver={onDragOver}
      onDrop={onDrop}
      onPointerMove={(event) => {
        flow.pointer = { x: event.clientX, y: event.clientY };
        ownCursor.onPointerMove(event);
      }}
      onPointerLeave={() => {
        flow.pointer = undefined;
        ownCursor.onPointerLeave();
      }}
    >
      <ArrowHeads />
      <TypesContext value={types}>
        <ReactFlow<FlowNode, FlowEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnectEnd={onConnectEnd}
          isValidConnection={acceptAny}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={60}
          ariaLabelConfig={editable ? EDITOR_WORDS : VIEWER_WORDS}
          nodesDraggable={editable}
          nodesConnectable={editable}
          deleteKeyCode={null}
          multiSelectionKeyCode={ADD_KEYS}
          zoomOnDoubleClick={false}
          onlyRenderVisibleElements
          elevateNodesOnSelect
          fitView={showAll}
          fitViewOptions={FIT}
          minZoom={0.03}
          maxZoom={2.5}
          colorMode="system"
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--grid)" />
          <PeerLayer />
          <OverviewMap nodes={nodes} />
          <Controls
            position="bottom-right"
            orientation="horizontal"
            showInteractive={false}
            className={styles['controls']}
          />
        </ReactFlow>
      </TypesContext>
    </section>
  );
}

/** What screen readers say can be done with an element: React Flow's own words, and those without moving and deleting. */
const EDITOR_WORDS = {};
const VIEWER_WORDS = {
  'node.a11yDescription.default': 'Press enter or space to select a node and escape to cancel.',
  'node.a11yDescription.keyboardDisabled': 'Press enter or space to select a node and escape to cancel.',
  'edge.a11yDescription.default': 'Press enter or space to select an edge and escape to cancel.',
};
const ADD_KEYS = ['Meta', 'Control'];
const FIT = { padding: 0.06, maxZoom: 1 };
const acceptAny = (_: Connection | FlowEdge) => true;
