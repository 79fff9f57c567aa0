/** Places, rates and bytes: what one client may take of the server. */
import { type Duplex, PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteThrottle } from './byte-throttle';
import { PlaceCounter } from './counters';
import { limitFirstBytes } from './first-bytes';
import { AddressRates } from './http-rate';

describe('places', () => {
  it('are so many for each key, and can be taken again once they are given back', () => {
    const places = new PlaceCounter(2);
    const [first, second] = [places.take('a'), places.take('a')];
    expect(places.take('a')).toBeUndefined();
    expect(places.take('b')).toBeDefined();
    first?.();
    first?.();
    expect(places.taken('a')).toBe(1);
    expect(places.take('a')).toBeDefined();
    expect(places.take('a')).toBeUndefined();
    second?.();
    expect(places.taken('a')).toBe(1);
  });

  it('are never more than there are, and nothing is remembered of who is gone', () => {
    const steps = fc.array(fc.record({ key: fc.constantFrom('a', '__proto__', 'constructor'), leaves: fc.boolean() }));
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 3 }), (visits, most) => {
        const places = new PlaceCounter(most);
        const held: { key: string; giveBack: () => void }[] = [];
        for (const { key, leaves } of visits) {
          const taken = held.filter((place) => place.key === key).length;
          expect(places.taken(key)).toBe(taken);
          if (leaves) held.splice(held.findIndex((place) => place.key === key) >>> 0, 1)[0]?.giveBack();
          else {
            const giveBack = places.take(key);
            expect(giveBack !== undefined).toBe(taken < most);
            if (giveBack !== undefined) held.push({ key, giveBack });
          }
        }
        for (const { giveBack } of held) giveBack();
        expect(places.size).toBe(0);
      }),
    );
  });
});

describe('requests of an address', () => {
  function rates(most?: number) {
    let now = 0;
    const counted = new AddressRates({ perSecond: 1, burst: 3 }, () => now, most);
    const takeAll = (group: string) => {
      let taken = 0;
      while (counted.take(group)) taken += 1;
      return taken;
    };
    return { counted, takeAll, pass: (milliseconds: number) => (now += milliseconds) };
  }

  it('are held to a rate, each address to its own', () => {
    const { takeAll, pass } = rates();
    expect(takeAll('a')).toBe(3);
    expect(takeAll('b')).toBe(3);
    pass(2_000);
    expect(takeAll('a')).toBe(2);
  });

  it('are forgotten when the address could have begun anew', () => {
    const { counted, takeAll, pass } = rates();
    for (let n = 0; n < 100; n += 1) takeAll(`address ${n}`);
    expect(counted.size).toBe(100);
    pass(2_999);
    counted.take('a');
    expect(counted.size).toBe(101);
    pass(1);
    counted.take('b');
    expect(counted.size).toBe(2);
  });

  it('take no more memory than is set, and who asks goes on being counted while others come', () => {
    const { counted, takeAll } = rates(10);
    expect(takeAll('eager')).toBe(3);
    for (let n = 0; n < 1_000; n += 1) {
      counted.take(`address ${n}`);
      expect(counted.take('eager')).toBe(false);
      expect(counted.size).toBeLessThanOrEqual(10);
    }
  });
});

describe('bytes of a connection', () => {
  it('are read at once up to a burst, and then so slowly that the rate holds', () => {
    let now = 0;
    const throttle = new ByteThrottle({ perSecond: 1_000, burst: 5_000 }, () => now);
    expect(throttle.spend(5_000)).toBe(0);
    expect(throttle.spend(2_500)).toBe(2_500);
    now += 2_500;
    expect(throttle.spend(100)).toBe(100);
    now += 100_000;
    expect(throttle.spend(5_000)).toBe(0);
  });

  it('of a client that never waits by itself are in the long run no more than the rate', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(sizes, (messages) => {
        let now = 0;
        const throttle = new ByteThrottle({ perSecond: 1_000, burst: 3_000 }, () => now);
        let read = 0;
        for (const size of messages) {
          now += throttle.spend(size);
          read += size;
          expect(read).toBeLessThanOrEqual(3_000 + now + 1e-6);
        }
      }),
    );
  });

  it('are few before it is known who they are from', async () => {
    const socket = new PassThrough();
    let exceeded = 0;
    const stop = limitFirstBytes(socket, 10, () => exceeded++);
    await written(socket, 'x'.repeat(10));
    expect(exceeded).toBe(0);
    await written(socket, 'x');
    await written(socket, 'x');
    expect(exceeded).toBe(1);
    stop();
  });

  it('are not counted once it is', async () => {
    const socket = new PassThrough();
    let exceeded = 0;
    const stop = limitFirstBytes(socket, 10, () => exceeded++);
    await written(socket, 'x'.repeat(10));
    stop();
    await written(socket.resume(), 'x'.repeat(100));
    expect(exceeded).toBe(0);
  });
});

/** Resolves when it has been read. */
function written(socket: Duplex, text: string): Promise<void> {
  return new Promise((resolve) => {
    socket.once('data', () => resolve());
    socket.write(text);
  });
}
