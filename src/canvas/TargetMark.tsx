/** Marks the node that the person is about to connect to by the keyboard. */
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import { useEditorState } from '../store/editor-context';
import { NODE_SIZE } from '../store/node-size';
import styles from './Canvas.module.css';

export function TargetMark() {
  const id = useEditorState(({ making, candidate }) =>
    making?.asks === 'target' || making?.asks === 'end' ? candidate : undefined,
  );
  const place = useFlow(({ nodeLookup }) => (id === undefined ? undefined : nodeLookup.get(id)?.position), shallow);
  if (place === undefined) return null;
  return (
    <ViewportPortal>
      <div
        className={styles['target']}
        data-testid="target-mark"
        data-of={id}
        aria-hidden="true"
        style={{ translate: `${place.x}px ${place.y}px`, ...NODE_SIZE }}
      />
    </ViewportPortal>
  );
}
