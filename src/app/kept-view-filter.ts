/** What a person hides of each graph, kept in the browser's local storage. Losing it shows everything again. */
import { z } from 'zod';
import { parseJson } from '../shared/protocol/parse';
import type { EditorStore } from '../store/editor-store';
import { EVERYTHING_SHOWN, isFiltering, type ViewFilter } from '../store/view-filter';

const KEY = 'kumiko.view-filters';
const MOST_GRAPHS = 12;
/** Of single elements, in all. With more, the storage would have no room for anything else: they are shown again. */
const MOST_IDS = 2000;

const ids = z.array(z.string());
const rule = z.object({
  on: z.enum(['node', 'edge']),
  of: z.string(),
  key: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  keeps: z.enum(['only', 'others']),
});
const keptSchema = z.array(
  z.object({
    room: z.string(),
    hiddenLabels: ids,
    hiddenEdgeTypes: ids,
    // These were not kept from the beginning.
    onlyLabels: ids.default([]),
    onlyEdgeTypes: ids.default([]),
    values: z.array(rule).default([]),
    /** A saved view; what it shows is asked for anew. */
    byView: z.string().optional(),
    hiddenNodes: ids,
    hiddenEdges: ids,
    onlyThese: ids.optional(),
    alwaysNodes: ids,
    alwaysEdges: ids,
  }),
);
type Kept = z.infer<typeof keptSchema>[number];

function allKept(storage: Pick<Storage, 'getItem'>): Kept[] {
  const parsed = parseJson(keptSchema, storage.getItem(KEY) ?? '[]');
  return parsed.ok ? parsed.value : [];
}

/** Hides what was hidden when the graph was last open, and keeps what is hidden from now on. */
export function followViewFilter(
  store: EditorStore,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  room: string,
): void {
  store.setState({ viewFilter: keptViewFilter(storage, room) });
  store.subscribe(({ viewFilter }, before) => {
    if (viewFilter !== before.viewFilter) keepViewFilter(storage, room, viewFilter);
  });
}

export function keptViewFilter(storage: Pick<Storage, 'getItem'>, room: string): ViewFilter {
  const kept = allKept(storage).find((each) => each.room === room);
  if (kept === undefined) return EVERYTHING_SHOWN;
  return {
    byView: kept.byView === undefined ? undefined : { id: kept.byView, shows: undefined },
    hiddenLabels: new Set(kept.hiddenLabels),
    hiddenEdgeTypes: new Set(kept.hiddenEdgeTypes),
    onlyLabels: new Set(kept.onlyLabels),
    onlyEdgeTypes: new Set(kept.onlyEdgeTypes),
    values: kept.values.map((each) => ({ ...each, value: each.value })),
    hiddenNodes: new Set(kept.hiddenNodes),
    hiddenEdges: new Set(kept.hiddenEdges),
    onlyThese: kept.onlyThese && new Set(kept.onlyThese),
    alwaysNodes: new Set(kept.alwaysNodes),
    alwaysEdges: new Set(kept.alwaysEdges),
  };
}

export function keepViewFilter(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  room: string,
  viewFilter: ViewFilter,
): void {
  const others = allKept(storage).filter((each) => each.room !== room);
  const kept = withoutTooMany(viewFilter);
  const own = isFiltering(kept) ? [asKept(room, kept)] : [];
  storage.setItem(KEY, JSON.stringify([...own, ...others].slice(0, MOST_GRAPHS)));
}

function withoutTooMany(filter: ViewFilter): ViewFilter {
  const { hiddenNodes, hiddenEdges, onlyThese, alwaysNodes, alwaysEdges } = filter;
  const count = [hiddenNodes, hiddenEdges, onlyThese ?? [], alwaysNodes, alwaysEdges]
    .map((each) => [...each].length)
    .reduce((sum, length) => sum + length, 0);
  if (count <= MOST_IDS) return filter;
  const { hiddenLabels, hiddenEdgeTypes, onlyLabels, onlyEdgeTypes, values, byView } = filter;
  return { ...EVERYTHING_SHOWN, byView, hiddenLabels, hiddenEdgeTypes, onlyLabels, onlyEdgeTypes, values };
}

function asKept(room: string, filter: ViewFilter): Kept {
  return {
    room,
    hiddenLabels: [...filter.hiddenLabels],
    hiddenEdgeTypes: [...filter.hiddenEdgeTypes],
    onlyLabels: [...filter.onlyLabels],
    onlyEdgeTypes: [...filter.onlyEdgeTypes],
    values: [...filter.values],
    byView: filter.byView?.id,
    hiddenNodes: [...filter.hiddenNodes],
    hiddenEdges: [...filter.hiddenEdges],
    onlyThese: filter.onlyThese && [...filter.onlyThese],
    alwaysNodes: [...filter.alwaysNodes],
    alwaysEdges: [...filter.alwaysEdges],
  };
}
