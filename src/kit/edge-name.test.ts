import { expect, test } from 'vitest';
import { edgePath } from './edge-geometry';
import { EDGE_ICON_SIZE, edgeName } from './edge-name';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 64 });

/** The name of an edge from a node to another, that many units away. */
function nameTo(x: number, y: number, name: string, lanes = 1) {
  const { text, angle } = edgeName(name, edgePath(box(0, 0), box(x, y), (1 - lanes) / 2, lanes).label);
  return { text, angle: Math.round(angle) };
}

test('a name lies along its line where it fits', () => {
  expect(nameTo(600, 0, 'WORKS_WITH')).toEqual({ text: 'WORKS_WITH', angle: 0 });
  expect(nameTo(0, 300, 'WORKS_WITH')).toEqual({ text: 'WORKS_WITH', angle: -90 });
});

test('an icon stands before its name, and both together around the middle', () => {
  const { label } = edgePath(box(0, 0), box(600, 0), 0, 1);
  const { text, x, y, icon } = edgeName('WORKS_WITH', label, true);
  expect(text).toBe('WORKS_WITH');
  const [left = 0, textX = 0] = [icon?.x, icon?.textX];
  expect(textX).toBeGreaterThanOrEqual(left + EDGE_ICON_SIZE);
  expect(x - left).toBeGreaterThan(textX - left);
  expect(icon?.y).toBe(y - EDGE_ICON_SIZE / 2);
});

test('where a name barely fits, it is cut for its icon', () => {
  const { label } = edgePath(box(0, 0), box(310, 0), 0, 1);
  expect([false, true].map((hasIcon) => edgeName('WORKS_WITH', label, hasIcon).text)).toEqual([
    'WORKS_WITH',
    expect.stringMatching(/^WOR.*…$/u),
  ]);
});

test('on a short steep line it lies across, and is all there', () => {
  expect(nameTo(0, 120, 'WORKS_WITH')).toEqual({ text: 'WORKS_WITH', angle: 0 });
});

test('between near nodes, or beside other edges, it is cut rather than drawn over what is there', () => {
  expect(nameTo(280, 0, 'WORKS_WITH').text).toMatch(/^WO.*…$/u);
  const { text, angle } = nameTo(0, 120, 'WORKS_WITH', 2);
  expect(text).toMatch(/^WO.*…$/u);
  expect(Math.abs(angle)).toBeGreaterThan(80);
});
