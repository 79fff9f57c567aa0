/** How much someone may send: a token bucket, which lets bursts through and holds the long run to a rate. */

export interface Rate {
  /** Tokens that come back each second. */
  readonly perSecond: number;
  /** The most tokens there can be; so many are there at first. */
  readonly burst: number;
}

export class TokenBucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds that never go back (`Clock`) */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#tokens = rate.burst;
    this.#filledAt = now();
  }

  /** Takes a token, if there is one. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Takes so many tokens whether they are there or not. @returns how many are owed then; they are the first to come back */
  spend(tokens: number): number {
    this.#fill();
    this.#tokens -= tokens;
    return Math.max(0, -this.#tokens);
  }

  /** Whether all tokens are there, as at first. */
  isFull(): boolean {
    this.#fill();
    return this.#tokens === this.#rate.burst;
  }

  #fill(): void {
    const now = this.#now();
    const back = ((now - this.#filledAt) / 1_000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + back);
    this.#filledAt = now;
  }
}
