/**
 * A proposal drawn over the canvas: what would be made as ghosts, what would change or go with a mark. Stands apart from
 * nodes and edges, and takes no clicks.
 */
import { memo, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewportPortal } from 'reactflow';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { type Box, borderPoint } from '../../kit/edge-geometry';
import type { NodeId } from '../../shared/graph/model';
import { captionOf } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import { cardSize, sizeOf } from '../../store/node-size';
import { proposedLook } from '../../store/proposal';
import type { EdgeRow, NodeRow } from '../../store/rows';
import { useNodeBox } from '../node-box';
import { TypesContext, useLabel } from '../types-context';
import styles from './ProposalLayer.module.css';

/** More than these are not drawn: they are counted in words. */
const MOST = 500;

export const ProposalLayer = memo(function ProposalLayer() {
  const { store } = useEditor();
  const proposal = useEditorState((state) => state.proposal);
  const look = useMemo(() => proposal && proposedLook(proposal, store.getState()), [proposal, store]);
  const { labels } = useContext(TypesContext);
  if (look === undefined) return null;
  const boxes = new Map(
    look.newNodes.map(({ id, label, position }) => [id, { ...position, ...cardSize(label, labels) }]),
  );
  return (
    <ViewportPortal>
      <div className={styles['layer']} aria-hidden="true">
        <svg className={styles['edges']} aria-hidden="true">
          {look.newEdges.slice(0, MOST).map((edge) => (
            <GhostEdge key={edge.id} edge={edge} boxes={boxes} kind="new" />
          ))}
          {[...look.goneEdges].slice(0, MOST).map((id) => (
            <KnownEdge key={id} id={id} kind="gone" />
          ))}
          {[...look.changedEdges].slice(0, MOST).map((id) => (
            <KnownEdge key={id} id={id} kind="changed" />
          ))}
        </svg>
        {look.newNodes.slice(0, MOST).map((node) => (
          <GhostNode key={node.id} node={node} />
        ))}
        {[...look.changedNodes.keys()].slice(0, MOST).map((id) => (
          <NodeMark key={id} id={id} kind="changed" />
        ))}
        {[...look.goneNodes].slice(0, MOST).map((id) => (
          <NodeMark key={id} id={id} kind="gone" />
        ))}
      </div>
    </ViewportPortal>
  );
});

function GhostNode({ node }: { node: NodeRow }) {
  const { t } = useTranslation('canvas');
  const label = useLabel(node.label);
  const { x, y } = node.position;
  return (
    <div
      className={styles['ghost']}
      data-testid="proposed-node"
      style={{ '--label-color': colorOf(label?.style), translate: `${x}px ${y}px`, ...sizeOf(label) }}
    >
      <bdi>{captionOf(label, node.properties) ?? t('unnamed', { label: isolated(node.label) })}</bdi>
    </div>
  );
}

function NodeMark({ id, kind }: { id: NodeId; kind: 'changed' | 'gone' }) {
  const box = useNodeBox(id);
  if (box === undefined) return null;
  return (
    <div
      className={styles['mark']}
      data-kind={kind}
      style={{ translate: `${box.x}px ${box.y}px`, width: box.width, height: box.height }}
    />
  );
}

function KnownEdge({ id, kind }: { id: string; kind: 'gone' | 'changed' }) {
  const edge = useEditor().store.getState().edges.get(id);
  return edge === undefined ? null : <GhostEdge edge={edge} boxes={NONE} kind={kind} />;
}

type Boxes = ReadonlyMap<NodeId, Box>;
const NONE: Boxes = new Map();

interface GhostEdgeProps {
  readonly edge: EdgeRow;
  /** Of nodes that are not there yet. */
  readonly boxes: Boxes;
  readonly kind: 'new' | 'gone' | 'changed';
}

function GhostEdge({ edge: { source, target }, boxes, kind }: GhostEdgeProps) {
  const [from, to] = [useBox(source, boxes), useBox(target, boxes)];
  if (from === undefined || to === undefined) return null;
  const [start, end] = [borderPoint(from, middle(to)), borderPoint(to, middle(from))];
  return <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} data-kind={kind} />;
}

function middle({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}

function useBox(id: NodeId, boxes: Boxes): Box | undefined {
  const known = useNodeBox(id);
  return boxes.get(id) ?? known;
}
