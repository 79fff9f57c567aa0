/** A view as a person is about to save it: put together from what the console has, or what is wrong with it. */
import { type TypedParameter, type TypedParameters, takeParameters } from '../console/typed-parameters';
import { lookOver } from '../shared/cypher/cypher-text';
import {
  COMPARISONS,
  type Comparison,
  type SavedView,
  savedViewSchema,
  type ViewId,
} from '../shared/graph/saved-views';
import { LIMITS } from '../shared/limits';
import type { ViewKind } from './fitting-kind';

export interface ViewDraft {
  readonly id: ViewId;
  readonly name: string;
  readonly query: string;
  readonly parameters: TypedParameters;
  readonly kind: ViewKind;
  /** Of a number: what it has to be, as it was typed. */
  readonly condition: { readonly is: Comparison; readonly than: string } | undefined;
}

export type DraftProblem =
  | { readonly what: 'noName' | 'writes' | 'plan' | 'notANumber' }
  | { readonly what: 'nameTooLong' | 'tooManyParameters'; readonly most: number }
  | { readonly what: 'queryTooLong'; readonly most: number; readonly length: number }
  | { readonly what: 'parameter'; readonly parameter: string };

export type FinishedDraft =
  | { readonly ok: true; readonly view: SavedView }
  | { readonly ok: false; readonly problem: DraftProblem };

export function finished(draft: ViewDraft): FinishedDraft {
  const name = draft.name.trim().toWellFormed();
  const query = draft.query.trim().toWellFormed();
  const wrong = (problem: DraftProblem): FinishedDraft => ({ ok: false, problem });
  if (name === '') return wrong({ what: 'noName' });
  if (name.length > LIMITS.titleLength) return wrong({ what: 'nameTooLong', most: LIMITS.titleLength });
  if (query.length > LIMITS.queryLength)
    return wrong({ what: 'queryTooLong', most: LIMITS.queryLength, length: query.length });
  const facts = lookOver(query);
  if (facts.firstWord === 'EXPLAIN' || facts.firstWord === 'PROFILE') return wrong({ what: 'plan' });
  if (facts.mayWrite || facts.isDefinition || facts.isSetting) return wrong({ what: 'writes' });
  if (facts.parameters.size > LIMITS.viewParameters)
    return wrong({ what: 'tooManyParameters', most: LIMITS.viewParameters });
  const taken = takeParameters(facts.parameters, draft.parameters);
  if (!taken.ok) return wrong({ what: 'parameter', parameter: `$${taken.problems[0]?.name}` });
  const condition = draft.kind === 'number' ? draft.condition : undefined;
  const than = condition && numberTyped(condition.than);
  if (condition !== undefined && than === undefined) return wrong({ what: 'notANumber' });
  const parameters = Object.entries(taken.parameters).map(([key, value]) => ({ name: key, value }));
  const parsed = savedViewSchema.safeParse({
    id: draft.id,
    name,
    query,
    shows: draft.kind,
    ...(parameters.length > 0 && { parameters }),
    ...(condition !== undefined && { condition: { is: condition.is, than } }),
  });
  if (parsed.success) return { ok: true, view: parsed.data };
  // All else was looked at above: a name or a value that a view cannot have.
  const at = parsed.error.issues.find(({ path }) => path[0] === 'parameters')?.path[1];
  return wrong({ what: 'parameter', parameter: `$${typeof at === 'number' ? parameters[at]?.name : ''}` });
}

function numberTyped(text: string): number | undefined {
  const taken = takeParameters(['than'], { than: { kind: 'number', text, given: true } });
  const value = taken.ok ? taken.parameters['than'] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The parameters of a view, as they would have been typed. */
export function typedAgain({ parameters = [] }: SavedView): TypedParameters {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, typedOf(value)]));
}

type Value = NonNullable<SavedView['parameters']>[number]['value'];

function typedOf(value: Value): TypedParameter {
  if (value === null) return { kind: 'nothing', text: '', given: true };
  if (typeof value === 'object') return { kind: 'json', text: JSON.stringify(value), given: true };
  if (typeof value === 'boolean') return { kind: 'yesNo', text: String(value), given: true };
  return { kind: typeof value === 'number' ? 'number' : 'text', text: String(value), given: true };
}

export function isComparison(text: string): text is Comparison {
  return COMPARISONS.some((each) => each === text);
}
