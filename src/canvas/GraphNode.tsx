/** A node's card: colour, icon and size as it is to look, caption, and a few of its properties. */
import { Lock } from 'lucide-react';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Handle, type NodeProps, Position } from 'reactflow';
import { yesNo } from '../i18n/yes-no';
import { isolated } from '../kit/bidi';
import { colorOf } from '../kit/colors';
import { formatScore, formatValue } from '../kit/format-value';
import { iconNamed } from '../kit/icons';
import type { ElementType } from '../shared/graph/model';
import { captionIn } from '../store/caption';
import { nodeCaptionKey, nodeLook } from '../store/node-look';
import type { NodeRow } from '../store/rows';
import { type FlowNode, wordsId } from './flow-elements';
import styles from './GraphNode.module.css';
import { TypesContext, useLabel } from './types-context';

/** Properties shown below the caption. */
const SHOWN = 2;
/** Each side of the border can be dragged from; edges are drawn from the middle of the first. */
const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

function details(label: ElementType | undefined, row: NodeRow, caption: string | undefined): string {
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
  const rules = useContext(TypesContext);
  const label = useLabel(row.label);
  const look = nodeLook(row, rules);
  const Icon = iconNamed(look.icon);
  const captionKey = nodeCaptionKey(row, rules);
  const caption = captionIn(row.properties, captionKey);
  const more = details(label, row, captionKey);
  return (
    <div
      className={styles['card']}
      data-size={look.size}
      data-selected={selected}
      style={{ '--label-color': colorOf(look) }}
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
      {look.measured !== undefined && (
        <span id={wordsId(row.id, 'measured')} className={styles['measured']}>
          {rules.measure?.isGroups === true
            ? t('group', { group: formatScore(look.measured) })
            : formatScore(look.measured)}
        </span>
      )}
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
