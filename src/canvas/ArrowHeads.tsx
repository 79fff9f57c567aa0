/** The definitions of the arrow heads in use. */
import { useShallow } from 'zustand/react/shallow';
import { ARROW_HEAD, arrowId } from '../kit/arrow-heads';
import { useEditorState } from '../store/editor-context';
import styles from './ArrowHeads.module.css';

function ArrowHead({ id, fill }: { id: string; fill: string }) {
  return (
    <marker
      id={id}
      viewBox={ARROW_HEAD.viewBox}
      refX={ARROW_HEAD.refX}
      refY={ARROW_HEAD.refY}
      markerUnits="userSpaceOnUse"
      markerWidth={ARROW_HEAD.size}
      markerHeight={ARROW_HEAD.size}
      orient="auto-start-reverse"
    >
      <path d={ARROW_HEAD.path} fill={fill} />
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
