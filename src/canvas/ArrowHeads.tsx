/** The definitions of the arrow heads in use. */
import { useShallow } from 'zustand/react/shallow';
import { useEditorState } from '../store/editor-context';
import styles from './ArrowHeads.module.css';
import { arrowId } from './arrow-heads';

function ArrowHead({ id, fill }: { id: string; fill: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerUnits="userSpaceOnUse"
      markerWidth="12"
      markerHeight="12"
      orient="auto-start-reverse"
    >
      <path d="M0 1L10 5L0 9z" fill={fill} />
    </marker>
  );
}

export function ArrowHeads() {
  const colors = useEditorState(
    useShallow((state) => [...new Set(Array.from(state.edgeTypes.values(), (type) => type.style.color))]),
  );
  return (
    <svg className={styles['hidden']} aria-hidden="true">
      <defs>
        <ArrowHead id={arrowId('selected')} fill="var(--accent)" />
        <ArrowHead id={arrowId(undefined)} fill="var(--edge)" />
        {colors.map((color) => color !== undefined && <ArrowHead key={color} id={arrowId(color)} fill={color} />)}
      </defs>
    </svg>
  );
}
