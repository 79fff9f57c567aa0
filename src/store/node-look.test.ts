import { describe, expect, test } from 'vitest';
import { LABEL_COLORS } from '../kit/colors';
import { contrast, difference } from '../kit/testing/color-sight';
import type { ElementType } from '../shared/graph/model';
import { type Measure, measureOf } from './measure';
import { GROUP_COLORS, LEGEND_COLORS, OTHER_COLOR, scaleOf, scoreColor, scoreStep, valueAt } from './measure-scale';
import { cardOf, nodeLook } from './node-look';
import { CARD_STEPS, stepSize } from './node-size';
import { NO_RULES } from './rule-looks';

const PERSON: ElementType = {
  name: 'Person',
  properties: new Map(),
  style: { color: '#3f6fb5', icon: 'user', size: 'small' },
};
const labels = new Map([['person', PERSON]]);
const ann = { id: 'ann', label: 'Person', properties: {} };
const bo = { id: 'bo', label: 'Person', properties: {} };
const cy = { id: 'cy', label: 'Person', properties: {} };

const measured = (show: Measure['show'], isGroups: boolean, values: readonly (readonly [string, number])[]): Measure =>
  measureOf({
    setting: {
      algorithm: 'degree',
      scope: 'all',
      selected: new Set(),
      edgeTypes: undefined,
      directed: true,
      weight: undefined,
    },
    values: new Map(values),
    isGroups,
    edges: 1,
    leftOut: 0,
    show,
    revision: 1,
  });

test('a node looks as its label says', () => {
  const look = { color: '#3f6fb5', icon: 'user', size: 'small', measured: undefined };
  expect(nodeLook(ann, { labels, measure: undefined, ruled: NO_RULES })).toEqual(look);
  expect(nodeLook(ann, { labels, measure: measured('nothing', false, [['ann', 1]]), ruled: NO_RULES })).toEqual(look);
  expect(
    nodeLook({ id: 'x', label: 'Unknown', properties: {} }, { labels, measure: undefined, ruled: NO_RULES }),
  ).toMatchObject({ size: 'medium' });
});

test('a measure that is shown as colour leaves the size; who has no value is grey', () => {
  const measure = measured('color', true, [
    ['ann', 1],
    ['bo', 99],
  ]);
  expect(nodeLook(ann, { labels, measure, ruled: NO_RULES })).toMatchObject({
    color: GROUP_COLORS[0],
    size: 'small',
    measured: 1,
  });
  expect(nodeLook(bo, { labels, measure, ruled: NO_RULES })).toMatchObject({ color: OTHER_COLOR, measured: 99 });
  expect(nodeLook(cy, { labels, measure, ruled: NO_RULES })).toMatchObject({ color: OTHER_COLOR, measured: undefined });
});

test('one that is shown as size leaves the colour; who has most is largest', () => {
  const measure = measured('size', false, [
    ['ann', 100],
    ['bo', 0],
  ]);
  expect(nodeLook(ann, { labels, measure, ruled: NO_RULES })).toMatchObject({
    color: '#3f6fb5',
    size: 'huge',
    measured: 100,
  });
  expect(nodeLook(bo, { labels, measure, ruled: NO_RULES })).toMatchObject({ size: 'tiny', measured: 0 });
  expect(cardOf(ann, { labels, measure, ruled: NO_RULES })).toBe(stepSize('huge'));
  expect(cardOf(cy, { labels, measure, ruled: NO_RULES })).toBe(stepSize('tiny'));
});

describe('a scale', () => {
  test('goes from the least to the most, and more is never less', () => {
    const scale = scaleOf([3, 8, 5]);
    expect(scale).toEqual({ least: 3, most: 8 });
    const steps = [3, 4, 5, 6, 7, 8].map((value) => CARD_STEPS.indexOf(scoreStep(scale, value)));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect([steps[0], steps.at(-1)]).toEqual([0, 4]);
    for (const [index, color] of LEGEND_COLORS.entries()) {
      expect(scoreColor(scale, valueAt(scale, index / (LEGEND_COLORS.length - 1)))).toBe(color);
    }
  });

  test('of one value, or none, is one colour', () => {
    expect(scoreColor(scaleOf([7, 7]), 7)).toBe(LEGEND_COLORS[0]);
    expect(scoreStep(scaleOf([]), 7)).toBe('tiny');
  });
});

describe.each([...GROUP_COLORS, ...LEGEND_COLORS, OTHER_COLOR])('%s', (color) => {
  test('can be seen with white on it, and on both papers', () => {
    for (const beside of ['#ffffff', '#f6f4ef', '#16181b']) expect(contrast(color, beside)).toBeGreaterThanOrEqual(3);
  });
});

test('groups are told apart, from each other and from all others together', () => {
  const all = [...GROUP_COLORS, OTHER_COLOR];
  for (const [index, color] of all.entries()) {
    for (const other of all.slice(index + 1))
      expect(difference(color, other), `${color} ${other}`).toBeGreaterThan(0.07);
  }
  expect(GROUP_COLORS.length).toBeLessThan(LABEL_COLORS.length);
});
