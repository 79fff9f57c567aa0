/** A label or edge type in the palette's list, with a button and a menu that open it to be changed. */
import * as ContextMenu from '@radix-ui/react-context-menu';
import { Eye, EyeOff, Pencil } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openType } from '../../commands/type-commands';
import { isolated } from '../../kit/bidi';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { withEdgeType, withLabel } from '../../store/view-filter';
import menu from '../context-menu/ContextMenus.module.css';
import styles from './TypeItem.module.css';

interface TypeItemProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
  readonly children: ReactNode;
}

export function TypeItem({ on, type, children }: TypeItemProps) {
  const { t } = useTranslation('types');
  const { store } = useEditor();
  const editable = useEditorState(mayEdit);
  const of = type.name;
  /** The menu was closed by choosing to edit. */
  const wantsToEdit = useRef(false);
  const edit = () => openType(store, { on, of });
  return (
    // A modal menu would put style elements into the page, which its Content-Security-Policy forbids.
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>
        <li className={styles['item']}>
          {children}
          {editable && (
            <button
              type="button"
              className={styles['edit']}
              aria-label={t('edit', { name: isolated(of) })}
              title={t('edit', { name: isolated(of) })}
              onClick={edit}
            >
              <Pencil size={13} aria-hidden />
            </button>
          )}
        </li>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={menu['menu']}
          aria-label={t('menu', { name: isolated(of) })}
          collisionPadding={8}
          loop
          // Shortcuts of the page are not meant here.
          onKeyDown={(event) => event.stopPropagation()}
          onCloseAutoFocus={() => {
            // Only when the keyboard is back where it was: the panel takes it, and gives it back.
            if (wantsToEdit.current) queueMicrotask(edit);
            wantsToEdit.current = false;
          }}
        >
          {editable && (
            <ContextMenu.Item
              className={menu['item']}
              onSelect={() => {
                wantsToEdit.current = true;
              }}
            >
              <Pencil size={16} aria-hidden />
              <span className={menu['name']}>{t('menuEdit')}</span>
            </ContextMenu.Item>
          )}
          <HideItem on={on} of={of} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Hides or shows all of it, for oneself. */
function HideItem({ on, of }: { on: 'node' | 'edge'; of: string }) {
  const { t } = useTranslation('types');
  const { store } = useEditor();
  const hidden = useEditorState(({ viewFilter: { hiddenLabels, hiddenEdgeTypes } }) =>
    (on === 'node' ? hiddenLabels : hiddenEdgeTypes).has(foldName(of)),
  );
  const Icon = hidden ? Eye : EyeOff;
  const toggle = () =>
    store.setState(({ viewFilter, nodes, edges }) => ({
      viewFilter:
        on === 'node' ? withLabel(viewFilter, of, !hidden, nodes) : withEdgeType(viewFilter, of, !hidden, edges),
    }));
  return (
    <ContextMenu.Item className={menu['item']} onSelect={toggle}>
      <Icon size={16} aria-hidden />
      <span className={menu['name']}>{t(hidden ? 'menuShow' : 'menuHide')}</span>
    </ContextMenu.Item>
  );
}
