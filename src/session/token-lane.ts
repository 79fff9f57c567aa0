/**
 * The identity provider's tokens over the life of a session: one to greet with, a newer one before it ends, another when the
 * server does not take it. Where there is none, it is waited for, and asked for ever less often.
 */
import type { Clock } from '../shared/clock';
import type { SignIn, TokenAnswer, TokenSource } from './credentials';

/** How much of a token's time may pass before a newer one is asked for, and how much must at least be left, in milliseconds. */
const [SHARE, LEFT] = [0.8, 5_000];
/** The shortest and longest time until then: a token that ends at once must not keep everyone busy. In milliseconds. */
const [SOONEST, LATEST] = [1_000, 12 * 60 * 60_000];
/** How long a connection is kept waiting for a token, in milliseconds: servers do not wait long for the first word. */
const PATIENCE = 3_000;
/** Milliseconds until it is asked again after there was none: at first, and at most. */
const [FIRST_WAIT, LONGEST_WAIT] = [2_000, 60_000];

export interface TokenPorts {
  readonly clock: Clock;
  /** `undefined` where the server asks for no tokens. */
  readonly tokens: TokenSource | undefined;
  /** There is a newer token for the connection that is there. */
  readonly onNewer: (token: string) => void;
  /** There is none to go on with: the connection is of no use until `onReady`. */
  readonly onMissing: () => void;
  /** There may be one now: connect again. */
  readonly onReady: () => void;
}

export class TokenLane {
  readonly #ports: TokenPorts;
  #signIn: SignIn | undefined;
  /** Whether no connection is wanted until there is a token. */
  #isWaiting = false;
  /** How often there was none, or none that was taken, since the server last let us in. */
  #failures = 0;
  /** Counts questions: only the answer to the latest counts. */
  #question = 0;
  #cancelTimer = () => {};

  constructor(ports: TokenPorts) {
    this.#ports = ports;
  }

  /** Why a token is waited for that the person has to see to; undefined while none is. */
  get signIn(): SignIn | undefined {
    return this.#signIn;
  }

  /** A connection is open. @param greet is called with the token to greet with, unless there is none or the connection is lost */
  opened(greet: (token: string | undefined) => void): void {
    if (this.#ports.tokens === undefined) {
      greet(undefined);
      return;
    }
    this.#ask(false, (answer) => {
      this.#cancelTimer();
      this.#proceed(answer, greet);
    });
    this.#cancelTimer = this.#ports.clock.after(PATIENCE, () => this.#hangUp());
  }

  /** The server let us in. @param expiresIn milliseconds until the token ends; undefined where it does not */
  accepted(expiresIn: number | undefined): void {
    this.#failures = 0;
    this.#signIn = undefined;
    this.#renewIn(expiresIn);
  }

  /** The server does not take the token. */
  refused(reason: string): void {
    this.#failures += 1;
    // At first a newer one may do; after that there is no hurry.
    if (this.#failures > 1) this.#waitFor({ reason });
    else this.#hangUp();
  }

  /** The connection is gone, and with it what was to happen on it. */
  lost(): void {
    this.#stop();
  }

  /** The person may have signed in meanwhile: asks now, if a token is waited for. @returns whether one is */
  hint(): boolean {
    if (this.#isWaiting) this.#look();
    return this.#isWaiting;
  }

  /** The connection is of no use without the token that is asked for. */
  #hangUp(): void {
    this.#isWaiting = true;
    this.#ports.onMissing();
    this.#look();
  }

  #stop(): void {
    this.#question += 1;
    this.#cancelTimer();
  }

  #ask(newer: boolean, then: (answer: TokenAnswer) => void): void {
    this.#stop();
    const question = this.#question;
    void this.#ports.tokens?.(newer).then((answer) => {
      if (question === this.#question) then(answer);
    });
  }

  #proceed(answer: TokenAnswer, go: (token: string | undefined) => void): void {
    if (answer.status === 'signed out') {
      this.#failures += 1;
      this.#waitFor({ reason: answer.reason, url: answer.url });
    } else go(answer.status === 'token' ? answer.token : undefined);
  }

  #waitFor(signIn: SignIn): void {
    this.#signIn = signIn;
    this.#isWaiting = true;
    this.#ports.onMissing();
    this.#lookLater();
  }

  #lookLater(): void {
    const { clock } = this.#ports;
    const longest = Math.min(FIRST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT);
    this.#stop();
    // The random half keeps many tabs from coming back together.
    this.#cancelTimer = clock.after(longest * (0.5 + clock.random() / 2), () => this.#look());
  }

  #look(): void {
    const ready = () => {
      this.#isWaiting = false;
      this.#signIn = undefined;
      this.#ports.onReady();
    };
    if (this.#ports.tokens === undefined) ready();
    else this.#ask(true, (answer) => this.#proceed(answer, ready));
  }

  #renewIn(expiresIn: number | undefined): void {
    this.#stop();
    if (expiresIn === undefined) return;
    const wait = Math.min(Math.max(SOONEST, Math.min(expiresIn * SHARE, expiresIn - LEFT)), LATEST);
    this.#cancelTimer = this.#ports.clock.after(wait, () => this.#renew(expiresIn - wait));
  }

  /** @param left milliseconds until the token ends */
  #renew(left: number): void {
    this.#ask(true, (answer) => {
      if (answer.status === 'token') this.#ports.onNewer(answer.token);
      // Still none: once more while there is time. In the end the server says so.
      else if (left > SOONEST) this.#renewIn(left);
    });
  }
}
