/**
 * Where a box that is being dragged comes to rest beside others: in line with their edges or middles, or as far from its
 * neighbours as they are from theirs. Pure; all in canvas units.
 */
import type { Box } from '../../kit/edge-geometry';

export type Axis = 'x' | 'y';

/** A line along which boxes are in line. `at` is its place on `axis`; it runs across the axis, over all of those boxes. */
export interface Guide {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A space between two boxes that is as wide as its neighbour: from–to on `axis`, `at` across it. */
export type Gap = Guide;

export interface Snap {
  /** How far the box is to be moved from where it was dragged to. */
  readonly by: { readonly x: number; readonly y: number };
  readonly guides: readonly Guide[];
  readonly gaps: readonly Gap[];
}

export const NO_SNAP: Snap = { by: { x: 0, y: 0 }, guides: [], gaps: [] };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Differences that nobody sees. */
const SAME = 0.51;

/** @param reach how far the box may be moved to get there, on each axis */
export function snap(moving: Box, others: readonly Box[], reach: number): Snap {
  const by = { x: shift(moving, others, 'x', reach), y: shift(moving, others, 'y', reach) };
  const found = snappedBy(moving, others, by);
  // Moved on the other axis, the box may be out of the row that it was evenly spaced in.
  const isShown = (axis: Axis) => [...found.guides, ...found.gaps].some((line) => line.axis === axis);
  const kept = { x: isShown('x') ? by.x : 0, y: isShown('y') ? by.y : 0 };
  return kept.x === by.x && kept.y === by.y ? found : snappedBy(moving, others, kept);
}

function snappedBy(moving: Box, others: readonly Box[], by: Snap['by']): Snap {
  const moved = { ...moving, x: moving.x + by.x, y: moving.y + by.y };
  return {
    by,
    guides: [...guidesOf(moved, others, 'x'), ...guidesOf(moved, others, 'y')],
    gaps: [...gapsOf(moved, others, 'x'), ...gapsOf(moved, others, 'y')],
  };
}

function spanOf(box: Box, axis: Axis): Span {
  return { from: startOf(box, axis), to: endOf(box, axis) };
}

function startOf(box: Box, axis: Axis): number {
  return axis === 'x' ? box.x : box.y;
}

function endOf(box: Box, axis: Axis): number {
  return axis === 'x' ? box.x + box.width : box.y + box.height;
}

function across(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x';
}

function middle({ from, to }: Span): number {
  return (from + to) / 2;
}

/** The smallest way to a place that is in line or evenly spaced; 0 where none is within reach. */
function shift(moving: Box, others: readonly Box[], axis: Axis, reach: number): number {
  const own = spanOf(moving, axis);
  let best: number | undefined;
  const offer = (way: number) => {
    if (Math.abs(way) <= reach && (best === undefined || Math.abs(way) < Math.abs(best))) best = way;
  };
  for (const other of others) offer(wayInLine(own, startOf(other, axis), endOf(other, axis)));
  for (const place of evenPlaces(rowOf(moving, others, axis, reach), own)) offer(place - own.from);
  return best ?? 0;
}

/**
 * The shortest way for a span to be in line with another: edge with edge, or middle with middle. This is asked of all boxes
 * in view at every move of the pointer, so it makes no objects.
 */
function wayInLine(own: Span, start: number, end: number): number {
  let best = (start + end - own.from - own.to) / 2;
  if (Math.abs(start - own.from) < Math.abs(best)) best = start - own.from;
  if (Math.abs(end - own.to) < Math.abs(best)) best = end - own.to;
  if (Math.abs(end - own.from) < Math.abs(best)) best = end - own.from;
  if (Math.abs(start - own.to) < Math.abs(best)) best = start - own.to;
  return best;
}

/** The two boxes before and the two behind another on an axis, nearest first, of those that lie in its way. */
interface Row {
  readonly before: readonly Span[];
  readonly behind: readonly Span[];
}

function rowOf(moving: Box, others: readonly Box[], axis: Axis, slack: number): Row {
  const own = spanOf(moving, axis);
  const way = spanOf(moving, across(axis));
  const spans = others
    .filter((other) => startOf(other, across(axis)) < way.to && endOf(other, across(axis)) > way.from)
    .map((other) => spanOf(other, axis));
  const first = nearestBefore(spans, own.from + slack);
  const next = nearestBehind(spans, own.to - slack);
  return {
    before: first === undefined ? [] : [first, ...given(nearestBefore(spans, first.from))],
    behind: next === undefined ? [] : [next, ...given(nearestBehind(spans, next.to))],
  };
}

function given<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function nearestBefore(spans: readonly Span[], limit: number): Span | undefined {
  let nearest: Span | undefined;
  for (const span of spans) {
    if (span.to <= limit && (nearest === undefined || span.to > nearest.to)) nearest = span;
  }
  return nearest;
}

function nearestBehind(spans: readonly Span[], limit: number): Span | undefined {
  let nearest: Span | undefined;
  for (const span of spans) {
    if (span.from >= limit && (nearest === undefined || span.from < nearest.from)) nearest = span;
  }
  return nearest;
}

/** Where a span would begin that is evenly spaced in its row: between its neighbours, or going on as they begin. */
function evenPlaces({ before: [first, second], behind: [next, last] }: Row, { from, to }: Span): number[] {
  const places: number[] = [];
  const length = to - from;
  if (first !== undefined && next !== undefined) places.push((first.to + next.from - length) / 2);
  if (first !== undefined && second !== undefined) places.push(first.to + (first.from - second.to));
  if (next !== undefined && last !== undefined) places.push(next.from - (last.from - next.to) - length);
  return places;
}

/** The lines that the box has in common with others. */
function guidesOf(moved: Box, others: readonly Box[], axis: Axis): Guide[] {
  const own = spanOf(moved, axis);
  const lines = new Map<number, Guide>();
  for (const other of others) {
    if (Math.abs(wayInLine(own, startOf(other, axis), endOf(other, axis))) >= SAME) continue;
    for (const at of linesInCommon(own, spanOf(other, axis))) {
      const reached = [spanOf(moved, across(axis)), spanOf(other, across(axis)), ...given(lines.get(at))];
      const from = Math.min(...reached.map((span) => span.from));
      const to = Math.max(...reached.map((span) => span.to));
      lines.set(at, { axis, at, from, to });
    }
  }
  return [...lines.values()];
}

/** Of two that are in line at both edges the middle says it all. */
function linesInCommon(own: Span, other: Span): number[] {
  const isSame = (a: number, b: number) => Math.abs(a - b) < SAME;
  const [begins, ends] = [isSame(own.from, other.from), isSame(own.to, other.to)];
  if (isSame(middle(own), middle(other))) return [middle(own)];
  return [
    ...(begins || isSame(own.from, other.to) ? [own.from] : []),
    ...(ends || isSame(own.to, other.from) ? [own.to] : []),
  ];
}

/** The spaces on both sides of the box, or on one and next to it, where they are the same. */
function gapsOf(moved: Box, others: readonly Box[], axis: Axis): Gap[] {
  const { before, behind } = rowOf(moved, others, axis, SAME);
  const own = spanOf(moved, axis);
  const at = middle(spanOf(moved, across(axis)));
  const row = [...before.toReversed(), own, ...behind];
  const gaps = row.slice(1).map((span, index) => ({ axis, at, from: row[index]?.to ?? span.from, to: span.from }));
  const isEven = (gap: Gap, other: Gap | undefined) =>
    other !== undefined && gap.to - gap.from > 1 && Math.abs(gap.to - gap.from - (other.to - other.from)) < 2 * SAME;
  return gaps.filter((gap, index) => isEven(gap, gaps[index - 1]) || isEven(gap, gaps[index + 1]));
}
