/** Jobs that run one after the other, in the order they were added; the first one not before this turn is over. */
export class JobLine {
  #last: Promise<void> = Promise.resolve();

  /** @param job must not reject: nobody would hear of it */
  add(job: () => Promise<void>): void {
    this.#last = this.#last.then(job);
  }

  /** Resolves when all jobs that were added so far are done. */
  idle(): Promise<void> {
    return this.#last;
  }
}
