/** The browser's own clipboard events, which its shortcuts and menus cause: they bring the clipboard without asking. */
import type { CommandContext } from '../commands/command';
import { isTyping, targetOf } from '../commands/shortcut';
import { t } from '../i18n/i18n';
import { mayEdit } from '../store/access';
import { notify } from '../store/editor-store';
import { copiedText, deleteCopied } from './copy';
import { pasteText } from './paste-text';

/** Listens until the returned function is called. */
export function listenToClipboard(context: CommandContext): () => void {
  const { editor } = context;
  const isForOthers = (event: ClipboardEvent) =>
    event.defaultPrevented || event.clipboardData === null || isTyping(targetOf(event)) || isDialogOpen();

  const take = (event: ClipboardEvent): boolean => {
    const text = isForOthers(event) || isTextSelected() ? undefined : copiedText(editor.store.getState());
    if (text === undefined) return false;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    return true;
  };
  const onCopy = (event: ClipboardEvent) => void take(event);
  const onCut = (event: ClipboardEvent) => {
    if (!mayEdit(editor.store.getState())) {
      if (!isForOthers(event) && !isTextSelected()) notify(editor.store, t('clipboard:mayNotCut'));
    } else if (take(event)) deleteCopied(editor);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isForOthers(event)) return;
    event.preventDefault();
    pasteText(context, event.clipboardData?.getData('text/plain') ?? '');
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  document.addEventListener('copy', onCopy, { signal });
  document.addEventListener('cut', onCut, { signal });
  document.addEventListener('paste', onPaste, { signal });
  return () => listeners.abort();
}

/** Then the person is at something else. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [role="menu"]') !== null;
}

/** Text on the page that the person has marked: that is what they mean to copy. */
function isTextSelected(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString() !== '';
}
