/**
 * What changed since the rows on screen were asked for: by id, as it is now. Unlike net changes, a change that was
 * changed back stays in here, because a question asked in between may have seen the middle of it.
 */
import type { Change, NetChanges } from '../shared/graph/changes';
import type { EdgeId, GraphEdge, GraphNode, NodeId } from '../shared/graph/model';

export class Touched {
  readonly nodes = new Map<NodeId, GraphNode | undefined>();
  readonly edges = new Map<EdgeId, GraphEdge | undefined>();
  /** Labels and edge types, by name, of which there may be more or fewer now. */
  readonly countedLabels = new Set<string>();
  readonly countedEdgeTypes = new Set<string>();

  get isEmpty(): boolean {
    return this.nodes.size + this.edges.size + this.countedLabels.size + this.countedEdgeTypes.size === 0;
  }

  add(changes: NetChanges): void {
    for (const [id, change] of changes.node) {
      this.nodes.set(id, change.after);
      noteCount(this.countedLabels, change, (node) => node.label);
    }
    for (const [id, change] of changes.edge) {
      this.edges.set(id, change.after);
      noteCount(this.countedEdgeTypes, change, (edge) => edge.type);
    }
    for (const change of changes.label.values()) noteCount(this.countedLabels, change, (label) => label.name);
    for (const change of changes.edgeType.values()) noteCount(this.countedEdgeTypes, change, (type) => type.name);
  }
}

function noteCount<T>(counted: Set<string>, { before, after }: Change<T>, typeOf: (element: T) => string): void {
  const [was, is] = [before && typeOf(before), after && typeOf(after)];
  if (was === is) return;
  if (was !== undefined) counted.add(was);
  if (is !== undefined) counted.add(is);
}
