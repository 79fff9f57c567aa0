/**
 * Renders a panel as the page does: with a real editor store, filled from a real graph. What goes to the others is
 * recorded instead of sent: what a panel asks for is checked against the wire's schema and kept.
 */
import { act, cleanup, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, onTestFinished } from 'vitest';
import { applyPatch } from '../../shared/graph/apply-patch';
import { ChangeCollector } from '../../shared/graph/changes';
import { Graph } from '../../shared/graph/graph';
import { type Op, opsSchema } from '../../shared/graph/ops';
import { type Person, personSchema } from '../../shared/protocol/person';
import { type PresenceChange, presenceChangeSchema } from '../../shared/protocol/presence';
import { EditorContext } from '../../store/editor-context';
import {
  createEditorStore,
  type EditorState,
  type EditorStore,
  takeIntroduction,
  takeRowUpdate,
  takeSchemaChanges,
} from '../../store/editor-store';
import { rowsOf } from '../../store/testing/rows-of-graph';
import { FakeLinks } from './fake-links';

/** Until when a graph that was deleted here can be restored. */
export const DELETED_UNTIL = Date.UTC(2026, 1, 28, 12);
/** What the link carried by which the person came. */
export const OWN_KEY = 'own-link-key-000';

export interface RenderedEditor {
  readonly user: UserEvent;
  readonly store: EditorStore;
  /** What was asked for, one list of ops for each edit. */
  readonly edits: readonly (readonly Op[])[];
  /** What was asked to be taken back, in order. */
  readonly turns: readonly ('undo' | 'redo')[];
  /** What the others were to see, in order. */
  readonly presence: readonly PresenceChange[];
  readonly introductions: readonly Person[];
  /** Ids of what was to be brought back. */
  readonly restored: readonly string[];
  /** The graph's links, in place of a server. */
  readonly links: FakeLinks;
  /** What else was asked for, in order. */
  readonly asked: readonly ('discard' | 'delete' | 'restore')[];
  /** Changes the graph that is shown, as anyone's edit that arrives here does. */
  show(...ops: Op[]): void;
  /** Changes the store in another way. */
  set(state: Partial<EditorState>): void;
}

/** @param shown the ops that make the graph to begin with */
export function renderEditor(panel: ReactNode, shown: readonly Op[] = []): RenderedEditor {
  onTestFinished(cleanup);
  const store = createEditorStore();
  const graph = new Graph();
  const edits: (readonly Op[])[] = [];
  const turns: ('undo' | 'redo')[] = [];
  const presence: PresenceChange[] = [];
  const introductions: Person[] = [];
  const restored: string[] = [];
  const links = new FakeLinks();
  const asked: ('discard' | 'delete' | 'restore')[] = [];
  const change = (ops: readonly Op[]) => {
    const outcome = applyPatch(graph, ops);
    expect(outcome).toMatchObject({ status: 'applied', skipped: [] });
    if (outcome.status !== 'applied') return;
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
    takeRowUpdate(store, rowsOf(graph));
  };
  const edit = async (ops: readonly Op[]) => {
    edits.push(opsSchema.parse(ops));
    return { status: 'ack', serverVersion: edits.length, skipped: [] } as const;
  };
  const showPresence = (shownNow: PresenceChange) => void presence.push(presenceChangeSchema.parse(shownNow));
  const introduce = (person: Person) => {
    introductions.push(personSchema.parse(person));
    takeIntroduction(store, person);
  };
  const undo = () => void turns.push('undo');
  const redo = () => void turns.push('redo');
  const restore = (gone: string) => void restored.push(gone);
  change(shown);
  const user = userEvent.setup();
  const discardPending = () => void asked.push('discard');
  const copyPending = () => 'name: what was pending';
  const deleteGraph = () =>
    links.answer(() => {
      asked.push('delete');
      return DELETED_UNTIL;
    });
  const restoreGraph = () => links.answer(() => void asked.push('restore'));
  const linkTo = (key: string) => `${location.origin}/g/family#key=${key}`;
  const ownLink = () => (store.getState().identity === undefined ? linkTo(OWN_KEY) : undefined);
  const sharing = { discardPending, copyPending, links, deleteGraph, restoreGraph, linkTo, ownLink };
  const editInParts = async (ops: readonly Op[]) => [await edit(ops)];
  const editing = { store, edit, editInParts, undo, redo, restore, showPresence, introduce };
  render(<EditorContext value={{ ...editing, ...sharing }}>{panel}</EditorContext>);
  return {
    user,
    store,
    edits,
    turns,
    presence,
    introductions,
    restored,
    links,
    asked,
    show: (...ops) => act(() => change(ops)),
    set: (state) => act(() => store.setState(state)),
  };
}
