/** How large a picture is drawn in the area it is scrolled in. Fingers, wheels with Shift and arrow keys scroll by themselves. */
import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest and the largest scale; how much closer one notch of a wheel goes. */
const [LEAST, MOST, NOTCH] = [0.1, 4, 1.0015];

/** Pixels that a press may move by. */
const SLIP = 4;

export interface Zoom {
  /** Undefined: so that all of it is seen, but not enlarged. */
  readonly scale: number | undefined;
  zoomBy(factor: number): void;
  fit(): void;
  /** Moves the picture with the mouse. */
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  /** Passes over presses that moved it. */
  onClickCapture(event: MouseEvent): void;
}

export function useZoom(area: RefObject<HTMLElement | null>, size: Size): Zoom {
  const [scale, setScale] = useState<number>();
  /** What stays where it is on the screen: a place in the area, and in the picture as a share of it. */
  const kept = useRef({ x: 0, y: 0, shareX: 0.5, shareY: 0.5 });

  const zoomBy = useCallback(
    (factor: number, at?: { readonly x: number; readonly y: number }) => {
      const box = area.current;
      if (box === null) return;
      const [x, y] = at === undefined ? [box.clientWidth / 2, box.clientHeight / 2] : [at.x, at.y];
      kept.current = {
        x,
        y,
        shareX: (box.scrollLeft + x) / box.scrollWidth,
        shareY: (box.scrollTop + y) / box.scrollHeight,
      };
      const fitting = Math.min(1, box.clientWidth / size.width, box.clientHeight / size.height);
      setScale((now) => Math.min(MOST, Math.max(LEAST, (now ?? fitting) * factor)));
    },
    [area, size.width, size.height],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about what another scale has done
  useLayoutEffect(() => {
    const { x, y, shareX, shareY } = kept.current;
    area.current?.scrollTo(shareX * area.current.scrollWidth - x, shareY * area.current.scrollHeight - y);
  }, [area, scale]);

  useEffect(() => {
    const box = area.current;
    // React's own listeners cannot keep the browser from scrolling.
    const onWheel = (event: WheelEvent) => {
      if (event.shiftKey || box === null) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      zoomBy(NOTCH ** -event.deltaY, { x: event.clientX - left, y: event.clientY - top });
    };
    box?.addEventListener('wheel', onWheel, { passive: false });
    return () => box?.removeEventListener('wheel', onWheel);
  }, [area, zoomBy]);

  const moved = useRef(0);
  const onPointerDown = ({ pointerType, button, currentTarget, pointerId }: PointerEvent<HTMLElement>) => {
    moved.current = 0;
    if (pointerType !== 'mouse' || button !== 0) return;
    const stop = new AbortController();
    const { signal } = stop;
    const onMove = (move: globalThis.PointerEvent) => {
      if (move.pointerId !== pointerId) return;
      moved.current += Math.abs(move.movementX) + Math.abs(move.movementY);
      currentTarget.scrollBy(-move.movementX, -move.movementY);
    };
    window.addEventListener('pointermove', onMove, { signal });
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => stop.abort(), { signal });
  };

  const onClickCapture = (event: MouseEvent) => {
    if (moved.current > SLIP) event.stopPropagation();
  };

  return { scale, zoomBy, fit: () => setScale(undefined), onPointerDown, onClickCapture };
}
