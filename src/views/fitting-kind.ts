/** What an answer is best shown as. */
import { elementsIn } from '../console/answer-elements';
import type { Answer } from '../engine/graph-engine';
import type { SavedView } from '../shared/graph/saved-views';
import { numberIn } from './view-answer';

export type ViewKind = SavedView['shows'];
export const VIEW_KINDS: readonly ViewKind[] = ['filter', 'table', 'number'];

/** Rows that are looked at for nodes and edges. */
const LOOKED_AT = 100;

/** Whether an answer can be shown so. One without rows may have others later. */
export function fits(kind: ViewKind, answer: Answer): boolean {
  if (kind === 'number') return numberIn(answer) !== undefined;
  if (kind === 'table' || answer.rows.length === 0) return true;
  const { nodes, edges } = elementsIn(answer.rows.slice(0, LOOKED_AT));
  return nodes.size + edges.size > 0;
}

/** One number is a number; nothing but nodes, edges and paths is a filter; the rest a table. */
export function fittingKind(answer: Answer): ViewKind {
  if (fits('number', answer)) return 'number';
  const isElements = answer.columns.every(({ type }) => /^(NODE|REL|RECURSIVE_REL)$/u.test(type));
  return isElements && answer.columns.length > 0 ? 'filter' : 'table';
}
