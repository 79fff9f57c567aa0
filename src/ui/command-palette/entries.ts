/** What the palette offers, and in which order. */
import { defaultFilter } from 'cmdk';
import { Circle, Eye, type LucideIcon, Palette } from 'lucide-react';
import type { Command, CommandContext, CommandGroup } from '../../commands/command';
import { runCommand } from '../../commands/commands-context';
import { freeSpot, makeNode } from '../../commands/making';
import { shortcutWords } from '../../commands/shortcut';
import { openType } from '../../commands/type-commands';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import { iconNamed } from '../../kit/icons';
import type { ElementType } from '../../shared/graph/model';
import type { Person } from '../../shared/protocol/person';

export interface Entry {
  /** Unique among all entries. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup | 'new' | 'types';
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  /** What it is found by. */
  readonly words: readonly string[];
  readonly run: () => void;
}

/** @returns a command as an entry; its id finds it as well, which is English whatever the page speaks */
export function commandEntry(command: Command, context: CommandContext): Entry {
  const { id, group, icon = Circle, keys } = command;
  const title = command.titleNow?.(context.editor.store.getState()) ?? command.title();
  return {
    id,
    title,
    group,
    icon,
    keys: keys?.[0] === undefined ? undefined : shortcutWords(keys[0], navigator.platform),
    words: [title, command.title(), id.replaceAll('-', ' ')],
    run: () => void runCommand(command, context),
  };
}

/** Makes a node with this label in the middle of what is seen. */
export function labelEntry({ name, style }: ElementType, context: CommandContext): Entry {
  const { editor, canvas } = context;
  return {
    id: `new ${name}`,
    title: t('actions:newNode', { label: isolated(name) }),
    group: 'new',
    icon: iconNamed(style.icon),
    words: [t('actions:newNode', { label: name }), name, `new ${name}`],
    run: () => {
      const point = freeSpot(canvas.middle(), editor.store.getState());
      makeNode(context, { label: name, newLabel: false, point });
    },
  };
}

/** Follows someone's view. */
export function followEntry(clientId: string, { name }: Person, { editor: { store } }: CommandContext): Entry {
  return {
    id: `follow ${clientId}`,
    title: t('together:follow', { name: isolated(name) }),
    group: 'view',
    icon: Eye,
    words: [t('together:follow', { name }), name, `follow ${name}`],
    run: () => store.setState({ following: clientId }),
  };
}

/** Opens a label or edge type to be changed. */
export function typeEntry(on: 'node' | 'edge', { name }: ElementType, context: CommandContext): Entry {
  const key = on === 'node' ? 'types:editLabel' : 'types:editEdgeType';
  return {
    id: `edit ${on} ${name}`,
    title: t(key, { name: isolated(name) }),
    group: 'types',
    icon: Palette,
    words: [t(key, { name }), `edit ${on === 'node' ? 'label' : 'edge type'} ${name}`],
    run: () => openType(context.editor.store, { on, of: name }),
  };
}

/** Letters that are only strewn over the words are no match. */
const LEAST_SCORE = 0.01;

/** Full-width letters are how Japanese input methods write ours. */
function score(text: string, sought: string): number {
  return defaultFilter(text.normalize('NFKC'), sought);
}

/** What is sought, best first; of equals, what was chosen lately. */
export function found(entries: readonly Entry[], search: string, recent: readonly string[]): readonly Entry[] {
  const sought = search.normalize('NFKC').trim();
  const age = ({ id }: Entry) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return entries
    .map((entry) => ({ entry, score: Math.max(...entry.words.map((text) => score(text, sought))) }))
    .filter((each) => each.score > LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || age(a.entry) - age(b.entry))
    .map(({ entry }) => entry);
}
