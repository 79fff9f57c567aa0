/** What pasting a text means. */
import type { CommandContext } from '../commands/command';
import { t } from '../i18n/i18n';
import { said } from '../i18n/said';
import { looksLikeGraphFile, readGraphFile } from '../shared/exchange/graph-file';
import { mayEdit } from '../store/access';
import { notify } from '../store/editor-store';
import { pastePiece } from './paste-piece';

/**
 * A piece of a graph is put at the pointer, or in the middle of the view; any other text is a table, about which the person
 * is asked. What cannot be pasted is said.
 */
export function pasteText(context: CommandContext, text: string): void {
  const { store } = context.editor;
  if (!mayEdit(store.getState())) notify(store, t('clipboard:mayNotPaste'));
  else if (text.trim() === '') notify(store, t('clipboard:nothingToPaste'));
  else if (looksLikeGraphFile(text)) pasteGraphFile(context, text);
  else store.setState({ pasting: { kind: 'table', text }, panel: 'paste' });
}

function pasteGraphFile(context: CommandContext, text: string): void {
  const { canvas, editor } = context;
  const piece = readGraphFile(text);
  if (piece.ok) pastePiece(context, piece.value, canvas.pointer() ?? canvas.middle());
  else notify(editor.store, t('clipboard:unreadable', { reason: said(piece.reason) }));
}
