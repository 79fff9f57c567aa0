/** The canvas: React Flow, fed with rows, its gestures handed on as edits. */
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  ConnectionMode,
  Controls,
  type EdgeChange,
  ReactFlow,
  useStore as useFlow,
} from 'reactflow';
import 'reactflow/dist/style.css';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { REGION } from '../kit/regions';
import { Spoken } from '../kit/Spoken';
import { useTheme } from '../kit/theme';
import { mayEdit } from '../store/access';
import { useEditor, useEditorState } from '../store/editor-context';
import { ArrowHeads } from './ArrowHeads';
import { ariaWords } from './aria-words';
import styles from './Canvas.module.css';
import { CaptionLayer } from './caption/CaptionLayer';
import { FarCaptions } from './far/FarCaptions';
import type { FlowEdge, FlowNode } from './flow-elements';
import type { FlowStore } from './flow-store';
import { GraphEdge } from './GraphEdge';
import { GraphNode } from './GraphNode';
import { OverviewMap } from './OverviewMap';
import { PathLayer } from './path/PathLayer';
import { PeerLayer } from './presence/PeerLayer';
import { useFollowing } from './presence/use-following';
import { useOthersDrags } from './presence/use-others-drags';
import { useOwnCursor, useOwnSelection } from './presence/use-own-presence';
import { useOwnView } from './presence/use-own-view';
import { ProposalLayer } from './proposal/ProposalLayer';
import { EdgeGrips } from './reconnect/EdgeGrips';
import { SelectionTold } from './SelectionTold';
import { Guides } from './snap/Guides';
import { useSnap } from './snap/use-snap';
import { TargetMark } from './TargetMark';
import { TypesContext } from './types-context';
import { useCardKeys } from './use-card-keys';
import { useFocusKept } from './use-focus-kept';
import { type MakingGestures, useMaking } from './use-making';
import { useMoves } from './use-moves';
import { useNamedEdges } from './use-named-edges';
import { useNudge } from './use-nudge';
import { useSelectionSeen } from './use-selection-seen';

interface CanvasProps {
  readonly flow: FlowStore;
  readonly gestures: MakingGestures;
}

const nodeTypes = { graph: GraphNode };
const edgeTypes = { graph: GraphEdge };
/**
 * How much is drawn depends on the zoom: `middle` leaves out the small print, `far` all but captions, and `farthest` leaves
 * colour, and the captions of hubs.
 */
function distance(zoom: number): 'near' | 'middle' | 'far' | 'farthest' {
  return zoom >= 0.75 ? 'near' : zoom >= 0.5 ? 'middle' : zoom >= 0.33 ? 'far' : 'farthest';
}

export function Canvas({ flow, gestures }: CanvasProps) {
  const { store } = useEditor();
  const { t } = useTranslation('canvas');
  const { nodes, edges } = useStore(flow.state);
  const namedEdges = useNamedEdges(edges);
  const helpId = useId();
  const editable = useEditorState(mayEdit);
  const theme = useTheme();
  const types = useEditorState(
    useShallow(({ labels, edgeTypes, measure, ruled }) => ({ labels, edgeTypes, measure, ruled })),
  );
  const words = useMemo(() => ariaWords(t, editable), [t, editable]);
  // An empty canvas keeps its place when the first node is dropped on it; it would jump from under the pointer.
  const [showAll] = useState(nodes.length > 0);
  const seenFrom = useFlow((state) => distance(state.transform[2]));
  const area = useRef<HTMLElement>(null);
  const move = useMoves(flow);
  const { onNodesChange, guides } = useSnap(flow, move);
  const moved = useNudge(area, flow, move);
  const { onConnectStart, onConnectEnd, ...making } = useMaking(area, gestures);
  const onCardKey = useCardKeys();
  const ownCursor = useOwnCursor();
  useFocusKept(area);
  useSelectionSeen(area);
  useOwnSelection();
  useOwnView();
  useFollowing();
  useOthersDrags(flow);

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => flow.changeEdges(changes), [flow]);
  const editCaption = useCallback(
    (_: unknown, node: FlowNode) => {
      if (mayEdit(store.getState())) store.setState({ captionInEdit: node.id });
    },
    [store],
  );

  return (
    <section
      className={styles['canvas']}
      data-distance={seenFrom}
      ref={area}
      {...making}
      onKeyDownCapture={onCardKey}
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
          aria-label={t('name')}
          aria-describedby={helpId}
          {...REGION}
          // Tab stops here, before it goes to what is on it.
          tabIndex={0}
          nodes={nodes}
          edges={namedEdges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnectStart={onConnectStart}
          onConnectEnd={onConnectEnd}
          onNodeDoubleClick={editCaption}
          connectOnClick={false}
          connectionLineType={ConnectionLineType.Straight}
          isValidConnection={acceptAny}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={60}
          ariaLabelConfig={words}
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
          colorMode={theme}
          attributionPosition="bottom-left"
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--grid)" />
          <PathLayer />
          <PeerLayer />
          <ProposalLayer />
          <TargetMark />
          <EdgeGrips />
          <Guides of={guides} />
          {seenFrom === 'farthest' && <FarCaptions nodes={nodes} edges={edges} />}
          <CaptionLayer />
          <OverviewMap nodes={nodes} />
          <Controls
            position="bottom-right"
            orientation="horizontal"
            showInteractive={false}
            fitViewOptions={FIT}
            className={styles['controls']}
          />
        </ReactFlow>
      </TypesContext>
      <p id={helpId} hidden>
        {editable ? t('help.canvas') : t('help.canvasToView')}
      </p>
      <Spoken as="p" role="status">
        {moved > 0 && t('moved', { count: moved })}
      </Spoken>
      <SelectionTold />
    </section>
  );
}

const ADD_KEYS = ['Meta', 'Control'];
const FIT = { padding: 0.06, maxZoom: 1 };
const acceptAny = (_: Connection | FlowEdge) => true;
