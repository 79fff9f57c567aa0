/** The commands of the open graph, as panels and menus reach them. */
import { createContext, useContext, useEffect, useMemo } from 'react';
import { must } from '../shared/assert';
import { mayEdit } from '../store/access';
import { useEditorState } from '../store/editor-context';
import type { EditorState } from '../store/editor-store';
import type { Command, CommandContext } from './command';
import { isPressable, isPressed, isTyping, targetOf } from './shortcut';

export interface Commands {
  readonly all: readonly Command[];
  readonly context: CommandContext;
}

export const CommandsContext = createContext<Commands | undefined>(undefined);

export function useCommands(): Commands {
  return must(useContext(CommandsContext), 'the commands of this page');
}

/** Whether a command can be run as things are. */
export function isEnabled({ changes, isEnabled: may }: Command, state: EditorState): boolean {
  return (changes !== true || mayEdit(state)) && (may?.(state) ?? true);
}

/** Runs a command, if it can be run. @returns whether it was */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!isEnabled(command, context.editor.store.getState())) return false;
  command.run(context);
  return true;
}

/** The commands that can be run as things are; drawn anew when that changes. */
export function useEnabledCommands(): readonly Command[] {
  const { all } = useCommands();
  const enabled = useEditorState((state) =>
    all
      .filter((command) => isEnabled(command, state))
      .map(({ id }) => id)
      .join(' '),
  );
  return useMemo(() => {
    const ids = new Set(enabled.split(' '));
    return all.filter(({ id }) => ids.has(id));
  }, [all, enabled]);
}

/** Shortcuts, anywhere on the page; where someone types, only those that are said to be for there as well. */
export function useShortcuts({ all, context }: Commands): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || isDialogOpen()) return;
      if (event.key === 'Enter' && isPressable(event.target)) return;
      const command = all.find(({ keys = [] }) => keys.some((shortcut) => isPressed(shortcut, event)));
      if (command === undefined || command.native === true) return;
      if (isTyping(targetOf(event)) && command.whileTyping !== true) return;
      // The browser has shortcuts of its own, and would undo in a text field that was left.
      event.preventDefault();
      runCommand(command, context);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [all, context]);
}

/** A dialog has the keyboard to itself, also where nothing in it has the focus: Esc closes it, and nothing else. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
