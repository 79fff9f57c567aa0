/** The keys for undo and redo: how they are told from others, and how they are called. */

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key press asks for: Ctrl or Cmd with Z, with Shift and Z, or Ctrl+Y. */
export function undoKey(event: Keys): 'undo' | 'redo' | undefined {
  if (event.altKey || event.ctrlKey === event.metaKey) return undefined;
  const letter = letterOf(event);
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
  return letter === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : undefined;
}

/** The letter on the key; where the layout has none of our letters (Cyrillic, Greek), the one at that place elsewhere. */
function letterOf({ key, code }: Keys): string {
  return /^[a-z]$/iu.test(key) ? key.toLowerCase() : code.replace(/^Key/u, '').toLowerCase();
}

/** The shortcuts as people of this kind of machine know them. */
export function shortcutWords(platform: string): { readonly undo: string; readonly redo: string } {
  return /Mac|iPhone|iPad/u.test(platform) ? { undo: '⌘Z', redo: '⇧⌘Z' } : { undo: 'Ctrl+Z', redo: 'Ctrl+Shift+Z' };
}
