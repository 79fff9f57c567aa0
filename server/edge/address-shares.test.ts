import { describe, expect, test } from 'vitest';
import { AddressShares } from './address-shares';

const EVE = '6.6.6.6';

/** A thread that has as much work as it can take, or as a test says. */
function scene() {
  const world = { time: 0, utilization: 1, speed: 1 };
  const shares = new AddressShares({ share: 0.2, now: () => world.time, utilization: () => world.utilization });
  /**
   * Does what comes for so many milliseconds: the work of others, each of whom wants a part of the time and may be kept
   * waiting, too; and Eve's, as much as there is time for.
   * @returns how long it worked for Eve, and for all the others
   */
  const run = (milliseconds: number, others: readonly number[]) => {
    const until = world.time + milliseconds;
    const did = { eve: 0, others: 0 };
    while (world.time < until) {
      world.time += 1 / world.speed;
      let left = 1;
      for (const [index, wish] of others.entries()) {
        const address = `1.1.1.${index}`;
        if (shares.wait(address) > 0) continue;
        shares.spend(address, wish / world.speed);
        did.others += wish;
        left -= wish;
      }
      if (shares.wait(EVE) > 0) continue;
      shares.spend(EVE, left / world.speed);
      did.eve += left;
    }
    return did;
  };
  return { world, shares, run };
}

/** So many people who want a part of the time between them. */
const people = (count: number, all: number) => Array.from({ length: count }, () => all / count);

test('who is alone has all the time there is', () => {
  const { run } = scene();
  expect(run(10_000, []).eve).toBe(10_000);
});

describe('when the thread is busy and others are there', () => {
  test.each([0.2, 0.4, 0.6, 0.8])(
    'who wants all the time gets a share, and the others all they want: %d of it',
    (all) => {
      const { run } = scene();
      run(1_000, people(10, all));
      const { eve, others } = run(10_000, people(10, all));
      expect(others).toBeCloseTo(10_000 * all, 0);
      expect(eve).toBeGreaterThan(1_900);
      expect(eve).toBeLessThan(2_600);
    },
  );

  test('two have a half each, if both want all', () => {
    const { run } = scene();
    run(1_000, [0.5]);
    const { eve, others } = run(10_000, [0.5]);
    expect(others).toBeGreaterThan(4_500);
    expect(eve).toBeGreaterThan(4_500);
  });

  test('it is the same where other programs have most of the processor', () => {
    const { world, run } = scene();
    world.speed = 0.2;
    run(5_000, people(10, 0.8));
    const { eve, others } = run(50_000, people(10, 0.8));
    expect(others).toBeCloseTo(8_000, 0);
    expect(eve).toBeLessThan(2_100);
  });
});

test('while there is time for all nobody waits, and nothing is remembered against anyone', () => {
  const { world, shares, run } = scene();
  world.utilization = 0.5;
  expect(run(5_000, people(5, 0.4)).eve).toBeCloseTo(3_000, 0);
  world.utilization = 1;
  run(1_000, people(5, 0.4));
  world.utilization = 0.1;
  run(3_000, people(5, 0.1));
  expect(shares.wait(EVE)).toBe(0);
  expect(shares.size).toBeLessThanOrEqual(6);
});
