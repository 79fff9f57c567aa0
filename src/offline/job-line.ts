/** Jobs that run one after the other, in the order they were added; the first one not before this turn is over. */
export class JobLine {
  #last: Promise<void> = Promise.resolve();

  /** @param job must not reject: nobody would hear of it */
  add(job: () => Promise<void>): void {
    this.#last = this.#last.then(job);
  }

  /** Resolves when no job is left. */
  async idle(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }
}
