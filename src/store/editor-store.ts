/** The editor's state in one zustand store, made of slices; one for each open graph. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NetChanges } from '../shared/graph/changes';
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Person } from '../shared/protocol/person';
import { type AccessSlice, INITIAL_ACCESS } from './access';
import { type ArrangingSlice, INITIAL_ARRANGING } from './arranging';
import { type ConnectionSlice, INITIAL_CONNECTION } from './connection';
import { INITIAL_MAKING, type MakingSlice } from './making';
import { type NoticesSlice, withNotice } from './notices';
import { INITIAL_PANEL, type PanelSlice } from './panels';
import { INITIAL_PASTING, type PastingSlice } from './pasting';
import { INITIAL_PRESENCE, type PresenceSlice } from './presence';
import { initialRows, type RowsSlice, type RowUpdate, takeRows } from './rows';
import { changedSchema, INITIAL_SCHEMA, type SchemaSlice } from './schema';
import { INITIAL_UNDO, type UndoSlice } from './undo';
import { type UnkeptChange, type UnkeptSlice, withUnkept } from './unkept';
import { INITIAL_VIEW_FILTER, type ViewFilterSlice } from './view-filter';

export interface SelectionSlice {
  readonly selectedNodes: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
}

export type EditorState = ConnectionSlice &
  AccessSlice &
  SchemaSlice &
  SelectionSlice &
  NoticesSlice &
  UnkeptSlice &
  RowsSlice &
  PresenceSlice &
  PanelSlice &
  PastingSlice &
  ViewFilterSlice &
  MakingSlice &
  ArrangingSlice &
  UndoSlice;
export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(): EditorStore {
  return createStore<EditorState>(() => ({
    ...INITIAL_CONNECTION,
    ...INITIAL_ACCESS,
    ...INITIAL_SCHEMA,
    ...initialRows(),
    ...INITIAL_PRESENCE,
    ...INITIAL_UNDO,
    ...INITIAL_PANEL,
    ...INITIAL_PASTING,
    ...INITIAL_VIEW_FILTER,
    ...INITIAL_MAKING,
    ...INITIAL_ARRANGING,
    selectedNodes: [],
    selectedEdges: [],
    notices: [],
    unkept: [],
  }));
}

export function takeSchemaChanges(store: EditorStore, changes: NetChanges): void {
  store.setState((state) => changedSchema(state, changes));
}

export function takeRowUpdate(store: EditorStore, update: RowUpdate): void {
  store.setState((state) => takeRows(state, update));
}

export function takeSelection(store: EditorStore, nodes: readonly NodeId[], edges: readonly EdgeId[]): void {
  store.setState({ selectedNodes: nodes, selectedEdges: edges });
}

/** The person said who they are. */
export function takeIntroduction(store: EditorStore, me: Person): void {
  store.setState({ me, introduced: true });
}

/** Tells the person something, until they put it away. */
export function notify(store: EditorStore, text: string): void {
  store.setState(({ notices }) => ({ notices: withNotice(notices, text) }));
}

export function dismissNotice(store: EditorStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Lists changes of the person's that were not kept, until they put the list away. */
export function listUnkept(store: EditorStore, changes: readonly UnkeptChange[]): void {
  if (changes.length > 0) store.setState(({ unkept }) => ({ unkept: withUnkept(unkept, changes) }));
}

/** The list was put away. */
export function dismissUnkept(store: EditorStore): void {
  store.setState({ unkept: [] });
}

/** A node or edge is there again: what was lost with it is not lost any more. */
export function dismissGone(store: EditorStore, gone: string): void {
  store.setState(({ unkept }) => ({ unkept: unkept.filter((each) => each.gone !== gone) }));
}
