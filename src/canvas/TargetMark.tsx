/** Marks the node that the person is about to connect to by the keyboard. */
import { ViewportPortal } from 'reactflow';
import { useEditorState } from '../store/editor-context';
import styles from './Canvas.module.css';
import { useNodeBox } from './node-box';

export function TargetMark() {
  const id = useEditorState(({ making, candidate }) =>
    making?.asks === 'target' || making?.asks === 'end' ? candidate : undefined,
  );
  const box = useNodeBox(id);
  if (box === undefined) return null;
  const { x, y, ...size } = box;
  return (
    <ViewportPortal>
      <div
        className={styles['target']}
        data-testid="target-mark"
        data-of={id}
        aria-hidden="true"
        style={{ translate: `${x}px ${y}px`, ...size }}
      />
    </ViewportPortal>
  );
}
