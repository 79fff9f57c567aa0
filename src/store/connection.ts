/** How the tab stands with the server, for people: what is saved, what is not, and why. */
import type { PendingPatch } from '../replica/pending-patches';

/** `saved`: nothing pending. `saving`: pending and connected. The rest: not connected, and trying, or known to have no network. */
export type ConnectionState = 'saved' | 'saving' | 'reconnecting' | 'offline';

export interface ConnectionSlice {
  readonly connection: ConnectionState;
  /** Whether what is pending is kept in this browser, and so outlives the page. */
  readonly keeping: boolean;
  /** False until the graph has been here once, from the server or from what this browser kept of it. */
  readonly joined: boolean;
  readonly serverVersion: number;
  readonly pending: readonly PendingPatch[];
  /** Why the session is over, in words. */
  readonly endReason: string | undefined;
}

export const INITIAL_CONNECTION: ConnectionSlice = {
  connection: 'reconnecting',
  keeping: false,
  joined: false,
  serverVersion: 0,
  pending: [],
  endReason: undefined,
};

/** @param phase of the session */
export function connectionState(
  phase: 'connecting' | 'greeting' | 'joining' | 'live' | 'ended',
  online: boolean,
  pendingCount: number,
): ConnectionState {
  if (phase === 'live') return pendingCount === 0 ? 'saved' : 'saving';
  return online && phase !== 'ended' ? 'reconnecting' : 'offline';
}
