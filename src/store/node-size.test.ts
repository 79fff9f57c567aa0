import { describe, expect, test } from 'vitest';
import { NODE_SIZES, type NodeSize } from '../shared/graph/model';
import { cardSize, NODE_SIZE, sizeOf } from './node-size';

const label = (size?: NodeSize) => ({ name: 'Person', properties: new Map(), style: { size } });

describe('the size of a card', () => {
  test('is medium unless its label says otherwise, or while the label is not known', () => {
    for (const known of [undefined, label(), label('medium')]) expect(sizeOf(known)).toBe(NODE_SIZE);
    const labels = new Map([['person', label('large')]]);
    expect(cardSize('PERSON', labels)).toBe(sizeOf(label('large')));
    expect(cardSize('City', labels)).toBe(NODE_SIZE);
  });

  test('grows with each step, in both directions', () => {
    const [small, medium, large] = [sizeOf(label('small')), NODE_SIZE, sizeOf(label('large'))];
    for (const side of ['width', 'height'] as const) {
      expect(small[side]).toBeLessThan(medium[side]);
      expect(medium[side]).toBeLessThan(large[side]);
    }
  });

  test.each(NODE_SIZES)('%s lies on the grid, corners and middle, and is high enough to be pressed', (size) => {
    const { width, height } = sizeOf(label(size));
    expect([width % 4, height % 4]).toEqual([0, 0]);
    expect(height).toBeGreaterThanOrEqual(44);
  });
});
