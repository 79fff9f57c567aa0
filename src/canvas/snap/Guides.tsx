/** The lines that a drag snaps to, while it goes on. */
import { ViewportPortal } from 'reactflow';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import styles from './Guides.module.css';
import type { Axis, Gap, Guide, Snap } from './snap';

/** How far a guide reaches over the boxes it joins, and half the length of a gap's ends, in canvas units. */
const [OVER, TICK] = [10, 6];

/** A line as SVG path data. `from` and `to` are on the axis that the line follows, `at` on the other one. */
function line(along: Axis, at: number, from: number, to: number): string {
  return along === 'x' ? `M${from} ${at}H${to}` : `M${at} ${from}V${to}`;
}

function guidePath({ axis, at, from, to }: Guide): string {
  return line(axis === 'x' ? 'y' : 'x', at, from - OVER, to + OVER);
}

function gapPath({ axis, at, from, to }: Gap): string {
  const end = (place: number) => line(axis === 'x' ? 'y' : 'x', place, at - TICK, at + TICK);
  return `${line(axis, at, from, to)}${end(from)}${end(to)}`;
}

export function Guides({ of }: { of: StoreApi<Snap> }) {
  const { guides, gaps } = useStore(of);
  if (guides.length + gaps.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles['guides']} aria-hidden="true" data-testid="guides">
        {guides.map((guide) => (
          <path key={`${guide.axis} ${guide.at}`} data-kind="line" d={guidePath(guide)} />
        ))}
        {gaps.map((gap) => (
          <path key={`${gap.axis} ${gap.from}`} data-kind="gap" d={gapPath(gap)} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
