/** The clipboard as menus reach it: asked for, and perhaps denied. Shortcuts get it with the browser's own events. */

import { shortcutWords } from '../commands/shortcut';
import { t } from '../i18n/i18n';

/** @returns why it could not be copied, if it could not */
export async function writeClipboard(text: string, shortcut: string): Promise<string | undefined> {
  try {
    await navigator.clipboard.writeText(text);
    return undefined;
  } catch {
    return t('clipboard:copyDenied', { shortcut: shortcutWords(shortcut, navigator.platform) });
  }
}

/** The text of the clipboard, or why it cannot be read. */
export async function readClipboard(shortcut: string): Promise<{ text: string } | { problem: string }> {
  try {
    return { text: await navigator.clipboard.readText() };
  } catch {
    return { problem: t('clipboard:pasteDenied', { shortcut: shortcutWords(shortcut, navigator.platform) }) };
  }
}
