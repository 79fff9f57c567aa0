import { ARROW_HEAD } from './arrow-heads';

interface ArrowHeadProps {
  readonly id: string;
  readonly fill: string;
}

/** The definition of an arrow head, for lines that end with it. */
export function ArrowHead({ id, fill }: ArrowHeadProps) {
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
