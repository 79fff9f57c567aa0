/** What a menu offers, by what it is about; groups of many are menus of their own, so that one sees over the whole. */
import * as ContextMenu from '@radix-ui/react-context-menu';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COMMAND_GROUPS, type Command, type CommandGroup, type Place } from '../../commands/command';
import { useCommands, useEnabledCommands } from '../../commands/commands-context';
import { shortcutWords } from '../../commands/shortcut';
import { Kbd } from '../../kit/Kbd';
import styles from './ContextMenus.module.css';

/** Groups of more actions than this are menus of their own: always, whether or not all of them can be done just now. */
const MOST_AT_ONCE = 3;
/** On screens narrower than this, in pixels, there is no room beside a menu for another one. */
const ROOM_FOR_TWO = 520;
/** What one opens a menu for in the first place: it is always at hand. */
const AT_HAND: CommandGroup = 'edit';

interface MenuItemsProps {
  readonly place: Place;
  readonly onChoose: (command: Command) => void;
}

export function MenuItems({ place, onChoose }: MenuItemsProps) {
  const { t } = useTranslation(['actions', 'commands']);
  const isHere = ({ menus }: Command) => menus?.includes(place) === true;
  const all = useCommands().all.filter(isHere);
  const enabled = useEnabledCommands().filter(isHere);
  const hasRoom = window.innerWidth >= ROOM_FOR_TWO;
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    isFolded: hasRoom && group !== AT_HAND && all.filter((command) => command.group === group).length > MOST_AT_ONCE,
    members: enabled.filter((command) => command.group === group),
  })).filter(({ members }) => members.length > 0);
  const folded = groups.filter(({ isFolded }) => isFolded);
  return (
    <div role="none">
      <ContextMenu.Label className={styles['label']}>{t(`actions:menu.${place}`)}</ContextMenu.Label>
      {groups
        .filter(({ isFolded }) => !isFolded)
        .map(({ group, members }) => (
          <ContextMenu.Group key={group} className={styles['group']}>
            <Items commands={members} onChoose={onChoose} />
          </ContextMenu.Group>
        ))}
      {folded.length > 0 && (
        <ContextMenu.Group className={styles['group']}>
          {folded.map(({ group, members }) => (
            <Submenu key={group} name={t(`commands:group.${group}`)} commands={members} onChoose={onChoose} />
          ))}
        </ContextMenu.Group>
      )}
    </div>
  );
}

interface ItemsProps {
  readonly commands: readonly Command[];
  readonly onChoose: (command: Command) => void;
}

function Submenu({ name, commands, onChoose }: ItemsProps & { readonly name: string }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className={styles['item']}>
        <span className={styles['noIcon']} />
        <span className={styles['name']}>{name}</span>
        <ChevronRight size={16} aria-hidden />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className={styles['menu']} collisionPadding={8} loop>
          <Items commands={commands} onChoose={onChoose} />
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

function Items({ commands, onChoose }: ItemsProps) {
  return commands.map((command) => <Item key={command.id} command={command} onChoose={onChoose} />);
}

function Item({ command, onChoose }: { command: Command; onChoose: (command: Command) => void }) {
  const { context } = useCommands();
  const { icon: Icon, keys } = command;
  const shortcut = keys?.[0];
  return (
    <ContextMenu.Item className={styles['item']} onSelect={() => onChoose(command)}>
      {Icon === undefined ? <span className={styles['noIcon']} /> : <Icon size={16} aria-hidden />}
      <span className={styles['name']}>{command.titleNow?.(context.editor.store.getState()) ?? command.title()}</span>
      {shortcut !== undefined && <Kbd>{shortcutWords(shortcut, navigator.platform)}</Kbd>}
    </ContextMenu.Item>
  );
}
