/** The bar over the canvas: the way home, the graph's title, and how things stand. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { KumikoMark } from '../../kit/KumikoMark';
import { REGION } from '../../kit/regions';
import { Spoken } from '../../kit/Spoken';
import { LIMITS } from '../../shared/limits';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import { ViewOnly } from '../access/ViewOnly';
import { PaletteButton } from '../command-palette/PaletteButton';
import { ConsoleButton } from '../console/ConsoleButton';
import { People } from '../people/People';
import { ShareButton } from '../share/ShareButton';
import { UndoButtons } from '../undo-buttons/UndoButtons';
import { ConnectionStatus } from './ConnectionStatus';
import styles from './TopBar.module.css';

function Title() {
  const { t } = useTranslation(['topBar', 'page']);
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const title = useEditorState((state) => state.title) ?? t('page:untitled');
  const [draft, setDraft] = useState<string>();
  const save = () => {
    const next = draft?.trim().toWellFormed();
    if (next !== undefined && next !== '' && next !== title) {
      if (editable) void edit([{ op: 'set_title', title: next }]);
      else notify(store, t('titleNotSaved', { title: isolated(next) }));
    }
    setDraft(undefined);
  };
  return (
    <>
      <Spoken as="h1" dir="auto">
        {title}
      </Spoken>
      <input
        className={styles['title']}
        dir="auto"
        readOnly={!editable}
        aria-label={t('title')}
        value={draft ?? title}
        maxLength={LIMITS.titleLength}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          // Enter may end an input method's conversion, and Esc take it back: that is the input method's.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
    </>
  );
}

/** @param children further tools, before the button that shares */
export function TopBar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('topBar');
  return (
    <header {...REGION} className={styles['bar']}>
      <a className={styles['home']} href="/" aria-label={t('home')}>
        <KumikoMark size={26} />
      </a>
      <Title />
      <UndoButtons />
      <PaletteButton />
      <ConsoleButton />
      <ConnectionStatus />
      <ViewOnly />
      {children}
      <ShareButton />
      <People />
    </header>
  );
}
