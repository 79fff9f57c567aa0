/** A node's card: colour and icon of its label, caption, and a few of its properties. */
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Handle, type NodeProps, Position } from 'reactflow';
import { yesNo } from '../i18n/yes-no';
import { isolated } from '../kit/bidi';
import { colorOf } from '../kit/colors';
import { formatValue } from '../kit/format-value';
import { iconNamed } from '../kit/icons';
import type { ElementType } from '../shared/graph/model';
import { captionKey, captionOf } from '../store/caption';
import { sizeName } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { type FlowNode, wordsId } from './flow-elements';
import styles from './GraphNode.module.css';
import { useLabel } from './types-context';

/** Properties shown below the caption. */
const SHOWN = 2;
/** Each side of the border can be dragged from; edges are drawn from the middle of the first. */
const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

function details(label: ElementType | undefined, row: NodeRow): string {
  const caption = captionKey(label);
  const parts: string[] = [];
  for (const { name, type } of label?.properties.values() ?? []) {
    const value = row.properties[name];
    if (name === caption || value === undefined || value === '') continue;
    const words = isolated(formatValue(type, value, yesNo));
    parts.push(type === 'BOOLEAN' ? `${isolated(name)}: ${words}` : words);
    if (parts.length === SHOWN) break;
  }
  return parts.join(' · ');
}

type CardProps = Pick<NodeProps<FlowNode>, 'data' | 'selected' | 'isConnectable'>;

/** React Flow says much more of a node, such as where it is, which changes with every frame of a drag. */
function isSame(before: CardProps, now: CardProps): boolean {
  return before.data === now.data && before.selected === now.selected && before.isConnectable === now.isConnectable;
}

export const GraphNode = memo(function GraphNode({ data, selected, isConnectable }: CardProps) {
  const { row } = data;
  const { t } = useTranslation(['canvas', 'elements']);
  const label = useLabel(row.label);
  const Icon = iconNamed(label?.style.icon);
  const caption = captionOf(label, row.properties);
  const more = details(label, row);
  return (
    <div
      className={styles['card']}
      data-size={sizeName(label)}
      data-selected={selected}
      style={{ '--label-color': colorOf(label?.style) }}
    >
      <span className={styles['tile']}>
        <Icon aria-hidden />
      </span>
      <span className={styles['words']}>
        <span
          id={wordsId(row.id, 'caption')}
          className={styles['caption']}
          data-empty={caption === undefined}
          dir="auto"
        >
          {caption ?? t('unnamed', { label: isolated(row.label) })}
        </span>
        <span className={styles['details']}>
          {/* An unnamed node's caption has the label in it already. */}
          <bdi id={caption === undefined ? undefined : wordsId(row.id, 'label')} className={styles['label']}>
            {row.label}
          </bdi>
          {more !== '' && <span> · {more}</span>}
        </span>
      </span>
      {data.locked === true && (
        <span id={wordsId(row.id, 'locked')} className={styles['lock']} role="img" aria-label={t('elements:locked')}>
          <Lock size={12} aria-hidden />
        </span>
      )}
      {SIDES.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          isConnectable={isConnectable}
          className={styles['handle']}
        />
      ))}
    </div>
  );
}, isSame);
