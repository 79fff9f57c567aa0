/** What the person may do in this graph, and what stands in the way, for people. */
import { includesRole, type Role } from '../shared/access';
import type { GraphLimits } from '../shared/graph/graph-limits';
import type { ConnectionSlice } from './connection';
import type { RowsSlice } from './rows';
import type { SchemaSlice } from './schema';

export interface AccessSlice {
  /** As the server said, or as this browser remembers it until then; undefined when neither is known. */
  readonly role: Role | undefined;
  /** What new patches are held to; undefined until the server has said. */
  readonly limits: GraphLimits | undefined;
  /** As an identity provider knows the person: then their name is its to give. */
  readonly identity: { readonly userId: string; readonly name: string } | undefined;
  /** Why the person has to sign in to go on, as a sentence, and where they can. What is pending is kept meanwhile. */
  readonly signIn: { readonly reason: string; readonly url?: string | undefined } | undefined;
  /** Pending patches that are not sent because the person may only view. */
  readonly heldBack: number;
  /** Why the session is over (`endReason`), where that makes a difference to what can be done. */
  readonly ending: Ending | undefined;
  /** Until when the person can restore the graph, which was deleted: in milliseconds since 1970. */
  readonly restorableUntil: number | undefined;
}

/**
 * `no_key`: the address has no key, and this browser has none. `no_access`: the key, or the person, is not let in (any
 * more). `deleted`: an owner deleted the graph.
 */
export type Ending = 'no_key' | 'no_access' | 'deleted' | 'other';

export const INITIAL_ACCESS: AccessSlice = {
  role: undefined,
  limits: undefined,
  identity: undefined,
  signIn: undefined,
  heldBack: 0,
  ending: undefined,
  restorableUntil: undefined,
};

/**
 * Whether the page offers editing. Of whom it is not known what they may do, it is not known that they may not; who is shut
 * out for good could only lose what they type.
 */
export function mayEdit({ role, ending }: Pick<AccessSlice, 'role' | 'ending'>): boolean {
  const isShutOut = ending !== undefined && ending !== 'other';
  return !isShutOut && !isViewer(role);
}

function isViewer(role: Role | undefined): boolean {
  return role !== undefined && !includesRole(role, 'editor');
}

export function isOwner({ role }: Pick<AccessSlice, 'role'>): boolean {
  return role === 'owner';
}

/** Something of which the graph cannot hold much more. */
export interface NearLimit {
  readonly what: 'nodes' | 'edges' | 'labels' | 'edgeTypes';
  readonly count: number;
  readonly limit: number;
}

/** How much of a limit must be used up before it is worth a word. */
const NEAR = 0.9;

/** All of which the graph has nearly as much as it may have, or as much. A new list each time. */
export function nearLimits({
  limits,
  nodes,
  edges,
  labels,
  edgeTypes,
}: Pick<AccessSlice, 'limits'> &
  Pick<RowsSlice, 'nodes' | 'edges'> &
  Pick<SchemaSlice, 'labels' | 'edgeTypes'>): readonly NearLimit[] {
  if (limits === undefined) return [];
  const all: readonly NearLimit[] = [
    { what: 'nodes', count: nodes.size, limit: limits.nodes },
    { what: 'edges', count: edges.size, limit: limits.edges },
    { what: 'labels', count: labels.size, limit: limits.labels },
    { what: 'edgeTypes', count: edgeTypes.size, limit: limits.edgeTypes },
  ];
  return all.filter(({ count, limit }) => count >= NEAR * limit);
}

/** How many pending patches wait because the person may only view. Those that are decided only wait for an answer. */
export function heldBackOf(pending: ConnectionSlice['pending'], role: Role | undefined): number {
  return isViewer(role) ? pending.filter(({ decided }) => !decided).length : 0;
}
