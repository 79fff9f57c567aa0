import { expect, test } from 'vitest';
import { AddressShares } from './address-shares';

const [EVE, ANN] = ['6.6.6.6', '1.1.1.1'];

/** A thread that has as much work as it can take, or as a test says. */
function scene(share = 0.2) {
  const world = { time: 0, utilization: 1 };
  const shares = new AddressShares({ share, now: () => world.time, utilization: () => world.utilization });
  /** Does what comes for so many milliseconds: the others' work as it comes, and Eve's where she may. @returns hers */
  const run = (milliseconds: number, others: number) => {
    const until = world.time + milliseconds;
    let eves = 0;
    while (world.time < until) {
      world.time += 1;
      if (others > 0) shares.spend(ANN, others);
      if (shares.wait(EVE) > 0) continue;
      shares.spend(EVE, 1 - others);
      eves += 1 - others;
    }
    return eves;
  };
  return { world, shares, run };
}

test('who is alone has all the time there is', () => {
  const { shares, run } = scene();
  expect(run(10_000, 0)).toBe(10_000);
  expect(shares.wait(EVE)).toBe(0);
});

test('when others are there and the thread is busy, one address gets its share, and the others go on', () => {
  const { shares, run } = scene();
  run(1_000, 0.4);
  const eves = run(10_000, 0.4);
  expect(eves).toBeGreaterThan(1_900);
  expect(eves).toBeLessThan(2_100);
  expect(shares.wait(ANN)).toBeGreaterThan(0); // As she has 40 %, she would wait, too: shares are the same for all.
});

test('while there is time for all, nobody waits, and nothing is remembered against anyone', () => {
  const { world, shares, run } = scene();
  world.utilization = 0.5;
  expect(run(5_000, 0.4)).toBeCloseTo(3_000);
  world.utilization = 1;
  run(600, 0.4);
  world.utilization = 0.1;
  run(3_000, 0.1);
  expect(shares.wait(EVE)).toBe(0);
  expect(shares.size).toBeLessThanOrEqual(2);
});

test('the wait is as long as what is owed takes to be one’s share, and then it is over', () => {
  const { world, shares } = scene();
  shares.spend(ANN, 100);
  shares.spend(EVE, 100);
  world.time = 250;
  shares.spend(ANN, 10);
  shares.spend(EVE, 550);
  // 250 at once and 0.2 × 250 were hers, but for what she had before.
  const wait = shares.wait(EVE);
  expect(wait).toBeGreaterThan(1_000);
  expect(wait).toBeLessThan(2_000);
  expect(shares.wait(ANN)).toBe(0);
  world.time += 100;
  expect(shares.wait(EVE)).toBe(wait - 100);
});
