/** A label or edge type, as it looks, and how many of what is selected have it. */
import { colorOf } from '../../kit/colors';
import { Isolate } from '../../kit/Isolate';
import { iconNamed } from '../../kit/icons';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './Inspector.module.css';

interface TypeCountProps {
  readonly on: 'node' | 'edge';
  readonly name: string;
  readonly count: number;
}

export function TypeCount({ on, name, count }: TypeCountProps) {
  const style = useEditorState(
    ({ labels, edgeTypes }) => (on === 'node' ? labels : edgeTypes).get(foldName(name))?.style,
  );
  const Icon = iconNamed(style?.icon ?? (on === 'edge' ? 'link' : undefined));
  return (
    <li className={styles['kind']}>
      <span className={styles['tile']} data-small style={{ '--label-color': colorOf(style) }}>
        <Icon size={13} aria-hidden />
      </span>
      <span className={styles['kindName']}>
        <Isolate>{name}</Isolate>
      </span>
      <span className={styles['count']}>{count}</span>
    </li>
  );
}
