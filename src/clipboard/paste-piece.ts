/** Puts a piece of a graph into the open graph, as one patch. */
import type { CommandContext } from '../commands/command';
import { t } from '../i18n/i18n';
import { type FittedPiece, fitPiece } from '../shared/exchange/fit-piece';
import { middleOf, pieceOf } from '../shared/exchange/piece';
import { tooMuch } from '../shared/exchange/too-much';
import { WIDEST_LIMITS } from '../shared/graph/graph-limits';
import type { NodeId, Position } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import { type EditorState, notify } from '../store/editor-store';
import { NODE_SIZE } from '../store/node-size';
import { tooMuchWords } from './words';

/** How far to the right and down a copy lies from what it would cover. */
const ASIDE = 32;

/** The piece as it fits the open graph, with its middle at `at`, or beside that where it would cover nodes. */
export function fitted(piece: GraphSnapshot, state: EditorState, at: Position): FittedPiece {
  const middle = middleOf(piece.nodes, NODE_SIZE);
  const shift = { x: Math.round(at.x - middle.x), y: Math.round(at.y - middle.y) };
  return fitPiece(piece, state, besideOthers(piece, state, shift), state.limits ?? WIDEST_LIMITS);
}

function besideOthers({ nodes }: GraphSnapshot, state: EditorState, shift: Position): Position {
  const key = ({ x, y }: Position) => `${Math.round(x)} ${Math.round(y)}`;
  const occupied = new Set(Array.from(state.nodes.values(), ({ position }) => key(position)));
  let { x, y } = shift;
  while (nodes.some(({ position }) => occupied.has(key({ x: position.x + x, y: position.y + y })))) {
    x += ASIDE;
    y += ASIDE;
  }
  return { x, y };
}

/** Pastes a piece; when not everything of it fits, it is asked about first. */
export function pastePiece(context: CommandContext, piece: GraphSnapshot, at: Position): void {
  const { store } = context.editor;
  const fit = fitted(piece, store.getState(), at);
  if (fit.misfits.length > 0) store.setState({ pasting: { kind: 'piece', piece, at }, panel: 'paste' });
  else putPiece(context, fit);
}

/** Pastes what fits, and says what is left out or too much. */
export function putPiece(context: CommandContext, fit: FittedPiece): void {
  const problem = fit.nodeIds.length === 0 ? t('clipboard:noNodes') : put(context, fit.ops, fit.nodeIds);
  const left = fit.looseEdges === 0 ? undefined : t('clipboard:looseEdges', { count: fit.looseEdges });
  const words = problem ?? left;
  if (words !== undefined) notify(context.editor.store, words);
}

/** Makes what was pasted and selects it. @returns what is too much about it, if something is; then nothing was made */
export function put(
  { editor, canvas }: CommandContext,
  ops: readonly Op[],
  nodeIds: readonly NodeId[],
): string | undefined {
  const state = editor.store.getState();
  const over = tooMuch(ops, state, state.limits ?? WIDEST_LIMITS);
  if (over !== undefined) return tooMuchWords(over);
  canvas.selectWhenDrawn(nodeIds);
  void editor.edit(ops);
  return undefined;
}

/** A copy of what is selected, a little aside. */
export function duplicate(context: CommandContext): void {
  const state = context.editor.store.getState();
  const piece = pieceOf(state, state.selectedNodes);
  if (piece.nodes.length > 0) pastePiece(context, piece, middleOf(piece.nodes, NODE_SIZE));
}
