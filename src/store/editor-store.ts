/** The editor's state in one zustand store, made of slices; one for each open graph. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NetChanges } from '../shared/graph/changes';
import type { EdgeId, NodeId } from '../shared/graph/model';
import { type ConnectionSlice, INITIAL_CONNECTION } from './connection';
import { type NoticesSlice, withNotice } from './notices';
import { initialRows, type RowsSlice, type RowUpdate, takeRows } from './rows';
import { changedSchema, INITIAL_SCHEMA, type SchemaSlice } from './schema';

export interface SelectionSlice {
  readonly selectedNodes: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
  /** A node that was just made, and whose caption is to be typed next. */
  readonly toBeNamed: NodeId | undefined;
}

export type EditorState = ConnectionSlice & SchemaSlice & SelectionSlice & NoticesSlice & RowsSlice;
export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(): EditorStore {
  return createStore<EditorState>(() => ({
    ...INITIAL_CONNECTION,
    ...INITIAL_SCHEMA,
    ...initialRows(),
    selectedNodes: [],
    selectedEdges: [],
    toBeNamed: undefined,
    notices: [],
  }));
}

export function takeSchemaChanges(store: EditorStore, changes: NetChanges): void {
  store.setState((state) => changedSchema(state, changes));
}

export function takeRowUpdate(store: EditorStore, update: RowUpdate): void {
  store.setState((state) => takeRows(state, update));
}

export function takeSelection(store: EditorStore, nodes: readonly NodeId[], edges: readonly EdgeId[]): void {
  store.setState(({ selectedNodes, toBeNamed }) => {
    // Once something else was selected, its moment is over.
    const wasSelected = toBeNamed !== undefined && selectedNodes.includes(toBeNamed);
    return { selectedNodes: nodes, selectedEdges: edges, toBeNamed: wasSelected ? undefined : toBeNamed };
  });
}

/** Tells the person something, until they put it away. */
export function notify(store: EditorStore, text: string): void {
  store.setState(({ notices }) => ({ notices: withNotice(notices, text) }));
}

export function dismissNotice(store: EditorStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
