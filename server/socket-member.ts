/** A client's WebSocket as the room sees it: what is sent to it, how much of that waits, and how much it may send. */
import { WebSocket } from 'ws';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { errorText } from './frames';
import type { Metrics } from './metrics/metrics';
import { type Rate, TokenBucket } from './rate-limit';
import type { Member } from './room-ports';

export interface MemberPorts {
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly metrics: Pick<Metrics, 'messageDropped' | 'rateLimited'>;
  readonly patchRate: Rate;
  /** The server has worked so many milliseconds for what the client did. */
  readonly worked: (milliseconds: number) => void;
  /** For everything else a client sends. */
  readonly messageRate: Rate;
  /** Of a backlog, next to nothing is left when it is at most so many bytes. */
  readonly drainedBacklog: number;
  /** With more bytes waiting than this, what the client can do without is not sent. */
  readonly maxBacklog: number;
}

type OpenSocket = Pick<WebSocket, 'readyState' | 'bufferedAmount' | 'send' | 'close'>;

/** Being told that messages are dropped is no reason for more messages than this. */
const WARNINGS: Rate = { perSecond: 1, burst: 1 };
const RATE_LIMITED_TEXT = 'This page sends more than the server takes. Some of it is left out.';

export class SocketMember implements Member {
  readonly #socket: OpenSocket;
  readonly #ports: MemberPorts;
  readonly #patches: TokenBucket;
  readonly #messages: TokenBucket;
  readonly #warnings: TokenBucket;
  #waiting: (() => void)[] = [];

  constructor(socket: OpenSocket, ports: MemberPorts) {
    this.#socket = socket;
    this.#ports = ports;
    this.#patches = new TokenBucket(ports.patchRate, ports.now);
    this.#messages = new TokenBucket(ports.messageRate, ports.now);
    this.#warnings = new TokenBucket(WARNINGS, ports.now);
  }

  get backlog(): number {
    return this.#socket.bufferedAmount;
  }

  whenDrained(callback: () => void): void {
    this.#waiting.push(callback);
  }

  send(frame: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame, this.#onSent);
  }

  /** Called when a frame was handed to the system, or never will be. One function for all frames. */
  readonly #onSent = () => {
    if (this.#waiting.length === 0 || this.backlog > this.#ports.drainedBacklog) return;
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const callbacks = this.#waiting;
    this.#waiting = [];
    for (const callback of callbacks) callback();
  };

  /** Sends what the client can do without: not at all when too much waits already. */
  say(frame: string): void {
    if (this.backlog <= this.#ports.maxBacklog) this.send(frame);
  }

  complain(code: ErrorCode, reason: string): void {
    if (this.admits()) this.say(errorText(code, reason));
  }

  /** Counts a message that is no patch; `false` when it must be dropped, because the client has sent too many of late. */
  admits(): boolean {
    if (this.#messages.take()) return true;
    this.#ports.metrics.messageDropped();
    if (this.#warnings.take()) this.say(errorText('RATE_LIMITED', RATE_LIMITED_TEXT));
    return false;
  }

  worked(milliseconds: number): void {
    this.#ports.worked(milliseconds);
  }

  mayOrder(): boolean {
    if (this.#patches.take()) return true;
    this.#ports.metrics.rateLimited('patches');
    return false;
  }

  /** Does nothing when the connection is closing already. */
  close(code: number, reason: string): void {
    // A close reason has 123 bytes at most; ours are in English, so characters are bytes enough.
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close(code, reason.slice(0, 100));
  }
}
