/** The first three things to do in a graph, which of them the person has done, and whether they are still told of them. */
import { z } from 'zod';
import type { Op } from '../shared/graph/ops';
import { parseJson } from '../shared/protocol/parse';
import type { EditorState } from './editor-store';

export const FIRST_STEPS = ['node', 'edge', 'share'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export interface FirstSteps {
  readonly done: readonly FirstStep[];
  /** Put away for good. */
  readonly away: boolean;
}

const KEY = 'kumiko.first-steps';
const schema = z.object({ done: z.array(z.enum(FIRST_STEPS)), away: z.boolean() });

export function keptFirstSteps(storage: Pick<Storage, 'getItem'>): FirstSteps {
  const parsed = parseJson(schema, storage.getItem(KEY) ?? 'null');
  return parsed.ok ? parsed.value : { done: [], away: false };
}

export function keepFirstSteps(storage: Pick<Storage, 'setItem'>, steps: FirstSteps): void {
  storage.setItem(KEY, JSON.stringify(steps));
}

export function areAllDone({ done }: FirstSteps): boolean {
  return FIRST_STEPS.every((step) => done.includes(step));
}

/** With what the person does just now; the same object when that is nothing new. */
export function withDoneNow(steps: FirstSteps, { pending, panel }: Pick<EditorState, 'pending' | 'panel'>): FirstSteps {
  const makes = (op: Op['op']) => pending.some(({ ops }) => ops.some((each) => each.op === op));
  const isDoneNow: Readonly<Record<FirstStep, () => boolean>> = {
    node: () => makes('create_node'),
    edge: () => makes('create_edge'),
    share: () => panel === 'share',
  };
  const fresh = FIRST_STEPS.filter((step) => !steps.done.includes(step) && isDoneNow[step]());
  return fresh.length === 0 ? steps : { ...steps, done: [...steps.done, ...fresh] };
}
