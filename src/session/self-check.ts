/**
 * Compares this tab's confirmed graph with the server's now and then. The server's digest comes in the order of the
 * patches, so when it is heard, both are at the same version.
 */
import type { Replica } from '../replica/replica';
import type { Clock } from '../shared/clock';
import { type Digest, digestDifference } from '../shared/graph/digest';
import type { ClientMessage } from '../shared/protocol/client-messages';

/** Milliseconds: after joining, between two checks, and between two slices of work. */
const [SOON, INTERVAL, BREATH] = [2_000, 60_000, 30];

/** Elements that are hashed in one go: a few milliseconds, so that nobody feels it. */
const SLICE = 1_000;

/** The most rebuilds that one message can tell of. */
const MOST_REBUILDS = 1_000;

/**
 * What the server is asked with.
 * @param rebuilds how often this tab's database was built anew since it was last asked
 */
export function checkRequest(rebuilds = 0): Extract<ClientMessage, { type: 'check' }> {
  return { type: 'check', ...(rebuilds > 0 && { rebuilds: Math.min(rebuilds, MOST_REBUILDS) }) };
}

export interface SelfCheckPorts {
  readonly clock: Clock;
  readonly replica: Replica;
  /** Asks the server for its digest. */
  readonly ask: () => void;
}

export class SelfCheck {
  readonly #ports: SelfCheckPorts;
  #checkedVersion: number | undefined;
  #cancel = () => {};

  constructor(ports: SelfCheckPorts) {
    this.#ports = ports;
  }

  /** The tab is in step with the server. */
  start(): void {
    this.#checkedVersion = undefined;
    this.#again(SOON);
  }

  stop(): void {
    this.#cancel();
  }

  /**
   * Takes the server's digest.
   * @returns this tab's, and what they differ in, one line for each kind; `undefined` when it is not of this version
   */
  compare(version: number, theirs: Digest): { ours: Digest; difference: string[] } | undefined {
    const { replica } = this.#ports;
    if (version !== replica.serverVersion) return undefined;
    this.#checkedVersion = version;
    const ours = replica.digest.read();
    return { ours, difference: digestDifference(ours, theirs) };
  }

  #again(after: number): void {
    this.#cancel();
    this.#cancel = this.#ports.clock.after(after, () => this.#step());
  }

  /** Hashes what has changed a slice at a time, and asks when there is little left. */
  #step(): void {
    const { replica, ask } = this.#ports;
    const { digest } = replica;
    const isBehind = replica.serverVersion !== this.#checkedVersion;
    const isLong = isBehind && digest.backlog > SLICE;
    if (isLong) digest.work(SLICE);
    else if (isBehind) ask();
    this.#again(isLong ? BREATH : INTERVAL);
  }
}
