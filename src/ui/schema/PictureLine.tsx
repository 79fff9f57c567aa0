import { memo } from 'react';
import { arrowId } from '../../kit/arrow-heads';
import type { PlannedLine } from './picture-plan';
import styles from './SchemaPicture.module.css';

/** Other heads than the canvas has: a picture that is saved has its own. */
export function headId(color: string | undefined): string {
  return `schema-${arrowId(color)}`;
}

interface PictureLineProps {
  readonly line: PlannedLine;
  readonly isMarked: boolean;
  readonly onChoose: (name: string) => void;
}

/** What edges of a type join. What it does when it is pressed, its entry in the list does for the keyboard. */
export const PictureLine = memo(({ line: { type, path, name }, isMarked, onChoose }: PictureLineProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: a part of a picture
  <g className={styles['line']} data-marked={isMarked} onClick={() => onChoose(type.name)}>
    <title>{type.name}</title>
    <path className={styles['reach']} d={path} />
    <path
      className={styles['way']}
      d={path}
      stroke={type.style.color ?? 'var(--edge)'}
      markerEnd={`url(#${headId(type.style.color)})`}
    />
    <text className={styles['lineName']} x={name.x} y={name.y} transform={`rotate(${name.angle} ${name.x} ${name.y})`}>
      {name.text}
    </text>
  </g>
));
