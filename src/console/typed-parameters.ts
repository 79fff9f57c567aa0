/** The parameters of a query, as a person types them beside it. */
import { z } from 'zod';
import type { QueryParameters } from '../engine/graph-engine';
import { parseJson } from '../shared/protocol/parse';

export const PARAMETER_KINDS = ['text', 'number', 'yesNo', 'json', 'nothing'] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

export interface TypedParameter {
  readonly kind: ParameterKind;
  readonly text: string;
  /** Whether anything was typed, be it an empty text. */
  readonly given: boolean;
}

/** Names in the order of their first use. */
export type TypedParameters = Readonly<Record<string, TypedParameter>>;

export const UNTYPED: TypedParameter = { kind: 'text', text: '', given: false };

export interface ParameterProblem {
  readonly name: string;
  readonly what: 'missing' | 'notANumber' | 'notJson';
}

export type TakenParameters =
  | { readonly ok: true; readonly parameters: QueryParameters }
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] };

type Value = QueryParameters[string];
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/iu;

function taken({ kind, text, given }: TypedParameter): { value: Value } | ParameterProblem['what'] {
  switch (kind) {
    case 'text':
      return given ? { value: text.toWellFormed() } : 'missing';
    case 'nothing':
      return { value: null };
    case 'yesNo':
      return { value: text === 'true' };
    case 'number': {
      const plain = text.trim().replace('−', '-').replace(',', '.');
      if (plain === '') return 'missing';
      return NUMBER.test(plain) ? { value: Number(plain) + 0 } : 'notANumber';
    }
    case 'json': {
      if (text.trim() === '') return 'missing';
      const parsed = parseJson(z.array(z.json()), text);
      return parsed.ok ? { value: parsed.value } : 'notJson';
    }
  }
}

/** The values of the parameters that a query uses, or what is wrong with them. */
export function takeParameters(names: Iterable<string>, typed: TypedParameters): TakenParameters {
  const problems: ParameterProblem[] = [];
  const parameters: Record<string, Value> = {};
  for (const name of names) {
    const value = taken(Object.hasOwn(typed, name) ? (typed[name] ?? UNTYPED) : UNTYPED);
    if (typeof value === 'string') problems.push({ name, what: value });
    else parameters[name] = value.value;
  }
  return problems.length === 0 ? { ok: true, parameters } : { ok: false, problems };
}
