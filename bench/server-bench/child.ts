/** A helper process of the benchmark: started, asked one thing at a time, and ended with it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export class Child {
  readonly #process: ChildProcess;
  /** Aborted when the process ends. */
  readonly #ended = new AbortController();

  /**
   * @param file as a path from this one's directory; it gets `args` as its command line and talks by messages
   * @param flags of Node itself
   */
  constructor(file: string, args: readonly string[] = [], flags: readonly string[] = []) {
    const execArgv = ['--import', 'tsx', ...flags];
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv });
    this.#process.once('exit', () => this.#ended.abort());
  }

  /** Sends a message, if there is one, and returns the next message that comes back. */
  async ask<T>(answer: z.ZodType<T>, message?: Readonly<Record<string, unknown>>): Promise<T> {
    const reply = once(this.#process, 'message', { signal: this.#ended.signal });
    if (message !== undefined) this.#process.send(message);
    const [received] = await reply;
    return answer.parse(received);
  }

  async end(): Promise<void> {
    if (this.#ended.signal.aborted) return;
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }
}

/** In the helper process: answers every message, and ends when the parent lets go. */
export function serveParent(answer: (message: unknown) => Promise<unknown>, atEnd: () => Promise<void>): void {
  process.on('message', (message) => void answer(message).then((reply) => process.send?.(reply)));
  process.once('disconnect', () => void atEnd().then(() => process.exit(0)));
}
