/** The menus of the canvas and of what is on it: by the right button, the menu key or Shift+F10, and a long press. */
import * as ContextMenu from '@radix-ui/react-context-menu';
import { type PointerEvent, type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import type { Command, Place } from '../../commands/command';
import { runCommand, useCommands } from '../../commands/commands-context';
import { isTyping } from '../../commands/shortcut';
import { useEditor } from '../../store/editor-context';
import styles from './ContextMenus.module.css';
import { MenuItems } from './MenuItems';
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
  /** What was used last: the keyboard, or a kind of pointer. */
  const pressedBy = useRef('');
  const chosen = useRef<Command>(undefined);
  /** It was opened by a finger that is still on the screen. */
  const isHeld = useRef(false);

  const onOpenChange = (opens: boolean) => {
    setOpen(opens);
    isHeld.current = opens && pressedBy.current === 'touch';
    if (!opens) return;
    const target = pressed.current instanceof Element ? targetAt(pressed.current) : undefined;
    const { place: next, select } = menuPlace(target, store.getState(), pressedBy.current === 'keyboard');
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
          onPointerDown={({ target, pointerType }: PointerEvent) => {
            pressed.current = target;
            pressedBy.current = pointerType;
          }}
          onTouchEndCapture={(event) => {
            // Else it would count as a click, and that beside the menu, which closes it.
            if (isHeld.current) event.preventDefault();
            isHeld.current = false;
          }}
          onKeyDown={() => {
            pressedBy.current = 'keyboard';
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
          <MenuItems
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
