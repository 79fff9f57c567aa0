/** The open graph, as the canvas and the panels reach it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Outcome } from '../replica/replica';
import type { Role } from '../shared/access';
import { must } from '../shared/assert';
import type { Op } from '../shared/graph/ops';
import type { Link } from '../shared/protocol/links';
import type { Person } from '../shared/protocol/person';
import type { PresenceChange } from '../shared/protocol/presence';
import type { EditorState, EditorStore } from './editor-store';

/** The links that open the graph: for its owners. All reject with an `Error` whose message is a sentence for people. */
export interface LinksApi {
  list(): Promise<readonly Link[]>;
  /** @param name for the owners to know the link by; may be empty. @returns the link, and the key it carries (`linkTo`) */
  make(role: Role, name: string): Promise<{ readonly link: Link; readonly key: string }>;
  /** Takes effect at once, for those who are here by the link as well. */
  change(linkId: string, change: { readonly role?: Role; readonly name?: string }): Promise<Link>;
  /** From now on the link opens nothing, and who is here by it is shut out. */
  revoke(linkId: string): Promise<void>;
}

export interface Editor {
  readonly store: EditorStore;
  /**
   * Makes an edit: shown at once, sent, and followed up; what is refused or skipped is told to the person.
   * @returns what the server decided, once it has
   */
  edit(ops: readonly Op[]): Promise<Outcome>;
  /**
   * The same for an edit of any size, made in as few patches as the limits allow: it is still one step to undo.
   * @returns what the server decided on each; none comes after one that was not even taken
   */
  editInParts(ops: readonly Op[]): Promise<readonly Outcome[]>;
  /** Takes back the person's last step; what others have made of it since stays, and is told to the person. */
  undo(): void;
  /** Takes back the last undo, likewise. */
  redo(): void;
  /** Brings back a node or edge that others deleted, with this person's changes to it that came too late. */
  restore(gone: string): void;
  /** The others see what changed in what the person is doing; the latest counts. May be called as often as one likes. */
  showPresence(change: PresenceChange): void;
  /**
   * The person says who they are: kept in this browser, and told to the others. Where an identity provider gives the name,
   * only the colour is theirs to choose.
   */
  introduce(person: Person): void;
  /** Gives up what is pending: each is listed among what was not kept, so that its content can be copied. */
  discardPending(): void;
  /** What is pending, as text for the clipboard; empty when there is nothing to speak of. */
  copyPending(): string;
  readonly links: LinksApi;
  /**
   * Deletes the graph, for everyone. Rejects like `links`.
   * @returns until when it can be restored, in milliseconds since 1970
   */
  deleteGraph(): Promise<number>;
  /** Brings the graph back that was deleted, and opens it anew. Rejects like `links`. */
  restoreGraph(): Promise<void>;
  /** The whole address that a link opens the graph by. */
  linkTo(key: string): string;
  /** The whole address of the link by which the person is here; undefined when it is not by a link. */
  ownLink(): string | undefined;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  return must(useContext(EditorContext), 'the editor of this page');
}

/** A part of the editor's state. Select small: the component draws anew whenever what is selected changes. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}
