/** What did not become part of the graph, said to the person whose it was. */
import { t } from '../../i18n/i18n';
import { said } from '../../i18n/said';
import { isolated } from '../../kit/bidi';
import type { PendingPatch } from '../../replica/pending-patches';
import type { SettledPatch } from '../../replica/replica';
import type { SkipReason } from '../../shared/graph/element-ops';
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
    const told = { what: words.what(first), reason: said(outcome.reason, outcome.code) };
    const sentence =
      others === 0 ? t('unkept:refused', told) : t('unkept:refusedWithOthers', { ...told, count: others });
    const content = patch.ops.map((op) => words.content(op)).filter((line) => line !== '');
    return [{ sentence, content: content.join('\n'), gone: undefined }];
  }
  return outcome.skipped.flatMap(({ op: index, reason }) => {
    const op = patch.ops[index];
    if (op === undefined || isDeletion(op)) return [];
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

/** What was to be deleted is deleted: that is no loss. */
function isDeletion({ op }: Op): boolean {
  return op === 'delete_node' || op === 'delete_edge' || op === 'delete_view' || op === 'delete_rule';
}

class Words {
  constructor(private readonly witness: Witness) {}

  skipped(op: Op, reason: SkipReason): UnkeptChange {
    if (reason === 'exists') {
      return { sentence: t('unkept:exists', { what: this.what(op) }), content: '', gone: undefined };
    }
    if (reason === 'type_gone' || reason === 'property_gone' || reason === 'does_not_fit' || reason === 'in_use') {
      return { sentence: t(`unkept:${reason}`, { what: this.what(op) }), content: this.content(op), gone: undefined };
    }
    if (reason === 'view_gone' || reason === 'rule_gone') throw new Error(`${op.op} is a deletion`);
    const gone = this.#goneBy(op);
    const by = gone === undefined ? undefined : this.witness.removed(gone)?.by;
    const name = by === undefined ? undefined : this.witness.nameOf(by);
    const told = { what: this.what(op), gone: this.#whatIsGone(reason, gone) };
    return {
      sentence: name === undefined ? t('unkept:gone', told) : t('unkept:goneBy', { ...told, name: isolated(name) }),
      content: this.content(op),
      gone: gone !== undefined && this.witness.removed(gone) !== undefined ? gone : undefined,
    };
  }

  /** What an op was about to do, as the subject of a sentence. */
  what(op: Op): string {
    switch (op.op) {
      case 'set_title':
        return t('unkept:what.set_title', { title: isolated(op.title) });
      case 'create_label':
        return t('unkept:what.create_label', { name: op.label });
      case 'create_edge_type':
        return t('unkept:what.create_edge_type', { name: op.type });
      case 'add_property':
        return t('unkept:what.add_property', { key: op.key, of: op.of });
      case 'create_node':
        return t('unkept:what.create_node', { label: op.label });
      case 'move_node':
        return t('unkept:what.move_node', { node: this.#node(op.nodeId) });
      case 'set_property':
        return t('unkept:what.set_property', { key: op.key, element: this.#element(op) });
      case 'remove_property':
        return t('unkept:what.remove_property', { key: op.key, element: this.#element(op) });
      case 'delete_node':
        return t('unkept:what.delete_node', { node: this.#node(op.nodeId) });
      case 'create_edge':
        return t('unkept:what.create_edge', this.#ends(op));
      case 'delete_edge':
        return t('unkept:what.delete_edge', { edge: this.#edge(op.edgeId) });
      case 'rename_type':
        return t('unkept:what.rename_type', { name: op.of, to: op.to });
      case 'set_style':
        return t('unkept:what.set_style', { name: op.of });
      case 'delete_type':
        return t('unkept:what.delete_type', { name: op.of });
      case 'rename_property':
        return t('unkept:what.rename_property', { key: op.key, of: op.of, to: op.to });
      case 'set_property_type':
        return t('unkept:what.set_property_type', { key: op.key, of: op.of });
      case 'delete_property':
        return t('unkept:what.delete_property', { key: op.key, of: op.of });
      case 'set_label':
        return t('unkept:what.set_label', { label: op.label, node: this.#node(op.nodeId) });
      case 'set_edge_type':
        return t('unkept:what.set_edge_type', { name: op.type, edge: this.#edge(op.edgeId) });
      case 'set_ends':
        return t('unkept:what.set_ends', { source: this.#node(op.source), target: this.#node(op.target) });
      case 'set_locked':
        return t('unkept:what.set_locked', { node: this.#node(op.nodeId) });
      case 'put_view':
        return t('unkept:what.put_view', { name: isolated(op.view.name) });
      case 'delete_view':
        return t('unkept:what.delete_view');
      case 'put_rule':
        return t('unkept:what.put_rule');
      case 'delete_rule':
        return t('unkept:what.delete_rule');
    }
  }

  /** What the person had put into it, as text; empty when that was nothing but a place or a deletion. */
  content(op: Op): string {
    switch (op.op) {
      case 'set_property':
        return `${op.key}: ${String(op.value)}`;
      case 'set_title':
        return op.title;
      case 'put_view':
        return op.view.query;
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
      case 'set_label':
      case 'set_locked':
        return op.nodeId;
      case 'set_property':
      case 'remove_property':
        return op.id;
      case 'set_edge_type':
        return op.edgeId;
      case 'create_edge':
      case 'set_ends':
        return [op.source, op.target].find((id) => this.witness.view.get('node', id) === undefined);
      default:
        return undefined;
    }
  }

  #whatIsGone(reason: 'node_gone' | 'edge_gone' | 'end_gone', id: string | undefined): string {
    if (reason === 'edge_gone') return t('unkept:theEdge');
    return reason === 'node_gone' ? t('unkept:theNode') : this.#end(id);
  }

  #end(id: string | undefined): string {
    const node = id === undefined ? undefined : this.#lastSeen(id);
    return node === undefined ? t('unkept:oneOfItsNodes') : this.#caption(node);
  }

  #element({ on, id }: { readonly on: 'node' | 'edge'; readonly id: string }): string {
    return on === 'node' ? this.#node(id) : this.#edge(id);
  }

  #node(id: string): string {
    const node = this.#lastSeen(id);
    return node === undefined ? t('unkept:aNode') : this.#caption(node);
  }

  #lastSeen(id: string): GraphNode | undefined {
    const removed = this.witness.removed(id);
    return this.witness.view.get('node', id) ?? (removed?.kind === 'node' ? removed.element : undefined);
  }

  #caption({ label, properties }: GraphNode): string {
    const type = this.witness.view.get('label', foldName(label));
    const caption = captionOf(type, Object.fromEntries(properties));
    return caption === undefined ? t('unkept:unnamed', { label: isolated(label) }) : isolated(caption);
  }

  #edge(id: string): string {
    const removed = this.witness.removed(id);
    const edge = this.witness.view.get('edge', id) ?? (removed?.kind === 'edge' ? removed.element : undefined);
    return edge === undefined ? t('unkept:anEdge') : this.#joining(edge);
  }

  #joining(edge: GraphEdge): string {
    return t('unkept:joining', this.#ends(edge));
  }

  #ends({ type, source, target }: Pick<GraphEdge, 'type' | 'source' | 'target'>) {
    return { type, source: this.#node(source), target: this.#node(target) };
  }
}
