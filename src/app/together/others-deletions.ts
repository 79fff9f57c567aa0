/**
 * Tells the person when someone else deletes what they are working on, with a way to bring it back. However much goes, and
 * in however many patches, there is one message for each who deletes.
 */
import { countWords, nodeWords } from '../../commands/step-words';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { NetChanges } from '../../shared/graph/changes';
import type { GraphView } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { dismissTopic, type EditorStore, notify } from '../../store/editor-store';
import { inverseOps } from '../../undo/inverse-ops';
import type { RemovedElements } from '../unkept/removed-elements';
import type { OwnWork } from './own-work';

export interface DeletionPorts {
  readonly store: EditorStore;
  readonly work: Pick<OwnWork, 'now'>;
  readonly removed: Pick<RemovedElements, 'get' | 'removal'>;
  readonly view: () => GraphView;
  readonly nameOf: (clientId: string) => string | undefined;
  /** Makes an edit of the person's. */
  readonly edit: (ops: readonly Op[]) => unknown;
}

export class OthersDeletions {
  readonly #ports: DeletionPorts;
  /** What is gone, by who deleted it, for as long as the message about it is there. */
  readonly #gone = new Map<string, Set<string>>();

  constructor(ports: DeletionPorts) {
    this.#ports = ports;
  }

  /**
   * The view changed. Called once what was removed is known to `removed`, and before it leaves the screen.
   * @param removedBy the clients whose patches removed nodes and edges, by element id
   */
  changed(changes: NetChanges, removedBy: ReadonlyMap<string, string>): void {
    this.#forgetWhatIsBack();
    if (removedBy.size === 0) return;
    const isOwn = this.#ports.work.now();
    const gone = new Map<string, string[]>();
    for (const [id, by] of removedBy) {
      const change = changes.node.get(id) ?? changes.edge.get(id);
      const isGone = change?.before !== undefined && change.after === undefined;
      if (!isGone || !isOwn(id)) continue;
      const ids = gone.get(by);
      if (ids === undefined) gone.set(by, [id]);
      else ids.push(id);
    }
    for (const [by, ids] of gone) {
      this.#gone.set(by, new Set([...this.#saidOf(by), ...ids]));
      this.#say(by);
    }
  }

  /** What a message says that is still there. */
  #saidOf(by: string): Iterable<string> {
    const isThere = this.#ports.store.getState().notices.some(({ topic }) => topic === topicOf(by));
    return isThere ? (this.#gone.get(by) ?? []) : [];
  }

  /** Whoever brought it back: there is nothing to restore any more. */
  #forgetWhatIsBack(): void {
    for (const [by, ids] of this.#gone) {
      const before = ids.size;
      for (const id of ids) if (this.#isThere(id)) ids.delete(id);
      if (ids.size === before) continue;
      if (ids.size > 0) this.#say(by);
      else {
        this.#gone.delete(by);
        dismissTopic(this.#ports.store, topicOf(by));
      }
    }
  }

  #isThere(id: string): boolean {
    const view = this.#ports.view();
    return view.get('node', id) !== undefined || view.get('edge', id) !== undefined;
  }

  #say(by: string): void {
    const { store, nameOf } = this.#ports;
    const ids = [...(this.#gone.get(by) ?? [])];
    const known = nameOf(by);
    const name = known === undefined ? t('together:someone') : isolated(known);
    const things = this.#things(ids);
    const [only] = things;
    const text =
      things.length === 1 && only !== undefined
        ? t('together:deleted', { name, what: only })
        : t('together:deletedMany', { name, count: things.length });
    const action = { words: t('together:restore'), run: () => this.#restore(ids), changes: true };
    notify(store, { text, action, topic: topicOf(by) });
  }

  /** What went, each in words; edges that went with a node are not named beside it. */
  #things(ids: readonly string[]): string[] {
    const { removed, store } = this.#ports;
    const { labels } = store.getState();
    const nodes = new Set(ids.filter((id) => removed.get(id)?.kind === 'node'));
    return ids.flatMap((id) => {
      const gone = removed.get(id);
      if (gone === undefined) return countWords(1, 0);
      if (gone.kind === 'node') {
        const { label, properties } = gone.element;
        return nodeWords(label, Object.fromEntries(properties), labels);
      }
      const { source, target, type } = gone.element;
      return nodes.has(source) || nodes.has(target) ? [] : t('steps:anEdge', { type: isolated(type) });
    });
  }

  #restore(ids: readonly string[]): void {
    const { removed, view, edit, store } = this.#ports;
    const { ops } = inverseOps(removed.removal(...ids), view(), () => false);
    if (ops.length > 0) edit(ops);
    else notify(store, t('together:notRestored'));
  }
}

function topicOf(by: string): string {
  return `deleted by ${by}`;
}
