/** Shows nodes where an edit puts them until their rows have come: they would jump back for a moment. */
import type { Clock } from '../shared/clock';
import type { NodeId, Position } from '../shared/graph/model';
import type { CanvasActions } from '../store/canvas-actions';
import type { EditorStore } from '../store/editor-store';

/** Milliseconds for rows to come, which for thousands of nodes takes seconds. */
const PATIENCE = 15_000;

interface Preview {
  readonly store: EditorStore;
  readonly canvas: Pick<CanvasActions, 'preview'>;
  readonly clock: Clock;
  readonly places: ReadonlyMap<NodeId, Position>;
}

/**
 * To be called before the edit is made. Each node is shown there until its row comes anew, wherever that has it: others may
 * have been faster, or the person has undone it already.
 */
export function previewUntilRows({ store, canvas, clock, places }: Preview): {
  readonly ended: Promise<void>;
  /** Ends it for all at once. */
  readonly end: () => void;
} {
  let resolve: () => void = () => {};
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  const rowsBefore = new Map(store.getState().nodes);
  const waiting = new Map(places);
  const look = () => {
    const { nodes } = store.getState();
    const before = waiting.size;
    for (const id of waiting.keys()) if (nodes.get(id) !== rowsBefore.get(id)) waiting.delete(id);
    if (waiting.size === 0) end();
    else if (waiting.size < before) canvas.preview(new Map(waiting));
  };
  const end = () => {
    stopLooking();
    stopWaiting();
    canvas.preview(new Map());
    resolve();
  };
  const stopLooking = store.subscribe(({ rowsRevision }, previous) => {
    if (rowsRevision !== previous.rowsRevision) look();
  });
  const stopWaiting = clock.after(PATIENCE, end);
  canvas.preview(new Map(waiting));
  return { ended, end };
}
