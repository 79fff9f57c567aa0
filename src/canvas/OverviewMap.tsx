/**
 * A small map of the whole graph with the part in view; press or drag on it to go there. React Flow's own mini-map
 * draws, and subscribes, each node by itself, which makes every edit of a large graph slow; this one draws one path for each
 * colour, and after more urgent things.
 */
import { type PointerEvent, useContext, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { getNodesBounds, Panel, useStore as useFlow, useReactFlow } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { colorOf } from '../kit/colors';
import { type LookRules, nodeLook } from '../store/node-look';
import type { FlowNode } from './flow-elements';
import { boxOf } from './node-box';
import styles from './OverviewMap.module.css';
import { TypesContext } from './types-context';

/** Size of the map in pixels. */
const [WIDTH, HEIGHT] = [200, 140];

/** SVG path data of all nodes of one colour, by colour. */
function pathsByColor(nodes: readonly FlowNode[], rules: LookRules): Map<string, string> {
  const paths = new Map<string, string>();
  for (const node of nodes) {
    const { x, y, width, height } = boxOf(node);
    const color = colorOf(nodeLook(node.data.row, rules));
    const box = `M${x} ${y}h${width}v${height}h${-width}z`;
    paths.set(color, (paths.get(color) ?? '') + box);
  }
  return paths;
}

export function OverviewMap({ nodes }: { nodes: FlowNode[] }) {
  const { t } = useTranslation('canvas');
  const rules = useContext(TypesContext);
  const { setCenter } = useReactFlow();
  const seen = useFlow(
    useShallow(({ transform: [x, y, zoom], width, height }) => ({
      x: -x / zoom,
      y: -y / zoom,
      width: width / zoom,
      height: height / zoom,
      zoom,
    })),
  );
  const calm = useDeferredValue(nodes);
  const bounds = useMemo(() => getNodesBounds(calm), [calm]);
  const paths = useMemo(() => pathsByColor(calm, rules), [calm, rules]);

  // The map shows the graph and the part in view, whichever reaches further, with a border around.
  const left = Math.min(bounds.x, seen.x);
  const top = Math.min(bounds.y, seen.y);
  const across = Math.max(bounds.x + bounds.width, seen.x + seen.width) - left;
  const down = Math.max(bounds.y + bounds.height, seen.y + seen.height) - top;
  const unit = Math.max(across / WIDTH, down / HEIGHT) * 1.06;
  const [x, y] = [left + across / 2 - (WIDTH * unit) / 2, top + down / 2 - (HEIGHT * unit) / 2];

  const go = (event: PointerEvent<SVGSVGElement>) => {
    // What is dragged over the map from elsewhere is no concern of it.
    if (event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    void setCenter(x + (event.clientX - box.x) * unit, y + (event.clientY - box.y) * unit, { zoom: seen.zoom });
  };
  return (
    <Panel position="bottom-right" className={styles['map']}>
      <svg
        role="img"
        aria-label={t('overview')}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`${x} ${y} ${WIDTH * unit} ${HEIGHT * unit}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={go}
      >
        {Array.from(paths, ([color, path]) => (
          <path key={color} d={path} fill={color} stroke={color} strokeWidth={unit} />
        ))}
        <rect
          className={styles['seen']}
          x={seen.x}
          y={seen.y}
          width={seen.width}
          height={seen.height}
          strokeWidth={unit * 1.5}
        />
      </svg>
    </Panel>
  );
}
