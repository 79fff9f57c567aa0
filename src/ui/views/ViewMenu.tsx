/** Beside a view: the way to what can be done with it, which opens below it. */
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import type { SavedView } from '../../shared/graph/saved-views';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { RenameForm } from './RenameForm';
import { useViewActions } from './use-view-actions';
import styles from './Views.module.css';

interface ViewMenuProps {
  readonly view: SavedView;
  /** What stands in the line of the way. */
  readonly children: ReactNode;
}

export function ViewMenu({ view, children }: ViewMenuProps) {
  const { t } = useTranslation('views');
  const actions = useViewActions();
  const editable = useEditorState(mayEdit);
  const [open, setOpen] = useState<'actions' | 'rename'>();
  const way = useRef<HTMLDivElement>(null);
  const name = isolated(view.name);
  const leave = () => {
    setOpen(undefined);
    way.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  const done = (act: () => void) => () => {
    leave();
    act();
  };
  return (
    <>
      <div ref={way} className={styles['line']}>
        {children}
        {editable && (
          <Button
            look="quiet"
            aria-label={t('more', { name })}
            title={t('more', { name })}
            aria-expanded={open !== undefined}
            onClick={() => setOpen(open === undefined ? 'actions' : undefined)}
          >
            <Ellipsis size={16} aria-hidden />
          </Button>
        )}
      </div>
      {editable && open === 'actions' && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend that is seen
        <div role="group" aria-label={t('more', { name })} className={styles['actions']}>
          <Button autoFocus onClick={() => setOpen('rename')}>
            {t('rename')}
          </Button>
          <Button onClick={done(() => actions.edit(view))}>{t('edit')}</Button>
          <Button onClick={done(() => actions.duplicate(view))}>{t('duplicate')}</Button>
          <Button look="danger" onClick={done(() => actions.remove(view))}>
            {t('delete')}
          </Button>
        </div>
      )}
      {editable && open === 'rename' && (
        <RenameForm
          name={view.name}
          onRename={(renamed) => {
            leave();
            if (renamed !== view.name) actions.save({ ...view, name: renamed });
          }}
          onCancel={leave}
        />
      )}
    </>
  );
}
