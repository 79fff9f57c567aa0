/**
 * Finds out within seconds that a connection is dead though nobody closed it: when nothing was heard for a while it
 * asks, and when nothing is heard after that either, the connection is given up. Timers of a hidden tab may come a
 * minute late, so silence alone never counts: only silence after a question.
 */
import type { Clock } from '../shared/clock';

/** Milliseconds of silence after which the server is asked whether it is there, and that it may take to answer. */
const PATIENCE = 4_000;

export interface HeartbeatPorts {
  readonly clock: Clock;
  /** Asks the server for a sign of life. */
  readonly ask: () => void;
  readonly onDead: () => void;
}

export class Heartbeat {
  readonly #ports: HeartbeatPorts;
  #cancel = () => {};
  #isAsking = false;

  constructor(ports: HeartbeatPorts) {
    this.#ports = ports;
  }

  /** The connection is open, or something was heard on it. */
  heard(): void {
    this.#isAsking = false;
    this.#wait(() => this.probe());
  }

  /** Asks now: something happened after which the connection may be gone. A question that is open gets no more time. */
  probe(): void {
    this.#ports.ask();
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#wait(() => this.#ports.onDead());
  }

  /** There is no connection to watch any more. */
  stop(): void {
    this.#isAsking = false;
    this.#cancel();
  }

  #wait(then: () => void): void {
    this.#cancel();
    this.#cancel = this.#ports.clock.after(PATIENCE, then);
  }
}
