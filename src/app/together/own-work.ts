/** What the person is working on: what they have selected, whose field they are in, and what they made or changed lately. */
import type { Clock } from '../../shared/clock';
import type { NetChanges } from '../../shared/graph/changes';
import type { EditorStore } from '../../store/editor-store';

/** Milliseconds for which an edit makes something one's own concern. */
const LATELY = 10 * 60_000;
/** Elements remembered; older ones make room. */
const MOST = 2_000;

export class OwnWork {
  readonly #store: EditorStore;
  readonly #clock: Clock;
  /** When each was edited last, the longest ago first. */
  readonly #edited = new Map<string, number>();

  constructor(store: EditorStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The person has changed the graph like this. */
  edited({ node, edge }: NetChanges): void {
    for (const id of [...node.keys(), ...edge.keys()].slice(-MOST)) {
      this.#edited.delete(id);
      this.#edited.set(id, this.#clock.now());
    }
    for (const id of this.#edited.keys()) {
      if (this.#edited.size <= MOST) return;
      this.#edited.delete(id);
    }
  }

  /** Whether an element is part of it as things are. */
  now(): (id: string) => boolean {
    const { selectedNodes, selectedEdges, ownEditing } = this.#store.getState();
    const inHand = new Set([...selectedNodes, ...selectedEdges, ...(ownEditing === null ? [] : [ownEditing.id])]);
    const oldest = this.#clock.now() - LATELY;
    return (id) => inHand.has(id) || (this.#edited.get(id) ?? Number.NEGATIVE_INFINITY) >= oldest;
  }
}
