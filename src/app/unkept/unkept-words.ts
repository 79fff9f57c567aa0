/** What did not become part of the graph, said to the person whose it was. */
import { isolated } from '../../kit/bidi';
import type { PendingPatch } from '../../replica/pending-patches';
import type { SettledPatch } from '../../replica/replica';
import type { SkipReason } from '../../shared/graph/apply-patch';
import type { GraphView } from '../../shared/graph/graph';
import type { GraphEdge, GraphNode } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { captionOf } from '../../store/caption';
import type { UnkeptChange } from '../../store/unkept';
import type { Removed } from './removed-elements';

export interface Witness {
  readonly view: GraphView;
  readonly removed: (id: string) => Removed | undefined;
  /** The name of a client's person, if it is known. */
  readonly nameOf: (clientId: string) => string | undefined;
}

/** Entries for what was refused or skipped, in order; none when all went as it was meant. */
export function unkeptChanges({ patch, outcome }: SettledPatch, witness: Witness): UnkeptChange[] {
  const words = new Words(witness);
  if (outcome.status === 'nack') {
    const [first] = patch.ops;
    if (first === undefined) return [];
    const others = patch.ops.length - 1;
    const what = others === 0 ? words.what(first) : `${words.what(first)}, and ${others} more with it,`;
    const content = patch.ops.map((op) => words.content(op)).filter((line) => line !== '');
    return [{ sentence: `${what} was not kept: ${outcome.reason}`, content: content.join('\n'), gone: undefined }];
  }
  return outcome.skipped.flatMap(({ op: index, reason }) => {
    const op = patch.ops[index];
    // What was to be deleted is deleted: that is no loss.
    if (op === undefined || op.op === 'delete_node' || op.op === 'delete_edge') return [];
    return [words.skipped(op, reason)];
  });
}

/**
 * What patches are about that are not decided yet, for the clipboard: one line for each op, and what the person put into it.
 */
export function pendingText(patches: readonly Pick<PendingPatch, 'ops'>[], witness: Witness): string {
  const words = new Words(witness);
  const linesOf = (op: Op) => {
    const [what, content] = [words.what(op), words.content(op)];
    return content === '' || content.startsWith(what) ? content || what : `${what}\n${content}`;
  };
  return patches.map(({ ops }) => ops.map(linesOf).join('\n')).join('\n\n');
}

class Words {
  constructor(private readonly witness: Witness) {}

  skipped(op: Op, reason: SkipReason): UnkeptChange {
    if (reason === 'exists') {
      return { sentence: `${this.what(op)} was not made twice: it is there already.`, content: '', gone: undefined };
    }
    const gone = this.#goneBy(op);
    const by = gone === undefined ? undefined : this.witness.removed(gone)?.by;
    const name = by === undefined ? undefined : this.witness.nameOf(by);
    const what = reason === 'edge_gone' ? 'the edge' : reason === 'node_gone' ? 'the node' : this.#end(gone);
    return {
      sentence: `${this.what(op)} was not kept: ${what} was deleted by ${name === undefined ? 'someone else' : isolated(name)}.`,
      content: this.content(op),
      gone: gone !== undefined && this.witness.removed(gone) !== undefined ? gone : undefined,
    };
  }

  /** What an op was about to do, as the subject of a sentence. */
  what(op: Op): string {
    switch (op.op) {
      case 'set_title':
        return `The title “${isolated(op.title)}”`;
      case 'create_label':
        return `The label ${op.label}`;
      case 'create_edge_type':
        return `The edge type ${op.type}`;
      case 'add_property':
        return `The property ${op.key} of ${op.of}`;
      case 'create_node':
        return `The new ${op.label}`;
      case 'move_node':
        return `The move of ${this.#node(op.nodeId)}`;
      case 'set_property':
        return `${op.key} of ${this.#element(op)}`;
      case 'remove_property':
        return `The removal of ${op.key} of ${this.#element(op)}`;
      case 'delete_node':
        return `The deletion of ${this.#node(op.nodeId)}`;
      case 'create_edge':
        return `The edge ${op.type} from ${this.#node(op.source)} to ${this.#node(op.target)}`;
      case 'delete_edge':
        return `The deletion of ${this.#edge(op.edgeId)}`;
    }
  }

  /** What the person had put into it, as text; empty when that was nothing but a place or a deletion. */
  content(op: Op): string {
    switch (op.op) {
      case 'set_property':
        return `${op.key}: ${String(op.value)}`;
      case 'set_title':
        return op.title;
      case 'create_node':
      case 'create_edge': {
        const values = Object.entries(op.properties).map(([key, value]) => `${key}: ${String(value)}`);
        return [this.what(op), ...values].join('\n');
      }
      default:
        return '';
    }
  }

  #goneBy(op: Op): string | undefined {
    switch (op.op) {
      case 'move_node':
        return op.nodeId;
      case 'set_property':
      case 'remove_property':
        return op.id;
      case 'create_edge':
        return [op.source, op.target].find((id) => this.witness.view.get('node', id) === undefined);
      default:
        return undefined;
    }
  }

  #end(id: string | undefined): string {
    const node = id === undefined ? undefined : this.#lastSeen(id);
    return node === undefined ? 'one of its nodes' : this.#caption(node);
  }

  #element({ on, id }: { readonly on: 'node' | 'edge'; readonly id: string }): string {
    return on === 'node' ? this.#node(id) : this.#edge(id);
  }

  #node(id: string): string {
    const node = this.#lastSeen(id);
    return node === undefined ? 'a node' : this.#caption(node);
  }

  #lastSeen(id: string): GraphNode | undefined {
    const removed = this.witness.removed(id);
    return this.witness.view.get('node', id) ?? (removed?.kind === 'node' ? removed.element : undefined);
  }

  #caption({ label, properties }: GraphNode): string {
    const type = this.witness.view.get('label', foldName(label));
    const caption = captionOf(type, Object.fromEntries(properties));
    return caption === undefined ? `an unnamed ${isolated(label)}` : isolated(caption);
  }

  #edge(id: string): string {
    const removed = this.witness.removed(id);
    const edge = this.witness.view.get('edge', id) ?? (removed?.kind === 'edge' ? removed.element : undefined);
    return edge === undefined ? 'an edge' : this.#joining(edge);
  }

  #joining({ type, source, target }: GraphEdge): string {
    return `the edge ${type} from ${this.#node(source)} to ${this.#node(target)}`;
  }
}
