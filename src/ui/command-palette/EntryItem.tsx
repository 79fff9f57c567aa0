import { Command as Cmdk } from 'cmdk';
import { Kbd } from '../../kit/Kbd';
import styles from './CommandPalette.module.css';
import type { Entry } from './entries';

/** A line of the palette. */
export function EntryItem({ entry, onChoose }: { entry: Entry; onChoose: (entry: Entry) => void }) {
  const Icon = entry.icon;
  return (
    <Cmdk.Item className={styles['item']} value={entry.id} onSelect={() => onChoose(entry)}>
      <Icon size={16} aria-hidden />
      <span className={styles['name']}>{entry.title}</span>
      {entry.keys !== undefined && <Kbd>{entry.keys}</Kbd>}
    </Cmdk.Item>
  );
}
