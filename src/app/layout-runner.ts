/**
 * Arranges nodes: asks the layout worker, lets the nodes glide to their places, and makes one edit of it: one undo takes
 * it back. Nothing is edited before, so that it can be cancelled at any time.
 */
import type { CommandContext } from '../commands/command';
import type { Arrange } from '../commands/layout-commands';
import { sayLocked } from '../commands/lock-commands';
import { isSamePlace, moveOps, newPlaces, placesOf } from '../commands/move-ops';
import { t } from '../i18n/i18n';
import type { LayoutKind } from '../layout/layout-kinds';
import type { LayoutAnswer, LayoutRequest } from '../layout/messages';
import type { Clock } from '../shared/clock';
import { LIMITS } from '../shared/limits';
import { mayEdit } from '../store/access';
import { notify } from '../store/editor-store';
import { glide } from './glide';
import { layoutRequest, whatToArrange } from './layout-request';
import { previewUntilRows } from './preview-until-rows';

export interface LayoutPorts {
  /** Rejects when it fails or is stopped. */
  readonly layOut: (request: LayoutRequest, stop: AbortSignal) => Promise<LayoutAnswer>;
  readonly clock: Clock;
  /** Whether the person asks for less motion. */
  readonly still: () => boolean;
}

export function layoutRunner(ports: LayoutPorts): Arrange {
  return (kind, context) => {
    const { store } = context.editor;
    if (store.getState().arranging !== undefined) return;
    const stop = new AbortController();
    store.setState({ arranging: { cancel: () => stop.abort() } });
    arrange(ports, kind, context, stop.signal)
      .catch((error: unknown) => {
        context.canvas.preview(new Map());
        if (stop.signal.aborted) return;
        console.error(error);
        notify(store, t('layout:failed'));
      })
      .finally(() => store.setState({ arranging: undefined }));
  };
}

async function arrange(
  { layOut, clock, still }: LayoutPorts,
  kind: LayoutKind,
  { editor, canvas }: CommandContext,
  stop: AbortSignal,
): Promise<void> {
  const { store, edit } = editor;
  const before = store.getState();
  const { rows, isAll } = whatToArrange(before);
  const most = before.limits?.opsPerPatch ?? LIMITS.opsPerPatch;
  if (rows.length > most) return notify(store, t('layout:tooMany', { count: rows.length, most }));

  const ids = rows.map(({ id }) => id);
  if (!isAll) sayLocked(store, before.selectedNodes.length - ids.length);
  const { nodes } = before;
  const from = placesOf(ids, nodes);
  const answer = await layOut(layoutRequest(kind, rows, before), stop);
  /** But for nodes that someone moved or deleted since: `nodes` goes on changing. */
  const places = () =>
    newPlaces(new Map([...answer].filter(([id]) => isSamePlace(nodes.get(id)?.position, from.get(id)))), nodes);
  await glide({ from, to: places(), show: canvas.preview, still: still() }, stop);

  const to = places();
  if (to.size === 0 || !mayEdit(store.getState())) return canvas.preview(new Map());
  store.setState({ arranging: { cancel: undefined } });
  const preview = previewUntilRows({ store, canvas, clock, places: to });
  if (isAll) canvas.show(ids);
  void edit(moveOps(to)).then(({ status }) => {
    if (status === 'nack') preview.end();
  });
  await preview.ended;
}
