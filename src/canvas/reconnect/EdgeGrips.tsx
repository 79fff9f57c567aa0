/** At both ends of the one edge that is selected: what one takes hold of to lead it to another node. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReactFlowInstance, useStore as useFlow, useReactFlow, ViewportPortal } from 'reactflow';
import { endsOps } from '../../commands/edge-commands';
import { borderPoint } from '../../kit/edge-geometry';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { FlowEdge, FlowNode } from '../flow-elements';
import { boxOf } from '../node-box';
import styles from './EdgeGrips.module.css';
import { type EdgeEnd, type End, endsOf, gripOf } from './edge-course';
import { type EndDrag, useEndDrag } from './use-end-drag';

const ENDS: readonly End[] = ['source', 'target'];

export function EdgeGrips() {
  const only = useEditorState(({ selectedNodes, selectedEdges }) =>
    selectedNodes.length + selectedEdges.length === 1 ? selectedEdges[0] : undefined,
  );
  const editable = useEditorState(mayEdit);
  return only === undefined || !editable ? null : <Grips key={only} id={only} />;
}

function Grips({ id }: { id: EdgeId }) {
  const { t } = useTranslation('elements');
  const { store, edit } = useEditor();
  const flow: ReactFlowInstance<FlowNode, FlowEdge> = useReactFlow();
  const zoom = useFlow(({ transform }) => transform[2]);
  // Drawn anew whenever one of the ends comes to another place, as text: the places are made anew each time.
  useFlow(() => JSON.stringify(endsOf(flow, id)));
  const onDrop = useCallback(
    (end: End, node: NodeId) => {
      const row = store.getState().edges.get(id);
      const ops = row === undefined ? [] : endsOps(row, end, node);
      if (ops.length > 0) void edit(ops);
    },
    [store, edit, id],
  );
  const { drag, begin } = useEndDrag(onDrop);
  const ends = endsOf(flow, id);
  if (ends === undefined) return null;
  return (
    <ViewportPortal>
      {drag !== undefined && <Way drag={drag} fixed={ends[drag.end === 'source' ? 'target' : 'source']} />}
      {ENDS.map((end) => {
        const { x, y } = drag?.end === end ? drag.at : gripOf(ends[end]);
        return (
          <div
            key={end}
            className={`${styles['grip']} nodrag nopan`}
            data-testid={`grip-${end}`}
            data-dragged={drag?.end === end}
            aria-hidden="true"
            title={t(end === 'source' ? 'dragSource' : 'dragTarget')}
            // As large on the screen as a pointer needs it, from however far the graph is seen.
            style={{ translate: `${x}px ${y}px`, scale: 1 / Math.min(1, zoom) }}
            onPointerDown={(event) => begin(end, event)}
          />
        );
      })}
    </ViewportPortal>
  );
}

/** The line as it would be, and the node that it would lead to. */
function Way({ drag, fixed }: { drag: EndDrag; fixed: EdgeEnd }) {
  const { getNode }: ReactFlowInstance<FlowNode, FlowEdge> = useReactFlow();
  const over = drag.over === undefined ? undefined : getNode(drag.over);
  const box = over && boxOf(over);
  const { x, y } = borderPoint(fixed.box, drag.at);
  return (
    <>
      <svg className={styles['way']} aria-hidden="true">
        <path d={`M${x} ${y}L${drag.at.x} ${drag.at.y}`} />
      </svg>
      {box !== undefined && (
        <div
          className={styles['over']}
          data-testid="new-end"
          data-of={drag.over}
          style={{ translate: `${box.x}px ${box.y}px`, width: box.width, height: box.height }}
        />
      )}
    </>
  );
}
