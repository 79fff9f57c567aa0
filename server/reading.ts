/** Whether a client's messages are read just now. There can be two reasons why not; both have to be over. */
import type { WebSocket } from 'ws';
import type { Clock } from '../src/shared/clock';

export class Reading {
  readonly #socket: Pick<WebSocket, 'pause' | 'resume'>;
  #isStopped = false;
  #rests = 0;

  constructor(socket: Pick<WebSocket, 'pause' | 'resume'>) {
    this.#socket = socket;
  }

  /** Reads nothing until `goOn`. */
  stop(): void {
    this.#isStopped = true;
    this.#socket.pause();
  }

  goOn(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#resume();
  }

  /** Reads nothing for so many milliseconds. */
  rest(milliseconds: number, clock: Clock): void {
    this.#rests += 1;
    this.#socket.pause();
    clock.after(milliseconds, () => {
      this.#rests -= 1;
      this.#resume();
    });
  }

  #resume(): void {
    if (!this.#isStopped && this.#rests === 0) this.#socket.resume();
  }
}
