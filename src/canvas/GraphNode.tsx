/** A node's card: colour and icon of its label, caption, and a few of its properties. */
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Handle, type NodeProps, Position } from 'reactflow';
import { isolated } from '../kit/bidi';
import { colorOf } from '../kit/colors';
import { formatValue } from '../kit/format-value';
import { iconNamed } from '../kit/icons';
import type { ElementType } from '../shared/graph/model';
import { captionKey, captionOf } from '../store/caption';
import type { NodeRow } from '../store/rows';
import type { FlowNode } from './flow-elements';
import styles from './GraphNode.module.css';
import { useLabel } from './types-context';

/** Properties shown below the caption. */
const SHOWN = 2;
/** Each side of the border can be dragged from; edges are drawn from the middle of the first. */
const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

function details(label: ElementType | undefined, row: NodeRow, t: TFunction<'canvas'>): string {
  const caption = captionKey(label);
  const parts: string[] = [];
  for (const { name, type } of label?.properties.values() ?? []) {
    const value = row.properties[name];
    if (name === caption || value === undefined || value === '') continue;
    const isYesNo = type === 'BOOLEAN';
    parts.push(isYesNo ? `${isolated(name)}: ${value ? t('yes') : t('no')}` : isolated(formatValue(type, value)));
    if (parts.length === SHOWN) break;
  }
  return parts.join(' · ');
}

export const GraphNode = memo(function GraphNode({ data, selected, isConnectable }: NodeProps<FlowNode>) {
  const { row } = data;
  const { t } = useTranslation('canvas');
  const label = useLabel(row.label);
  const Icon = iconNamed(label?.style.icon);
  const caption = captionOf(label, row.properties);
  const more = details(label, row, t);
  return (
    <div className={styles['card']} data-selected={selected} style={{ '--label-color': colorOf(label?.style) }}>
      <span className={styles['tile']}>
        <Icon size={20} aria-hidden />
      </span>
      <span className={styles['words']}>
        <span className={styles['caption']} data-empty={caption === undefined} dir="auto">
          {caption ?? t('unnamed', { label: isolated(row.label) })}
        </span>
        <span className={styles['details']}>
          <bdi className={styles['label']}>{row.label}</bdi>
          {more !== '' && <span> · {more}</span>}
        </span>
      </span>
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
});
