/** What edges are called to screen readers: "Ada ADMIRES Grace", by the captions of the nodes they join. */
import type { NodeRow } from '../store/rows';
import type { FlowEdge } from './flow-elements';

/** An edge as it was, with the ends that its name was made of. */
interface Named {
  readonly source: NodeRow | undefined;
  readonly target: NodeRow | undefined;
  readonly edge: FlowEdge;
}

/** Nothing keeps its name once the schema or the language changes: then another of these is to be made. */
export class EdgeNames {
  /** By the edge without a name. */
  readonly #known = new WeakMap<FlowEdge, Named>();
  #last: FlowEdge[] = [];
  readonly #nodeName: (row: NodeRow) => string;

  constructor(nodeName: (row: NodeRow) => string) {
    this.#nodeName = nodeName;
  }

  /** The edges with their names: the same objects as last time where nothing changed, and the same array where nothing did. */
  of(edges: readonly FlowEdge[], nodes: ReadonlyMap<string, NodeRow>): FlowEdge[] {
    const named = edges.map((edge) => this.#named(edge, nodes.get(edge.source), nodes.get(edge.target)));
    const isSame = named.length === this.#last.length && named.every((edge, index) => edge === this.#last[index]);
    if (!isSame) this.#last = named;
    return this.#last;
  }

  #named(edge: FlowEdge, source: NodeRow | undefined, target: NodeRow | undefined): FlowEdge {
    const known = this.#known.get(edge);
    if (known !== undefined && known.source === source && known.target === target) return known.edge;
    const ariaLabel = [source && this.#nodeName(source), edge.data?.row.type, target && this.#nodeName(target)]
      .filter((part) => part !== undefined)
      .join(' ');
    // A node that only moved leaves the name as it was.
    const next = known?.edge.ariaLabel === ariaLabel ? known.edge : { ...edge, ariaLabel };
    this.#known.set(edge, { source, target, edge: next });
    return next;
  }
}
