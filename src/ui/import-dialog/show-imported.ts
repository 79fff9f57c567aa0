/** Brings what is being imported into view, as soon as it is drawn. */
import type { CanvasActions } from '../../store/canvas-actions';
import type { EditorStore } from '../../store/editor-store';
import type { ImportPlan } from './plan-import';

/** To be called before it is made. What was added to a graph is selected as well, so that it can be moved at once. */
export function showImported(
  store: EditorStore,
  canvas: CanvasActions,
  { isWhole, nodeIds }: Extract<ImportPlan, { status: 'possible' }>,
): void {
  const last = nodeIds.at(-1);
  if (last === undefined) return;
  if (!isWhole) canvas.selectWhenDrawn(nodeIds);
  const stop = store.subscribe(({ nodes }) => {
    if (!nodes.has(last)) return;
    stop();
    // React Flow has to have drawn them.
    requestAnimationFrame(() => (isWhole ? canvas.show() : canvas.show(nodeIds)));
  });
}
