/**
 * What a client has sent and was not dealt with yet. Mostly that is nothing: a message is dealt with as it comes. But while
 * it is being found out what the client may do, and while it has had its share of the server, messages wait in their order,
 * and nothing more is read.
 */
import type { WebSocket } from 'ws';
import type { Clock } from '../src/shared/clock';

export interface InboxPorts {
  readonly clock: Clock;
  /** Deals with a message. Never throws. */
  readonly handle: (text: string) => void;
  /** For how many milliseconds the next message has to wait; asked before each, and again after that time. */
  readonly wait: () => number;
}

/** Messages that may wait, from which on nothing more is read. The system hands over what it has read by then. */
const ENOUGH = 32;

export class Inbox {
  readonly #socket: Pick<WebSocket, 'pause' | 'resume' | 'isPaused'>;
  readonly #ports: InboxPorts;
  #texts: string[] = [];
  #isHeld = false;
  #isHandling = false;
  #restsUntil = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | undefined;

  constructor(socket: Pick<WebSocket, 'pause' | 'resume' | 'isPaused'>, ports: InboxPorts) {
    this.#socket = socket;
    this.#ports = ports;
  }

  /** Messages that wait. */
  get length(): number {
    return this.#texts.length;
  }

  take(text: string): void {
    this.#texts.push(text);
    this.#goOn();
  }

  /** Deals with no message until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#goOn();
  }

  /** Deals with no message for so many milliseconds. */
  rest(milliseconds: number): void {
    const { clock } = this.#ports;
    this.#restsUntil = Math.max(this.#restsUntil, clock.now() + milliseconds);
    this.#cancelTimer ??= clock.after(milliseconds, () => {
      this.#cancelTimer = undefined;
      const left = this.#restsUntil - clock.now();
      if (left > 0) this.rest(left);
      else this.#goOn();
    });
  }

  /** Forgets what waits. */
  end(): void {
    this.#texts = [];
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #goOn(): void {
    // A message can lead to the inbox being held, and released again.
    if (this.#isHandling) return;
    this.#isHandling = true;
    while (!this.#isHeld && this.#cancelTimer === undefined && this.#texts.length > 0) {
      const wait = this.#ports.wait();
      if (wait > 0) {
        this.rest(wait);
        break;
      }
      this.#ports.handle(this.#texts.shift() ?? '');
    }
    this.#isHandling = false;
    const isBehind = this.#cancelTimer !== undefined || this.#texts.length >= ENOUGH;
    if (isBehind && !this.#socket.isPaused) this.#socket.pause();
    if (!isBehind && this.#socket.isPaused) this.#socket.resume();
  }
}
