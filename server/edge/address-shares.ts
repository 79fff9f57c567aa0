/**
 * What each address may have of the server's time. One thread serves everyone, and counting what someone sends says little
 * of what it costs. While there is time for all nobody is held to anything; when the thread is busy and others wait, whoever
 * had more than their share, both of the time that has passed and of the work that was done, is read later. (Where other
 * programs keep the processor from us, time passes in which nothing is done for anyone.)
 */
import { type Rate, TokenBucket } from '../rate-limit';

export interface AddressSharesPorts {
  /** The part of the time that an address gets for long, more than 0 and at most 1. */
  readonly share: number;
  /** Milliseconds that never go back (`Clock`). */
  readonly now: () => number;
  /** The part of the time, from 0 to 1, in which the thread had work since this was last called. */
  readonly utilization: () => number;
}

/** Times are in milliseconds. */
const WINDOW = 250;
/** From this part of a window on the thread counts as busy, and for so long after it. */
const BUSY = 0.7;
const BUSY_FOR = 2_000;
/** What an address may have at once beyond its share. */
const BURST = 250;
/** With less than this in a window, an address does not count among those that share the time. */
const NOTICEABLE = 2;
/** Who waits for the others to have their part asks again after this. */
const MOMENT = 50;

export class AddressShares {
  readonly #ports: AddressSharesPorts;
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();
  #began: number;
  #busyUntil = Number.NEGATIVE_INFINITY;
  /** Time by address, and of all, in this window and in the one before. */
  #current = new Usage();
  #previous = new Usage();

  constructor(ports: AddressSharesPorts) {
    this.#ports = ports;
    this.#rate = { perSecond: ports.share * 1_000, burst: BURST };
    this.#began = ports.now();
  }

  /** The server has worked so long for an address. @param group an `addressGroup` */
  spend(group: string, milliseconds: number): void {
    this.#turn();
    this.#current.add(group, milliseconds);
    this.#bucketOf(group).spend(milliseconds);
  }

  /** For how many milliseconds nothing is to be done for an address; mostly 0. To be asked again then. */
  wait(group: string): number {
    const now = this.#turn();
    if (now >= this.#busyUntil) return 0;
    const owed = this.#buckets.get(group)?.spend(0) ?? 0;
    if (owed === 0 || !this.#hasMoreThanItsPart(group)) return 0;
    return Math.min(MOMENT, Math.ceil(owed / this.#ports.share));
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Of the work that was done of late. Where there are few, an equal part is more than the share. */
  #hasMoreThanItsPart(group: string): boolean {
    const own = this.#current.of(group) + this.#previous.of(group);
    const others = this.#current.total + this.#previous.total - own;
    if (others < NOTICEABLE) return false;
    const addresses = Math.max(2, this.#previous.count(NOTICEABLE));
    return own > Math.max(this.#ports.share, 1 / addresses) * (own + others);
  }

  #bucketOf(group: string): TokenBucket {
    const found = this.#buckets.get(group);
    if (found !== undefined) return found;
    const bucket = new TokenBucket(this.#rate, this.#ports.now);
    this.#buckets.set(group, bucket);
    return bucket;
  }

  /** Begins another window when this one is over. @returns the time */
  #turn(): number {
    const now = this.#ports.now();
    const passed = now - this.#began;
    if (passed < WINDOW) return now;
    if (this.#ports.utilization() >= BUSY) this.#busyUntil = now + BUSY_FOR;
    this.#previous = passed < 2 * WINDOW ? this.#current : new Usage();
    this.#current = new Usage();
    this.#began = now;
    // While there is time for all, nobody comes to owe anything.
    const isOver = now >= this.#busyUntil;
    for (const [group, bucket] of this.#buckets) if (isOver || bucket.isFull()) this.#buckets.delete(group);
    return now;
  }
}

class Usage {
  total = 0;
  readonly #byGroup = new Map<string, number>();

  of(group: string): number {
    return this.#byGroup.get(group) ?? 0;
  }

  /** How many addresses had so much at least. */
  count(least: number): number {
    let count = 0;
    for (const milliseconds of this.#byGroup.values()) if (milliseconds >= least) count += 1;
    return count;
  }

  add(group: string, milliseconds: number): void {
    this.total += milliseconds;
    this.#byGroup.set(group, this.of(group) + milliseconds);
  }
}
