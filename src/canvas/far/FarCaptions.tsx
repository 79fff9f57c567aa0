/** From so far that cards cannot be read, the captions of the nodes that matter most: what is selected, and hubs. */
import { memo, useContext, useDeferredValue, useMemo } from 'react';
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { colorOf } from '../../kit/colors';
import { type LookRules, nodeCaption, nodeLook } from '../../store/node-look';
import type { FlowEdge, FlowNode } from '../flow-elements';
import { boxOf } from '../node-box';
import { TypesContext } from '../types-context';
import { chooseCaptions, type Named } from './choose-captions';
import styles from './FarCaptions.module.css';

interface FarCaptionsProps {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export function FarCaptions(given: FarCaptionsProps) {
  // Dragging comes before naming.
  const { nodes, edges } = useDeferredValue(given);
  const rules = useContext(TypesContext);
  const scale = useFlow(({ transform }) => 1 / transform[2]);
  const { zoom, ...seen } = useFlow(useShallow(roughView));
  const ordered = useMemo(() => byImportance(nodes, edges, rules), [nodes, edges, rules]);
  const { x, y, width, height } = seen;
  const chosen = useMemo(
    () => chooseCaptions(ordered, zoom, { x, y, width, height }),
    [ordered, zoom, x, y, width, height],
  );
  return (
    <ViewportPortal>
      <div className={styles['captions']} style={{ '--scale': scale }} aria-hidden="true" data-testid="far-captions">
        {chosen.map((node) => (
          <FarCaption key={node.id} node={node} />
        ))}
      </div>
    </ViewportPortal>
  );
}

interface FarNode extends Named {
  readonly color: string;
  readonly selected: boolean;
}

const FarCaption = memo(function FarCaption({ node: { box, caption, color, selected } }: { node: FarNode }) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // Not by `left` and `top`: when hundreds are dragged nothing is to be laid out anew.
  const translate = `calc(${x}px - 50%) calc(${y}px - 50%)`;
  return (
    <span className={styles['caption']} data-selected={selected} style={{ translate, '--label-color': color }}>
      <span className={styles['text']} dir="auto">
        {caption}
      </span>
    </span>
  );
});

/** How many steps of the zoom there are from one size to double: in between the same nodes are named. */
const STEPS = 6;

/** The part in view and the zoom, rounded, so that what is named stays the same while the view moves a little. */
function roughView({
  transform,
  width,
  height,
}: {
  transform: readonly [number, number, number];
  width: number;
  height: number;
}) {
  const [x, y, exact] = transform;
  const zoom = 2 ** (Math.floor(Math.log2(exact) * STEPS) / STEPS);
  const [across, down] = [width / 2 / zoom, height / 2 / zoom];
  const [left, top] = [Math.floor(-x / exact / across), Math.floor(-y / exact / down)];
  return { zoom, x: left * across, y: top * down, width: 4 * across, height: 4 * down };
}

function byImportance(nodes: readonly FlowNode[], edges: readonly FlowEdge[], rules: LookRules): FarNode[] {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  const weight = ({ id, selected }: { id: string; selected: boolean }) =>
    selected ? Number.POSITIVE_INFINITY : (degrees.get(id) ?? 0);
  return nodes
    .flatMap((node): FarNode[] => {
      const caption = nodeCaption(node.data.row, rules);
      const { id, selected = false } = node;
      return caption === undefined
        ? []
        : [{ id, caption, selected, color: colorOf(nodeLook(node.data.row, rules)), box: boxOf(node) }];
    })
    .sort((a, b) => compare(weight(b), weight(a)));
}

/** Infinity is not to be subtracted from itself. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
