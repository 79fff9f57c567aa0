import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captionBox, chooseCaptions, FAR_CAPTION, type Named } from './choose-captions';

const EVERYWHERE = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
const node = (id: string, x: number, y: number, caption = id): Named => ({
  id,
  caption,
  box: { x, y, width: 200, height: 64 },
});
const ids = (nodes: readonly Named[]) => nodes.map(({ id }) => id);

test('the first of those that lie in each other’s way is named', () => {
  const nodes = [node('Hub', 0, 0), node('Near', 60, 0), node('Far', 5000, 0)];
  expect(ids(chooseCaptions(nodes, 0.1, EVERYWHERE))).toEqual(['Hub', 'Far']);
  expect(ids(chooseCaptions(nodes.toReversed(), 0.1, EVERYWHERE))).toEqual(['Far', 'Near']);
});

test('nearer, more find room', () => {
  const nodes = [node('Hub', 0, 0), node('Near', 300, 0)];
  expect(ids(chooseCaptions(nodes, 0.05, EVERYWHERE))).toEqual(['Hub']);
  expect(ids(chooseCaptions(nodes, 0.3, EVERYWHERE))).toEqual(['Hub', 'Near']);
});

test('what is not seen takes no room', () => {
  const nodes = [node('Hub', 0, 0), node('Seen', 2000, 0)];
  expect(ids(chooseCaptions(nodes, 0.1, { x: 1000, y: -500, width: 2000, height: 1000 }))).toEqual(['Seen']);
});

test('property: no two captions lie on each other, and who is left out has one in the way that comes first', () => {
  const named = fc.record({
    x: fc.integer({ min: 0, max: 4000 }),
    y: fc.integer({ min: 0, max: 2000 }),
    caption: fc.string({ minLength: 1, maxLength: 30 }),
  });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 60 }), fc.double({ min: 0.03, max: 0.33, noNaN: true }), (given, zoom) => {
      const nodes = given.map(({ x, y, caption }, n) => node(String(n), x, y, caption));
      const chosen = chooseCaptions(nodes, zoom, EVERYWHERE);
      // At least as wide as it is high; what is drawn may be wider, which the examples above see to.
      const boxes = chosen.map((each) => captionBox(each, zoom, FAR_CAPTION.height));
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          expect(Math.abs(a.x - b.x) >= a.width || Math.abs(a.y - b.y) >= a.height).toBe(true);
        }
      }
      const isChosen = new Set(ids(chosen));
      for (const [rank, each] of nodes.entries()) {
        if (isChosen.has(each.id)) continue;
        const [own] = [captionBox(each, zoom, FAR_CAPTION.widest)];
        const inTheWay = nodes.slice(0, rank).some((other) => {
          const box = captionBox(other, zoom, FAR_CAPTION.widest);
          const isNear = Math.abs(box.x - own.x) < own.width + 4 && Math.abs(box.y - own.y) < own.height + 2;
          return isChosen.has(other.id) && isNear;
        });
        expect(inTheWay).toBe(true);
      }
    }),
  );
});
