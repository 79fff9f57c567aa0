/** The upper edge of the dock, by which its height is set. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ConsoleDock.module.css';
import type { DockHeight } from './use-dock-height';

const STEP = 24;

export function DockEdge({ height }: { readonly height: DockHeight }) {
  const { t } = useTranslation('console');
  const start = useRef<{ readonly y: number; readonly height: number }>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height: height.value };
  };
  const onPointerMove = ({ clientY }: PointerEvent) => {
    if (start.current !== null) height.set(start.current.height + start.current.y - clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    height.set(height.value + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator that takes the keyboard can.
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('height')}
      aria-orientation="horizontal"
      aria-valuenow={height.value}
      aria-valuemin={height.least}
      aria-valuemax={height.most}
      className={styles['edge']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
