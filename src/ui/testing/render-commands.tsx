/** Runs commands in tests as the page does, on an editor with a graph. */
import type { Command, CommandContext } from '../../commands/command';
import { useCommands } from '../../commands/commands-context';
import { must } from '../../shared/assert';
import type { Op } from '../../shared/graph/ops';
import { CommandsAround } from './commands-around';
import { type RenderedEditor, renderEditor } from './render-editor';

/** Gives the context that commands are run in. */
function ContextTo({ take }: { take: (context: CommandContext) => void }) {
  take(useCommands().context);
  return null;
}

interface RenderedCommands extends RenderedEditor {
  readonly context: CommandContext;
  command(id: string): Command;
  run(id: string): void;
}

export function renderCommands(all: readonly Command[], shown: readonly Op[]): RenderedCommands {
  const contexts: CommandContext[] = [];
  const rendered = renderEditor(
    <CommandsAround all={all}>
      <ContextTo take={(context) => contexts.push(context)} />
    </CommandsAround>,
    shown,
  );
  const context = must(contexts[0], 'the context of commands');
  const command = (id: string) =>
    must(
      all.find((each) => each.id === id),
      id,
    );
  return { ...rendered, context, command, run: (id) => command(id).run(context) };
}
