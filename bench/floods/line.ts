/** The attacker's line: carries so much and no more, however fast this machine talks to itself. */
const TICK = 5;

export class Line {
  readonly #bytesPerTick: number;
  #left = 0;
  #waiting: { readonly bytes: number; readonly goOn: () => void }[] = [];
  /** Bytes that were carried. */
  carried = 0;

  /** @param megabits a second */
  constructor(megabits: number) {
    this.#bytesPerTick = (megabits * 1e6 * TICK) / 8 / 1_000;
    setInterval(() => {
      this.#left = Math.min(this.#left, 0) + this.#bytesPerTick;
      while (this.#left > 0) {
        const next = this.#waiting.shift();
        if (next === undefined) return;
        this.#left -= next.bytes;
        next.goOn();
      }
    }, TICK);
  }

  /** Resolves when so many bytes may be sent. A connection or a message costs more than its own bytes: headers, acknowledgements. */
  async take(bytes: number): Promise<void> {
    if (this.#left > 0 && this.#waiting.length === 0) this.#left -= bytes;
    else await new Promise<void>((resolve) => this.#waiting.push({ bytes, goOn: resolve }));
    this.carried += bytes;
  }

  /** Lets everyone go on who waits: what they wanted to send is not sent any more. */
  clear(): void {
    this.#left = 0;
    for (const { goOn } of this.#waiting.splice(0)) goOn();
  }
}
