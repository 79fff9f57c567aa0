/** Shortcuts: how a key press is told from others, and how a shortcut is written for people. */

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

interface Shortcut {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
}

const APPLE = /Mac|iPhone|iPad/u;

function parsed(shortcut: string): Shortcut {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  };
}

/** The letter on the key; where the layout has none of our letters (Cyrillic, Greek), the one at that place elsewhere. */
function keyOf({ key, code }: Press): string {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  return letter === undefined || /^[!-~]$/u.test(key) ? key : letter.toLowerCase();
}

/** Whether a key press is a shortcut. With digits and marks, Shift is part of how they are typed: `code` says which key. */
export function isPressed(shortcut: string, press: Press): boolean {
  const { mod, shift, alt, key } = parsed(shortcut);
  if (press.altKey !== alt || (press.ctrlKey || press.metaKey) !== mod) return false;
  if (press.ctrlKey && press.metaKey) return false;
  if (/^\d$/u.test(key)) return press.shiftKey === shift && (press.code === `Digit${key}` || press.key === key);
  // A mark such as "?" is what it is, however it is typed.
  if (/^[^a-z]$/u.test(key)) return press.key === key;
  return press.shiftKey === shift && keyOf(press) === key;
}

const WORDS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': 'Space',
};

/** As people of this kind of machine know it: `⇧⌘Z` or `Ctrl+Shift+Z`. @param platform `navigator.platform` */
export function shortcutWords(shortcut: string, platform: string): string {
  const { mod, shift, alt, key } = parsed(shortcut);
  const word = WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (APPLE.test(platform)) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${word}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', word].filter((part) => part !== false).join('+');
}

/** What Mod is called on this kind of machine. */
export function modWord(platform: string): string {
  return APPLE.test(platform) ? '⌘' : 'Ctrl';
}

const NOT_TYPED_IN = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'reset', 'submit']);

/** What an event happened to: seen from outside, that of a shadow tree happened to the element that holds the tree. */
export function targetOf(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

/** Whether someone types into this: what they type there has shortcuts of its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Whether Enter presses this: it then means nothing else. */
export function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a[href], summary, [role="menuitem"], [role="option"]') !== null
  );
}
