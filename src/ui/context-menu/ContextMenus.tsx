/** The menus of the canvas and of what is on it: by the right button, the menu key or Shift+F10, and a long press. */
import * as ContextMenu from '@radix-ui/react-context-menu';
import { type PointerEvent, type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_GROUPS, type Command, type Place } from '../../commands/command';
import { runCommand, useCommands, useEnabledCommands } from '../../commands/commands-context';
import { isTyping, shortcutWords } from '../../commands/shortcut';
import { Kbd } from '../../kit/Kbd';
import { useEditor } from '../../store/editor-context';
import styles from './ContextMenus.module.css';
import { type MenuTarget, menuPlace } from './menu-place';

interface ContextMenusProps {
  /** What an element of the canvas belongs to. */
  readonly targetAt: (element: Element) => MenuTarget;
  /** The canvas. */
  readonly children: ReactNode;
}

export function ContextMenus({ targetAt, children }: ContextMenusProps) {
  const { store } = useEditor();
  const { context } = useCommands();
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState<Place>('canvas');
  const pressed = useRef<EventTarget>(null);
  const byKeyboard = useRef(false);
  const chosen = useRef<Command>(undefined);

  const onOpenChange = (opens: boolean) => {
    setOpen(opens);
    if (!opens) return;
    const target = pressed.current instanceof Element ? targetAt(pressed.current) : undefined;
    const { place: next, select } = menuPlace(target, store.getState(), byKeyboard.current);
    if (select !== undefined) context.canvas.select(select.nodes, select.edges);
    setPlace(next);
  };
  const onCloseAutoFocus = () => {
    const command = chosen.current;
    chosen.current = undefined;
    // Only when the keyboard is back where it was: the action may take it elsewhere, or open a panel.
    if (command !== undefined) queueMicrotask(() => runCommand(command, context));
  };
  return (
    // A modal menu would put style elements into the page, which its Content-Security-Policy forbids.
    <ContextMenu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <ContextMenu.Trigger asChild>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only notes what the menu is about */}
        <div
          className={styles['area']}
          tabIndex={-1}
          onContextMenuCapture={leaveToBrowser}
          onContextMenu={({ target }) => {
            pressed.current = target;
          }}
          onPointerDown={({ target }: PointerEvent) => {
            pressed.current = target;
            byKeyboard.current = false;
          }}
          onKeyDown={() => {
            byKeyboard.current = true;
          }}
        >
          {children}
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={styles['menu']}
          collisionPadding={8}
          loop
          // Shortcuts of the page are not meant here.
          onKeyDown={(event) => event.stopPropagation()}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <Items
            place={place}
            onChoose={(command) => {
              chosen.current = command;
            }}
          />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Where someone types, the browser's own menu has what they need: paste, spelling. */
function leaveToBrowser(event: SyntheticEvent): void {
  if (isTyping(event.target)) event.stopPropagation();
}

interface ItemsProps {
  readonly place: Place;
  readonly onChoose: (command: Command) => void;
}

function Items({ place, onChoose }: ItemsProps) {
  const { t } = useTranslation('actions');
  const commands = useEnabledCommands().filter(({ menus }) => menus?.includes(place));
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    members: commands.filter((command) => command.group === group),
  })).filter(({ members }) => members.length > 0);
  return (
    <div role="none">
      <ContextMenu.Label className={styles['label']}>{t(`menu.${place}`)}</ContextMenu.Label>
      {groups.map(({ group, members }) => (
        <ContextMenu.Group key={group} className={styles['group']}>
          {members.map((command) => (
            <Item key={command.id} command={command} onChoose={onChoose} />
          ))}
        </ContextMenu.Group>
      ))}
    </div>
  );
}

function Item({ command, onChoose }: { command: Command; onChoose: (command: Command) => void }) {
  const { icon: Icon, keys } = command;
  const shortcut = keys?.[0];
  return (
    <ContextMenu.Item className={styles['item']} onSelect={() => onChoose(command)}>
      {Icon === undefined ? <span className={styles['noIcon']} /> : <Icon size={16} aria-hidden />}
      <span className={styles['name']}>{command.title()}</span>
      {shortcut !== undefined && <Kbd>{shortcutWords(shortcut, navigator.platform)}</Kbd>}
    </ContextMenu.Item>
  );
}
