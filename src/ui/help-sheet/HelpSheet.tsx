/** The shortcuts of all commands, and what the pointer does. */
import { useTranslation } from 'react-i18next';
import { COMMAND_GROUPS } from '../../commands/command';
import { useCommands } from '../../commands/commands-context';
import { modWord, shortcutWords } from '../../commands/shortcut';
import { Kbd } from '../../kit/Kbd';
import { Modal } from '../../kit/Modal';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { type Gesture, MOUSE_GESTURES, TOUCH_GESTURES } from './gestures';
import styles from './HelpSheet.module.css';

export function HelpSheet() {
  const { store } = useEditor();
  const { t } = useTranslation(['actions', 'commands']);
  const open = useEditorState((state) => state.panel === 'help');
  if (!open) return null;
  return (
    <Modal title={t('commands:openHelp')} onClose={() => store.setState({ panel: undefined })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it, and there is nothing else in it to go to */}
      <section className={styles['sheet']} aria-label={t('commands:openHelp')} tabIndex={0} data-first>
        <Shortcuts />
        <Gestures heading={t('actions:mouse')} gestures={MOUSE_GESTURES} />
        <Gestures heading={t('actions:touch')} gestures={TOUCH_GESTURES} />
      </section>
    </Modal>
  );
}

/** Also of what cannot be done just now; but not of what this person may not do at all. */
function Shortcuts() {
  const { t } = useTranslation('commands');
  const { all } = useCommands();
  const editable = useEditorState(mayEdit);
  const known = all.filter(({ keys = [], changes }) => keys.length > 0 && (editable || changes !== true));
  return COMMAND_GROUPS.map((group) => {
    const members = known.filter((command) => command.group === group);
    if (members.length === 0) return null;
    return (
      <section key={group} className={styles['group']}>
        <h3>{t(`group.${group}`)}</h3>
        <dl>
          {members.map(({ id, title, keys = [] }) => (
            <div key={id} className={styles['line']}>
              <dt>{title()}</dt>
              <dd className={styles['keys']}>
                {keys.map((shortcut) => (
                  <Kbd key={shortcut}>{shortcutWords(shortcut, navigator.platform)}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}

function Gestures({ heading, gestures }: { heading: string; gestures: readonly Gesture[] }) {
  const { t } = useTranslation('actions');
  const editable = useEditorState(mayEdit);
  const mod = modWord(navigator.platform);
  return (
    <section className={styles['group']}>
      <h3>{heading}</h3>
      <dl>
        {gestures
          .filter(({ changes }) => editable || !changes)
          .map(({ name }) => (
            <div key={name} className={styles['gesture']}>
              <dt>{t(`gesture.${name}.how`, { mod })}</dt>
              <dd>{t(`gesture.${name}.does`)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
