/**
 * Commands: what a person can do, declared once. The command palette, menus, shortcuts and the help sheet are all made from
 * the same list (`src/app/commands.ts` puts it together).
 */
import type { LucideIcon } from 'lucide-react';
import type { CanvasActions } from '../store/canvas-actions';
import type { Editor } from '../store/editor-context';
import type { EditorState } from '../store/editor-store';

export const COMMAND_GROUPS = ['edit', 'select', 'explore', 'arrange', 'view', 'file', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where in the page a command is offered besides the palette. */
export type Place = 'node' | 'edge' | 'selection' | 'canvas';

export interface CommandContext {
  readonly editor: Editor;
  readonly canvas: CanvasActions;
}

export interface Command {
  /** Unique among all commands; stable, as tests name it. */
  readonly id: string;
  /** In the person's language; asked for each time it is shown. */
  readonly title: () => string;
  /** What it would do just now, where that can be said more closely: for the palette. */
  readonly titleNow?: (state: EditorState) => string;
  readonly group: CommandGroup;
  readonly icon?: LucideIcon;
  /** Shortcuts, the first one is shown: `Mod+Shift+Z`; Mod is Cmd on Apple's machines and Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /**
   * Its keys are the browser's own, which makes an event of its own of them (copy, cut, paste) that someone else listens to:
   * pressing them is left to the browser.
   */
  readonly native?: boolean;
  /** Whether its shortcut counts in a text field, too. */
  readonly whileTyping?: boolean;
  /** The context menus it is in. */
  readonly menus?: readonly Place[];
  /** Whether it changes the graph: then it is off for who may only view. */
  readonly changes?: boolean;
  /** Left out: always. */
  readonly isEnabled?: (state: EditorState) => boolean;
  readonly run: (context: CommandContext) => void;
}
