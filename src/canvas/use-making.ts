/** What is made by gestures: a label dropped, a double press on nothing, a connection dragged to a node or to nothing. */
import { type DragEvent, type MouseEvent as ReactMouseEvent, type RefObject, useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { droppedLabel, isLabelDrag } from '../kit/label-drag';
import type { NodeId, Position } from '../shared/graph/model';
import { mayEdit } from '../store/access';
import { useEditor } from '../store/editor-context';

/** Points are in canvas units. */
export interface MakingGestures {
  readonly onDropLabel: (label: string, point: Position) => void;
  /** A node is wanted here. */
  readonly onCreate: (point: Position) => void;
  readonly onConnect: (from: NodeId, to: NodeId, point: Position) => void;
  /** A node is wanted here, and an edge that leads to it. */
  readonly onConnectToEmpty: (from: NodeId, point: Position) => void;
}

/** As React Flow tells of the end of a connection. */
interface Connection {
  readonly fromNode: { readonly id: NodeId } | null;
  readonly toNode: { readonly id: NodeId } | null;
}

interface Press {
  readonly clientX: number;
  readonly clientY: number;
}

/** Where a pointer or finger is. */
function pressOf(event: MouseEvent | TouchEvent): Press | undefined {
  return 'clientX' in event ? event : (event.touches[0] ?? event.changedTouches[0]);
}

/** Shorter ways than this, in client pixels, are a press on the border that slipped. */
const SLIP = 24;

interface MakingHandlers {
  readonly onConnectStart: (event: MouseEvent | TouchEvent) => void;
  readonly onConnectEnd: (event: MouseEvent | TouchEvent, connection: Connection) => void;
  readonly onDoubleClick: (event: ReactMouseEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** @param area what is the canvas; other parts of the page may lie over it */
export function useMaking(area: RefObject<HTMLElement | null>, gestures: MakingGestures): MakingHandlers {
  const { store } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    /** Where the connection was begun, which is anywhere on a node's border. */
    let start: Press | undefined;
    const editable = () => mayEdit(store.getState());
    const pointOf = ({ clientX: x, clientY: y }: Press) => screenToFlowPosition({ x, y });
    const isOnCanvas = (x: number, y: number) => {
      const under = document.elementFromPoint(x, y);
      return under !== null && area.current?.contains(under) === true && under.closest('.react-flow__panel') === null;
    };
    return {
      onConnectStart: (event) => {
        start = pressOf(event);
      },
      onConnectEnd: (event, { fromNode, toNode }) => {
        const end = pressOf(event);
        if (start === undefined || end === undefined || fromNode === null || !editable()) return;
        const slipped = Math.hypot(end.clientX - start.clientX, end.clientY - start.clientY) < SLIP;
        if (slipped && (toNode === null || toNode.id === fromNode.id)) return;
        if (toNode !== null) gestures.onConnect(fromNode.id, toNode.id, pointOf(end));
        else if (isOnCanvas(end.clientX, end.clientY)) gestures.onConnectToEmpty(fromNode.id, pointOf(end));
      },
      onDoubleClick: (event) => {
        const { target } = event;
        if (editable() && target instanceof Element && target.matches('.react-flow__pane')) {
          gestures.onCreate(pointOf(event));
        }
      },
      onDragOver: (event) => {
        if (editable() && isLabelDrag(event.dataTransfer)) event.preventDefault();
      },
      onDrop: (event) => {
        const label = droppedLabel(event.dataTransfer);
        if (label === undefined) return;
        event.preventDefault();
        if (editable()) gestures.onDropLabel(label, pointOf(event));
      },
    };
  }, [store, area, gestures, screenToFlowPosition]);
}
