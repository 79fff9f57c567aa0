/** The outline of a node that someone else has selected, with their name. */
import { memo } from 'react';
import type { NodeId } from '../../shared/graph/model';
import { useNodeBox } from '../node-box';
import type { Mark } from './held';
import styles from './PeerLayer.module.css';

export const HeldNode = memo(function HeldNode({ id, color, names }: Mark & { id: NodeId }) {
  const box = useNodeBox(id);
  if (box === undefined) return null;
  const { x, y, ...size } = box;
  return (
    <div
      className={styles['node']}
      data-testid="peer-selection"
      data-of={id}
      style={{ '--person-color': color, translate: `${x}px ${y}px`, ...size }}
    >
      <span className={styles['name']}>{names}</span>
    </div>
  );
});
