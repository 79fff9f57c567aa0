/**
 * How fast a connection is read. Counting messages is not enough: one may be tiny or have megabytes, which cost the server a
 * second. Nothing is refused for it; who sends more waits.
 */
import { type Rate, TokenBucket } from '../rate-limit';

export class ByteThrottle {
  readonly #bytes: TokenBucket;
  readonly #perSecond: number;

  /**
   * @param rate in bytes
   * @param now milliseconds that never go back (`Clock`)
   */
  constructor(rate: Rate, now: () => number) {
    this.#bytes = new TokenBucket(rate, now);
    this.#perSecond = rate.perSecond;
  }

  /** Counts a message that was read. @returns for how many milliseconds no other is to be read; mostly 0 */
  spend(bytes: number): number {
    return Math.ceil((this.#bytes.spend(bytes) / this.#perSecond) * 1_000);
  }
}
