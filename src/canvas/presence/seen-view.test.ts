import { describe, expect, test } from 'vitest';
import { nearer, type Screen, shownView, viewOf, viewportFor } from './seen-view';

const screen = (x: number, y: number, zoom: number): Screen => ({ transform: [x, y, zoom], width: 800, height: 600 });
const FAR = { x: 1_000, y: -400, zoom: 2 };

describe('what is seen', () => {
  test('is told by its middle, whatever the size of the window', () => {
    expect(viewOf(screen(0, 0, 1))).toEqual({ x: 400, y: 300, zoom: 1 });
    expect(viewOf(screen(-100, 50, 0.5))).toEqual({ x: 1_000, y: 500, zoom: 0.5 });
    expect(shownView(screen(-100, 50, 0.33333333))).toEqual({ viewport: { x: 1_500, y: 750, zoom: 0.3333 } });
  });

  test('is nothing where no canvas is seen, or one that is too far out to be told', () => {
    expect(shownView({ ...screen(0, 0, 1), width: 0 })).toEqual({ viewport: null });
    expect(shownView(screen(1e9, 0, 1))).toEqual({ viewport: null });
  });

  test('is in the middle of any other window', () => {
    const small = { width: 360, height: 640 };
    const { x, y, zoom } = viewportFor(FAR, small);
    expect(viewOf({ ...small, transform: [x, y, zoom] })).toEqual(FAR);
  });
});

describe('the way there', () => {
  test('leads closer with each frame, and ends', () => {
    let view = { x: 0, y: 0, zoom: 0.5 };
    let frames = 0;
    while (view !== FAR && frames < 1_000) {
      const next = nearer(view, FAR, 16);
      expect(Math.abs(FAR.x - next.x)).toBeLessThanOrEqual(Math.abs(FAR.x - view.x));
      expect(next.zoom).toBeGreaterThanOrEqual(view.zoom);
      view = next;
      frames += 1;
    }
    expect(view).toBe(FAR);
    expect(frames).toBeGreaterThan(10);
    expect(frames).toBeLessThan(100);
  });

  test('is as long in time on a slow screen as on a fast one', () => {
    const [two, one] = [
      nearer(nearer({ x: 0, y: 0, zoom: 1 }, FAR, 16), FAR, 16),
      nearer({ x: 0, y: 0, zoom: 1 }, FAR, 32),
    ];
    expect(two.x).toBeCloseTo(one.x);
    expect(two.zoom).toBeCloseTo(one.zoom);
  });
});
