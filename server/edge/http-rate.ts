/** How often each address may ask. */
import { type Rate, TokenBucket } from '../rate-limit';

/** Addresses that are remembered. With more, those not heard of for longest are forgotten, and may begin anew. */
const MOST_ADDRESSES = 50_000;

/** With the answer 429: the headers that say when to try again. */
export const RETRY_AFTER: Readonly<Record<string, string>> = { 'retry-after': '2' };

export class AddressRates {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #most: number;
  /** Who was heard of last is last. */
  readonly #buckets = new Map<string, TokenBucket>();
  #forgotAt: number;

  /**
   * @param now milliseconds that never go back (`Clock`)
   * @param most addresses to remember
   */
  constructor(rate: Rate, now: () => number, most = MOST_ADDRESSES) {
    this.#rate = rate;
    this.#now = now;
    this.#most = most;
    this.#forgotAt = now();
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Counts a request. @param group an `addressGroup` @returns whether it may be answered */
  take(group: string): boolean {
    this.#forgetFull();
    const bucket = this.#buckets.get(group) ?? new TokenBucket(this.#rate, this.#now);
    this.#buckets.delete(group);
    this.#buckets.set(group, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > this.#most && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket.take();
  }

  /** Forgets whose buckets are full again, which is as if they had never come. Now and then, as it looks at all of them. */
  #forgetFull(): void {
    const now = this.#now();
    if (now - this.#forgotAt < (this.#rate.burst / this.#rate.perSecond) * 1_000) return;
    this.#forgotAt = now;
    for (const [group, bucket] of this.#buckets) if (bucket.isFull()) this.#buckets.delete(group);
  }
}
