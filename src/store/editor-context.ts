/** The open graph, as the canvas and the panels reach it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Outcome } from '../replica/replica';
import { must } from '../shared/assert';
import type { Op } from '../shared/graph/ops';
import type { Person } from '../shared/protocol/person';
import type { PresenceChange } from '../shared/protocol/presence';
import type { EditorState, EditorStore } from './editor-store';

export interface Editor {
  readonly store: EditorStore;
  /**
   * Makes an edit: shown at once, sent, and followed up; what is refused or skipped is told to the person.
   * @returns what the server decided, once it has
   */
  edit(ops: readonly Op[]): Promise<Outcome>;
  /** Takes back the person's last step; what others have made of it since stays, and is told to the person. */
  undo(): void;
  /** Takes back the last undo, likewise. */
  redo(): void;
  /** Brings back a node or edge that others deleted, with this person's changes to it that came too late. */
  restore(gone: string): void;
  /** The others see what changed in what the person is doing; the latest counts. May be called as often as one likes. */
  showPresence(change: PresenceChange): void;
  /** The person says who they are: kept in this browser, and told to the others. */
  introduce(person: Person): void;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  return must(useContext(EditorContext), 'the editor of this page');
}

/** A part of the editor's state. Select small: the component draws anew whenever what is selected changes. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}
