/** The definitions of the arrow heads in use. */
import { useShallow } from 'zustand/react/shallow';
import { ArrowHead } from '../kit/ArrowHead';
import { arrowId } from '../kit/arrow-heads';
import { edgeColors } from '../store/edge-look';
import { useEditorState } from '../store/editor-context';
import styles from './ArrowHeads.module.css';

export function ArrowHeads() {
  const colors = useEditorState(useShallow(edgeColors));
  return (
    <svg className={styles['hidden']} aria-hidden="true">
      <defs>
        <ArrowHead id={arrowId('selected')} fill="var(--accent)" />
        <ArrowHead id={arrowId(undefined)} fill="var(--edge)" />
        {colors.map((color) => (
          <ArrowHead key={color} id={arrowId(color)} fill={color} />
        ))}
      </defs>
    </svg>
  );
}
