/** The outline of a node that someone else has selected, with their name. */
import { memo } from 'react';
import { useStore as useFlow } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import type { NodeId } from '../../shared/graph/model';
import { NODE_SIZE } from '../../store/node-size';
import type { Mark } from './held';
import styles from './PeerLayer.module.css';

export const HeldNode = memo(function HeldNode({ id, color, names }: Mark & { id: NodeId }) {
  const place = useFlow(({ nodeLookup }) => nodeLookup.get(id)?.position, shallow);
  if (place === undefined) return null;
  return (
    <div
      className={styles['node']}
      data-testid="peer-selection"
      data-of={id}
      style={{ '--person-color': color, translate: `${place.x}px ${place.y}px`, ...NODE_SIZE }}
    >
      <span className={styles['name']}>{names}</span>
    </div>
  );
});
