/** Copying, cutting, pasting and duplicating. */
import { ClipboardPaste, Copy, CopyPlus, Scissors } from 'lucide-react';
import { copiedText, deleteCopied } from '../clipboard/copy';
import { duplicate } from '../clipboard/paste-piece';
import { pasteText } from '../clipboard/paste-text';
import { readClipboard, writeClipboard } from '../clipboard/system-clipboard';
import { t } from '../i18n/i18n';
import { type EditorState, notify } from '../store/editor-store';
import type { Command, CommandContext } from './command';

const hasNodes = ({ selectedNodes }: EditorState) => selectedNodes.length > 0;
const [COPY, CUT, PASTE] = ['Mod+C', 'Mod+X', 'Mod+V'] as const;

/** @returns whether it was copied; if not, the person was told */
async function copy({ editor }: CommandContext, shortcut: string): Promise<boolean> {
  const text = copiedText(editor.store.getState());
  if (text === undefined) return false;
  const problem = await writeClipboard(text, shortcut);
  if (problem !== undefined) notify(editor.store, problem);
  return problem === undefined;
}

async function cut(context: CommandContext): Promise<void> {
  const before = context.editor.store.getState().selectedNodes;
  if (!(await copy(context, CUT))) return;
  // Only what was copied goes: the browser may have asked the person, who may have gone on meanwhile.
  if (context.editor.store.getState().selectedNodes === before) deleteCopied(context.editor);
}

async function paste(context: CommandContext): Promise<void> {
  const read = await readClipboard(PASTE);
  if ('text' in read) pasteText(context, read.text);
  else notify(context.editor.store, read.problem);
}

export const clipboardCommands: readonly Command[] = [
  {
    id: 'cut',
    title: () => t('clipboard:cut'),
    group: 'edit',
    icon: Scissors,
    keys: [CUT],
    native: true,
    menus: ['node', 'selection'],
    changes: true,
    isEnabled: hasNodes,
    run: (context) => void cut(context),
  },
  {
    id: 'copy',
    title: () => t('clipboard:copy'),
    group: 'edit',
    icon: Copy,
    keys: [COPY],
    native: true,
    menus: ['node', 'selection'],
    isEnabled: hasNodes,
    run: (context) => void copy(context, COPY),
  },
  {
    id: 'paste',
    title: () => t('clipboard:paste'),
    group: 'edit',
    icon: ClipboardPaste,
    keys: [PASTE],
    native: true,
    menus: ['canvas'],
    changes: true,
    run: (context) => void paste(context),
  },
  {
    id: 'duplicate',
    title: () => t('clipboard:duplicate'),
    group: 'edit',
    icon: CopyPlus,
    keys: ['Mod+D'],
    menus: ['node', 'selection'],
    changes: true,
    isEnabled: hasNodes,
    run: duplicate,
  },
];
