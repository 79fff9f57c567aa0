/** Gives a panel the page's commands, with a canvas that only notes what it is asked. */
import type { ReactNode } from 'react';
import type { Command } from '../../commands/command';
import { CommandsContext } from '../../commands/commands-context';
import type { CanvasActions } from '../../store/canvas-actions';
import { useEditor } from '../../store/editor-context';

interface CommandsAroundProps {
  readonly all: readonly Command[];
  /** What was asked of the canvas is added to it. */
  readonly asked?: string[];
  readonly children: ReactNode;
}

export function CommandsAround({ all, asked = [], children }: CommandsAroundProps) {
  const editor = useEditor();
  const canvas: CanvasActions = {
    select: (selectedNodes, selectedEdges = []) => editor.store.setState({ selectedNodes, selectedEdges }),
    selectWhenDrawn: (nodes) => void asked.push(`select new ${nodes.length}`),
    show: (nodes) => void asked.push(nodes === undefined ? 'show all' : `show ${nodes.length}`),
    zoomBy: (factor) => void asked.push(`zoom by ${factor}`),
    zoomTo: (scale) => void asked.push(`zoom to ${scale}`),
    middle: () => ({ x: 500, y: 500 }),
    pointer: () => undefined,
    preview: () => {},
  };
  return <CommandsContext value={{ all, context: { editor, canvas } }}>{children}</CommandsContext>;
}
