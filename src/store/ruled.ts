/** How the graph's styling rules have its nodes and edges look. */
import type { NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import { type Elements, emptyTables, type Former, type Kind } from '../shared/graph/model';
import type { RowsSlice } from './rows';
import { NO_RULES, type RuleFacts, type RuleLooks, ruleLooks } from './rule-looks';
import type { SavedSlice } from './saved';
import type { SchemaSlice } from './schema';

export interface RuledSlice {
  readonly former: ReadonlyMap<string, Former>;
  /** Finds labels and edge types by the names they have and had; another object when any of these is another. */
  readonly ruleNames: Pick<GraphView, 'get'>;
  /** What algorithms say of nodes, as far as rules go by it and it is known. */
  readonly ruleMeasures: RuleFacts['measures'];
  readonly ruled: RuleLooks;
}

export const INITIAL_RULED: RuledSlice = {
  former: new Map(),
  ruleNames: { get: () => undefined },
  ruleMeasures: new Map(),
  ruled: NO_RULES,
};

type Facts = RuledSlice & SavedSlice & Pick<SchemaSlice, 'labels' | 'edgeTypes'> & Pick<RowsSlice, 'nodes' | 'edges'>;

/**
 * What follows from changes, after they were taken to labels, edge types and rules. Rows come later, as the new names have
 * it: until then rules go by the old names, or there would be a moment in which they found nothing.
 */
export function changedRuled<S extends Facts>(state: S, changes: NetChanges): S | Partial<RuledSlice> {
  if (changes.label.size + changes.edgeType.size + changes.former.size + changes.rule.size === 0) return state;
  const former = new Map(state.former);
  for (const [key, { after }] of changes.former) {
    if (after === undefined) former.delete(key);
    else former.set(key, after);
  }
  const ruleNames = namesIn({ label: state.labels, edgeType: state.edgeTypes, former });
  const names = { former, ruleNames };
  return changes.rule.size === 0 ? names : { ...names, ruled: ruledBy({ ...state, ruleNames }) };
}

/** What follows from rows that are others than they were. */
export function changedFacts<S extends Facts>(state: S): S | Partial<RuledSlice> {
  const { ruled, ruleNames } = state;
  const isBound = ruled.schema !== ruleNames || ruled.active.some(({ scale }) => scale !== undefined);
  if (state.rules.size === 0 || !isBound) return state;
  const next = ruledBy(state);
  return next === ruled ? state : { ruled: next };
}

/** What follows from what algorithms have found. */
export function withRuleMeasures<S extends Facts>(state: S, ruleMeasures: RuleFacts['measures']): Partial<RuledSlice> {
  return { ruleMeasures, ruled: ruledBy({ ...state, ruleMeasures }) };
}

function ruledBy(facts: Facts): RuleLooks {
  const { rules, ruleNames: schema, nodes, edges, ruleMeasures: measures } = facts;
  return ruleLooks({ rules, schema, nodes, edges, measures }, facts.ruled);
}

function namesIn(known: Pick<Tables, 'label' | 'edgeType' | 'former'>): RuledSlice['ruleNames'] {
  const tables: Tables = { ...emptyTables(), ...known };
  return { get: (kind, key) => tables[kind].get(key) };
}

type Tables = { readonly [K in Kind]: ReadonlyMap<string, Elements[K]> };
