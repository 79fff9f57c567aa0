/** The editor's state in one zustand store, made of slices; one for each open graph. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NetChanges } from '../shared/graph/changes';
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Person } from '../shared/protocol/person';
import { type AccessSlice, INITIAL_ACCESS } from './access';
import { type AnnouncementsSlice, NO_ANNOUNCEMENTS, withAnnouncement } from './announcements';
import { type ArrangingSlice, INITIAL_ARRANGING } from './arranging';
import { type ConnectionSlice, INITIAL_CONNECTION } from './connection';
import { CONSOLE_CLOSED, type ConsoleSlice } from './console-slice';
import { type ExploringSlice, NOT_EXPLORING } from './exploring';
import { type FollowingSlice, NOT_FOLLOWING } from './following';
import { changedLocks, type LockedSlice, NOTHING_LOCKED } from './locked';
import { INITIAL_MAKING, type MakingSlice } from './making';
import { type MeasureSlice, NOTHING_MEASURED } from './measure';
import { type Message, type NoticesSlice, withNotice } from './notices';
import { NO_OPEN_VIEW, type OpenViewSlice } from './open-view';
import { INITIAL_PANEL, type PanelSlice } from './panels';
import { INITIAL_PASTING, type PastingSlice } from './pasting';
import { type FieldOf, INITIAL_PRESENCE, isSameField, type PresenceSlice } from './presence';
import { NO_PROPOSAL, type ProposalSlice } from './proposal';
import { renamedFilter } from './renamed-filter';
import { initialRows, type RowsSlice, type RowUpdate, takeRows } from './rows';
import { changedFacts, changedRuled, INITIAL_RULED, type RuledSlice } from './ruled';
import { changedSaved, INITIAL_SAVED, type SavedSlice } from './saved';
import { changedSchema, INITIAL_SCHEMA, type SchemaSlice } from './schema';
import { INITIAL_TYPE_IN_EDIT, renamedTypeInEdit, type TypeInEditSlice } from './type-in-edit';
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
  SavedSlice &
  RuledSlice &
  OpenViewSlice &
  SelectionSlice &
  NoticesSlice &
  AnnouncementsSlice &
  FollowingSlice &
  UnkeptSlice &
  RowsSlice &
  PresenceSlice &
  PanelSlice &
  ConsoleSlice &
  PastingSlice &
  ViewFilterSlice &
  ExploringSlice &
  MakingSlice &
  ArrangingSlice &
  MeasureSlice &
  ProposalSlice &
  LockedSlice &
  TypeInEditSlice &
  UndoSlice;
export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(): EditorStore {
  return createStore<EditorState>(() => ({
    ...INITIAL_CONNECTION,
    ...INITIAL_ACCESS,
    ...INITIAL_SCHEMA,
    ...INITIAL_SAVED,
    ...INITIAL_RULED,
    ...NO_OPEN_VIEW,
    ...initialRows(),
    ...INITIAL_PRESENCE,
    ...INITIAL_UNDO,
    ...INITIAL_PANEL,
    ...CONSOLE_CLOSED,
    ...INITIAL_PASTING,
    ...INITIAL_VIEW_FILTER,
    ...NOT_EXPLORING,
    ...INITIAL_MAKING,
    ...INITIAL_ARRANGING,
    ...NOTHING_MEASURED,
    ...NO_PROPOSAL,
    ...NOTHING_LOCKED,
    ...INITIAL_TYPE_IN_EDIT,
    ...NO_ANNOUNCEMENTS,
    ...NOT_FOLLOWING,
    selectedNodes: [],
    selectedEdges: [],
    notices: [],
    unkept: [],
  }));
}

/** Takes what the graph's changes say of the schema, of views and rules, and of locks: what rows do not tell. */
export function takeSchemaChanges(store: EditorStore, changes: NetChanges): void {
  store.setState((state) => renamedTypeInEdit(state, changes));
  store.setState((state) => changedLocks(state, changes));
  store.setState((state) => changedSchema(state, changes));
  store.setState((state) => renamedFilter(state, changes));
  store.setState((state) => changedSaved(state, changes));
  store.setState((state) => changedRuled(state, changes));
}

export function takeRowUpdate(store: EditorStore, update: RowUpdate): void {
  store.setState((state) => takeRows(state, update));
  store.setState(changedFacts);
}

export function takeSelection(store: EditorStore, nodes: readonly NodeId[], edges: readonly EdgeId[]): void {
  store.setState({ selectedNodes: nodes, selectedEdges: edges });
}

/** The person said who they are. */
export function takeIntroduction(store: EditorStore, me: Person): void {
  store.setState({ me, introduced: true });
}

/** The person came to the field of a property, or left it. */
export function takeOwnEditing(store: EditorStore, field: FieldOf | null): void {
  store.setState(({ ownEditing, overwrittenBy }) => ({
    ownEditing: field,
    overwrittenBy: isSameField(ownEditing, field) ? overwrittenBy : undefined,
  }));
}

/** Tells the person something: what went wrong, as a sentence, or more than that. */
export function notify(store: EditorStore, said: string | Message): void {
  const message = typeof said === 'string' ? { text: said } : said;
  store.setState(({ notices }) => ({ notices: withNotice(notices, message) }));
}

/** What was said about this need not be said any longer. */
export function dismissTopic(store: EditorStore, topic: string): void {
  const { notices } = store.getState();
  const others = notices.filter((notice) => notice.topic !== topic);
  if (others.length < notices.length) store.setState({ notices: others });
}

/** Says something to who listens, and to nobody else. */
export function announce(store: EditorStore, text: string): void {
  store.setState(({ announcements }) => ({ announcements: withAnnouncement(announcements, text) }));
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
