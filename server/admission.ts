/**
 * What one connection may do in its room: asked when it says hello, and asked again when the room's access has changed, a
 * newer token comes, or the token ends. Of questions that overlap, the latest counts.
 */
import type { Clock } from '../src/shared/clock';
import type { Access, AccessRequest, Authorizer, Decision } from './access/access';

export interface AdmissionPorts {
  readonly authorizer: Pick<Authorizer, 'room'>;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** It is being asked again, which may take a while; `onDecision` or `onTrouble` follows. */
  readonly onAsking: () => void;
  /** The answer to anything but the first question. */
  readonly onDecision: (decision: Decision) => void;
  /** It could not be found out. */
  readonly onTrouble: (error: unknown) => void;
}

/** However long a token lasts, it is asked again after so long, in milliseconds: someone else may decide by now. */
const LONGEST = 15 * 60_000;
/** A token that has just ended may count a little longer, as clocks differ. In milliseconds. */
const SHORTEST = 1_000;

export class Admission {
  readonly #ports: AdmissionPorts;
  #request: AccessRequest;
  #questions = 0;
  #isEntering = false;
  #isOver = false;
  #cancelTimer: () => void = () => {};

  constructor(request: AccessRequest, ports: AdmissionPorts) {
    this.#request = request;
    this.#ports = ports;
  }

  /** Asks for the first time. Rejects when it cannot be found out. */
  async enter(): Promise<Decision> {
    this.#isEntering = true;
    try {
      for (;;) {
        const decision = await this.#ask();
        if (decision !== undefined) return decision;
        if (this.#isOver) return { status: 'refused' };
      }
    } finally {
      this.#isEntering = false;
    }
  }

  /** A newer token was sent. */
  present(token: string): void {
    this.#request = { ...this.#request, token };
    this.recheck();
  }

  recheck(): void {
    this.#questions += 1;
    if (this.#isEntering || this.#isOver) return;
    this.#ports.onAsking();
    this.#ask().then((decision) => {
      if (decision !== undefined) this.#ports.onDecision(decision);
    }, this.#ports.onTrouble);
  }

  /** Asks nothing any more, and answers nothing. */
  end(): void {
    this.#isOver = true;
    this.#questions += 1;
    this.#cancelTimer();
  }

  /** @returns nothing when another question was asked meanwhile, or nobody wants to know any more */
  async #ask(): Promise<Decision | undefined> {
    this.#questions += 1;
    const question = this.#questions;
    this.#cancelTimer();
    const decision = await this.#ports.authorizer.room(this.#request);
    if (question !== this.#questions) return undefined;
    if (decision.status === 'granted') this.#askAgainInTime(decision.access);
    return decision;
  }

  #askAgainInTime({ expiresAt }: Access): void {
    const { clock, now } = this.#ports;
    const wait = expiresAt === undefined ? LONGEST : Math.min(LONGEST, Math.max(SHORTEST, expiresAt - now()));
    this.#cancelTimer = clock.after(wait, () => this.recheck());
  }
}
