/** Every action by its name: Mod+K, a few letters, Enter. */
import { Command as Cmdk } from 'cmdk';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { COMMAND_GROUPS } from '../../commands/command';
import { useCommands, useEnabledCommands } from '../../commands/commands-context';
import { isPressed } from '../../commands/shortcut';
import { Modal } from '../../kit/Modal';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { recentCommands, rememberCommand } from '../../store/recent-commands';
import { useTypesByName } from '../types-by-name';
import styles from './CommandPalette.module.css';
import { EntryItem } from './EntryItem';
import { commandEntry, type Entry, followEntry, found, labelEntry, typeEntry } from './entries';

interface CommandPaletteProps {
  /** Where it is kept what was chosen lately. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

export function CommandPalette({ storage }: CommandPaletteProps) {
  const open = useEditorState((state) => state.panel === 'palette');
  return open ? <OpenPalette storage={storage} /> : null;
}

/** All that can be done as things are. */
function useEntries(): readonly Entry[] {
  const { context } = useCommands();
  const commands = useEnabledCommands().filter(({ id }) => id !== 'open-palette');
  const editable = useEditorState(mayEdit);
  const labels = useTypesByName('labels');
  const edgeTypes = useTypesByName('edgeTypes');
  const people = useEditorState(
    useShallow(({ peers }) => new Map(Array.from(peers, ([clientId, { person }]) => [clientId, person]))),
  );
  return [
    ...commands.map((command) => commandEntry(command, context)),
    ...Array.from(people, ([clientId, person]) => followEntry(clientId, person, context)),
    ...(editable ? labels.map((label) => labelEntry(label, context)) : []),
    ...(editable ? labels.map((label) => typeEntry('node', label, context)) : []),
    ...(editable ? edgeTypes.map((type) => typeEntry('edge', type, context)) : []),
  ];
}

function OpenPalette({ storage }: CommandPaletteProps) {
  const { t } = useTranslation('actions');
  const { store } = useEditor();
  const entries = useEntries();
  const [search, setSearch] = useState('');
  const [recent] = useState(() => recentCommands(storage));
  const chosen = useRef<Entry>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const close = () => root.current?.closest('dialog')?.close();

  const choose = (entry: Entry) => {
    rememberCommand(storage, entry.id);
    chosen.current = entry;
    close();
  };
  const onClose = () => {
    store.setState({ panel: undefined });
    // Only now: the keyboard is back where it was, and the action may take it elsewhere or open another panel.
    chosen.current?.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed('Mod+K', event.nativeEvent)) return;
    event.preventDefault();
    close();
  };
  return (
    <Modal title={t('title')} onClose={onClose}>
      <Cmdk
        ref={root}
        className={styles['palette']}
        label={t('search')}
        shouldFilter={false}
        loop
        onKeyDown={onKeyDown}
      >
        <Cmdk.Input
          className={styles['search']}
          data-first
          placeholder={t('hint')}
          value={search}
          onValueChange={setSearch}
        />
        <Cmdk.List className={styles['list']} label={t('actions')}>
          {search.trim() === '' ? (
            <Groups entries={entries} recent={recent} onChoose={choose} />
          ) : (
            found(entries, search, recent).map((entry) => <EntryItem key={entry.id} entry={entry} onChoose={choose} />)
          )}
        </Cmdk.List>
        <div role="status">
          <Cmdk.Empty className={styles['empty']}>{t('nothing', { search })}</Cmdk.Empty>
        </div>
      </Cmdk>
    </Modal>
  );
}

interface GroupsProps {
  readonly entries: readonly Entry[];
  readonly recent: readonly string[];
  readonly onChoose: (entry: Entry) => void;
}

/** Before anything is sought: what was chosen lately, and all others by what they are about. */
function Groups({ entries, recent, onChoose }: GroupsProps) {
  const { t } = useTranslation(['actions', 'commands', 'types']);
  const lately = recent.flatMap((id) => entries.filter((entry) => entry.id === id));
  const others = entries.filter((entry) => !lately.includes(entry));
  const groups = [
    { id: 'recent', heading: t('actions:recent'), members: lately },
    ...COMMAND_GROUPS.map((group) => ({
      id: group,
      heading: t(`commands:group.${group}`),
      members: others.filter((entry) => entry.group === group),
    })),
    { id: 'new', heading: t('actions:newNodes'), members: others.filter(({ group }) => group === 'new') },
    { id: 'types', heading: t('types:group'), members: others.filter(({ group }) => group === 'types') },
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ id, heading, members }) => (
      <Cmdk.Group key={id} className={styles['group']} heading={heading}>
        {members.map((entry) => (
          <EntryItem key={entry.id} entry={entry} onChoose={onChoose} />
        ))}
      </Cmdk.Group>
    ));
}
