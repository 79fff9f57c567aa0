/** How far a session has come. */
import type { Joining } from './joining';

export type Phase =
  /** No connection, or none yet. */
  | { readonly name: 'connecting' }
  /** There is a connection, and `welcome` has not come; `greeted`: `hello` was sent. */
  | { readonly name: 'greeting'; readonly greeted: boolean }
  /** What was missed is coming in. */
  | { readonly name: 'joining'; readonly joining: Joining }
  /** In step with the server. */
  | { readonly name: 'live' }
  /** Over, and why: in words, and by the code of the close where it was the server that ended it. */
  | { readonly name: 'ended'; readonly reason: string; readonly code?: number };

export type SessionPhase = Phase['name'];
