/**
 * Runs the algorithms that styling rules go by, in their worker: when there is such a rule, and again when nodes or edges
 * have come or gone and it was quiet for a while. One after the other, and never more often than they take.
 */
import { type Algorithm, isUsuallyDirected, RULE_ALGORITHMS } from '../algorithms/algorithms';
import type { Computing } from '../algorithms/browser-algorithms';
import type { Clock } from '../shared/clock';
import type { NodeId } from '../shared/graph/model';
import type { EditorState, EditorStore } from '../store/editor-store';
import { withRuleMeasures } from '../store/ruled';
import { gather } from '../ui/algorithms/task-of';

/** Milliseconds without a change before they run again. */
const QUIET = 1_000;
/** They rest for so many times as long as they took. */
const REST = 4;

export interface RuleMeasuresPorts {
  readonly store: EditorStore;
  readonly compute: Computing;
  readonly clock: Clock;
}

/** @returns ends it */
export function measureForRules({ store, compute, clock }: RuleMeasuresPorts): () => void {
  const stop = new AbortController();
  let cancel: (() => void) | undefined;
  let isRunning = false;
  let rested = 0;
  /** What was measured last: which algorithms, of which graph. */
  let done = '';

  const soon = (wait: number) => {
    cancel?.();
    cancel = clock.after(Math.max(wait, rested - clock.now()), () => void run());
  };
  const run = async () => {
    if (isRunning) return;
    const state = store.getState();
    const [algorithms, wanted] = [wantedBy(state), wantOf(state)];
    if (wanted === done) return;
    isRunning = true;
    const started = clock.now();
    try {
      const measures = new Map<string, ReadonlyMap<NodeId, number>>();
      for (const algorithm of algorithms) measures.set(algorithm, await measured(algorithm, state));
      if (stop.signal.aborted) return;
      store.setState((now) => withRuleMeasures(now, measures));
    } catch (error) {
      if (stop.signal.aborted) return;
      // The rules change nothing then; the next change of the graph tries again.
      console.error(error);
    } finally {
      isRunning = false;
    }
    done = wanted;
    rested = clock.now() + REST * (clock.now() - started);
    if (wantOf(store.getState()) !== done) soon(QUIET);
  };
  const measured = async (algorithm: Algorithm, state: EditorState) => {
    const setting = { algorithm, directed: isUsuallyDirected(algorithm), ...EVERYTHING };
    const { task, ids } = gather(setting, state);
    const values = await compute(task, { stop: stop.signal, onProgress: () => undefined });
    return new Map(ids.map((id, number) => [id, values[number] ?? 0]));
  };

  const unsubscribe = store.subscribe((state, before) => {
    const isNew = state.rules !== before.rules || (state.drawn && !before.drawn);
    const isOther = isNew || state.structureRevision !== before.structureRevision;
    // A rule that was just made is to be seen at once.
    if (state.drawn && isOther && wantOf(state) !== done) soon(isNew ? 0 : QUIET);
  });
  return () => {
    stop.abort();
    cancel?.();
    unsubscribe();
  };
}

const EVERYTHING = { scope: 'all', selected: new Set<NodeId>(), edgeTypes: undefined, weight: undefined } as const;

function wantedBy({ rules }: Pick<EditorState, 'rules'>): readonly Algorithm[] {
  const named = new Set<string>();
  for (const { on, look } of rules.values()) {
    if (on === 'node' && 'by' in look && 'algorithm' in look.by) named.add(look.by.algorithm);
  }
  return RULE_ALGORITHMS.filter((each) => named.has(each));
}

/** The same text for what would be found the same; empty where nothing is wanted. */
function wantOf(state: Pick<EditorState, 'rules' | 'structureRevision'>): string {
  const wanted = wantedBy(state);
  return wanted.length === 0 ? '' : `${wanted.join()} ${state.structureRevision}`;
}
