import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenBucket } from './rate-limit';

/** A bucket, and a clock for it. */
function bucket(perSecond: number, burst: number) {
  let now = 0;
  const tokens = new TokenBucket({ perSecond, burst }, () => now);
  const takeAll = () => {
    let taken = 0;
    while (tokens.take()) taken += 1;
    return taken;
  };
  return { tokens, takeAll, pass: (milliseconds: number) => (now += milliseconds) };
}

test('lets a burst through, then what comes back with time, and never saves up more than a burst', () => {
  const { takeAll, pass } = bucket(10, 5);
  expect(takeAll()).toBe(5);
  pass(99);
  expect(takeAll()).toBe(0);
  pass(1);
  expect(takeAll()).toBe(1);
  pass(250);
  expect(takeAll()).toBe(2);
  pass(1_000_000);
  expect(takeAll()).toBe(5);
});

test('between any two moments no more is let through than a burst and the rate allow', () => {
  const rate = fc.record({ perSecond: fc.integer({ min: 1, max: 500 }), burst: fc.integer({ min: 1, max: 20 }) });
  const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 300 }), tries: fc.nat({ max: 30 }) }));
  fc.assert(
    fc.property(rate, steps, ({ perSecond, burst }, visits) => {
      const { tokens, pass } = bucket(perSecond, burst);
      let now = 0;
      const granted: number[] = [];
      for (const { wait, tries } of visits) {
        pass(wait);
        now += wait;
        for (let n = 0; n < tries; n += 1) if (tokens.take()) granted.push(now);
      }
      for (const [first, from] of granted.entries()) {
        for (const [index, to] of granted.entries()) {
          const count = index - first + 1;
          if (count > 0) expect(count).toBeLessThanOrEqual(burst + ((to - from) / 1_000) * perSecond + 1e-6);
        }
      }
    }),
  );
});
