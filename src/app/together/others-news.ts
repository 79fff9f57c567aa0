/**
 * What others do, in coarse words for who listens instead of looking: what each added, deleted, moved and changed in some
 * seconds, in one sentence. Whoever looks sees it all.
 */
import { countWords } from '../../commands/step-words';
import { formatList } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { Clock } from '../../shared/clock';
import type { Op } from '../../shared/graph/ops';
import { announce, type EditorStore } from '../../store/editor-store';

/** Milliseconds that are told of at once. */
const PAUSE = 4_000;

const DONE = ['add', 'delete', 'move', 'change'] as const;
type Done = (typeof DONE)[number];
/** Ids, by what was done. */
type Tally = Readonly<Record<Done, { readonly node: Set<string>; readonly edge: Set<string> }>>;

export interface AuthoredPatch {
  readonly clientId: string;
  readonly ops: readonly Op[];
}

export interface NewsPorts {
  readonly store: EditorStore;
  readonly clock: Clock;
  readonly nameOf: (clientId: string) => string | undefined;
}

export class OthersNews {
  readonly #ports: NewsPorts;
  readonly #tallies = new Map<string, Tally>();
  #cancel: (() => void) | undefined;

  constructor(ports: NewsPorts) {
    this.#ports = ports;
  }

  heard(patches: readonly AuthoredPatch[]): void {
    for (const { clientId, ops } of patches) {
      const tally = this.#tallies.get(clientId) ?? emptyTally();
      this.#tallies.set(clientId, tally);
      for (const op of ops) count(tally, op);
    }
    if (patches.length > 0) this.#cancel ??= this.#ports.clock.after(PAUSE, () => this.#tell());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #tell(): void {
    this.#cancel = undefined;
    const { store, nameOf } = this.#ports;
    for (const [clientId, tally] of this.#tallies) {
      const known = nameOf(clientId);
      const name = known === undefined ? t('together:someone') : isolated(known);
      const did = words(tally);
      if (did !== '') announce(store, t('steps:by', { name, did }));
    }
    this.#tallies.clear();
  }
}

function emptyTally(): Tally {
  const none = () => ({ node: new Set<string>(), edge: new Set<string>() });
  return { add: none(), delete: none(), move: none(), change: none() };
}

function count(tally: Tally, op: Op): void {
  switch (op.op) {
    case 'create_node':
      tally.add.node.add(op.nodeId);
      return;
    case 'create_edge':
      tally.add.edge.add(op.edgeId);
      return;
    case 'delete_node':
      tally.delete.node.add(op.nodeId);
      return;
    case 'delete_edge':
      tally.delete.edge.add(op.edgeId);
      return;
    case 'move_node':
      tally.move.node.add(op.nodeId);
      return;
    case 'set_property':
    case 'remove_property':
      tally.change[op.on].add(op.id);
      return;
    case 'set_label':
    case 'set_locked':
      tally.change.node.add(op.nodeId);
      return;
    case 'set_edge_type':
    case 'set_ends':
      tally.change.edge.add(op.edgeId);
      return;
    default:
      // Titles, labels and edge types are on the screen, and rare.
      return;
  }
}

/** What was made is told of as that, whatever became of it then. */
function words(tally: Tally): string {
  const isTold = (done: Done, on: 'node' | 'edge') => (id: string) => done === 'add' || !tally.add[on].has(id);
  const parts = DONE.flatMap((done) => {
    const nodes = [...tally[done].node].filter(isTold(done, 'node')).length;
    const edges = [...tally[done].edge].filter(isTold(done, 'edge')).length;
    return nodes + edges === 0 ? [] : t(`steps:past.${done}`, { what: countWords(nodes, edges) });
  });
  return formatList(parts);
}
