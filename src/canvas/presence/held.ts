/** Who has what selected. */
import { isolated } from '../../kit/bidi';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import type { Person } from '../../shared/protocol/person';
import type { Peer, PresenceState } from '../../shared/protocol/presence';

/** How an element is marked that others have selected. */
export interface Mark {
  /** Of who comes first. */
  readonly color: string;
  /** All their names, for one line. */
  readonly names: string;
}

export interface Held {
  readonly nodes: ReadonlyMap<NodeId, Mark>;
  readonly edges: ReadonlyMap<EdgeId, Mark>;
}

/** Whose selections are which: a map that is shallowly equal until someone selects something else. */
export type Selections = ReadonlyMap<PresenceState['selection'], Person>;

export function selectionsOf(peers: Iterable<Peer>): Selections {
  return new Map(Array.from(peers, ({ person, state }) => [state.selection, person]));
}

export function heldBy(selections: Selections): Held {
  const [nodes, edges] = [new Map<NodeId, Mark>(), new Map<EdgeId, Mark>()];
  for (const [selection, person] of selections) {
    for (const id of selection.nodes) nodes.set(id, withHolder(nodes.get(id), person));
    for (const id of selection.edges) edges.set(id, withHolder(edges.get(id), person));
  }
  return { nodes, edges };
}

function withHolder(mark: Mark | undefined, { color, name }: Person): Mark {
  return mark === undefined
    ? { color, names: isolated(name) }
    : { color: mark.color, names: `${mark.names}, ${isolated(name)}` };
}
