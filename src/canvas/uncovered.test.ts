import { expect, test } from 'vitest';
import { coveredBy } from './uncovered';

const area = { left: 200, right: 1000 };

test('a panel covers its side up to its inner border, the wider of two counts', () => {
  expect(coveredBy(area, [])).toEqual({ left: 0, right: 0 });
  expect(coveredBy(area, [{ left: 212, right: 532 }])).toEqual({ left: 332, right: 0 });
  expect(
    coveredBy(area, [
      { left: 212, right: 412 },
      { left: 212, right: 512 },
      { left: 788, right: 988 },
    ]),
  ).toEqual({ left: 312, right: 212 });
});

test('where hardly anything is left between panels, none counts', () => {
  expect(coveredBy(area, [{ left: 212, right: 988 }])).toEqual({ left: 0, right: 0 });
  expect(coveredBy({ left: 0, right: 360 }, [{ left: 8, right: 352 }])).toEqual({ left: 0, right: 0 });
});
