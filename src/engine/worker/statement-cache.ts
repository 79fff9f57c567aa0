/** Prepared statements of one connection, by text: preparing costs several times what running a small statement does. */
import type { KuzuConnection, KuzuStatement } from 'kuzu-wasm/sync';

export type Preparation =
  | { readonly ok: true; readonly prepared: KuzuStatement }
  | { readonly ok: false; readonly message: string };

/** Statements kept. The editor itself uses far fewer; what a person types passes through. */
const CAPACITY = 128;

export class StatementCache {
  /** Oldest use first. */
  readonly #statements = new Map<string, KuzuStatement>();

  /** `onDrop` is told the text of every statement that is let go. */
  constructor(
    private readonly connection: KuzuConnection,
    private readonly onDrop: (text: string) => void = () => {},
  ) {}

  /** The prepared statement for `text`, or why it cannot be prepared. It stays valid until the next `get` or `clear`. */
  get(text: string): Preparation {
    const known = this.#statements.get(text);
    if (known !== undefined) {
      this.#statements.delete(text);
      this.#statements.set(text, known);
      return { ok: true, prepared: known };
    }
    const prepared = this.connection.prepare(text);
    if (!prepared.isSuccess()) {
      const message = prepared.getErrorMessage();
      prepared.close();
      return { ok: false, message };
    }
    this.#statements.set(text, prepared);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > CAPACITY && oldest !== undefined) this.#drop(oldest);
    return { ok: true, prepared };
  }

  clear(): void {
    for (const text of [...this.#statements.keys()]) this.#drop(text);
  }

  #drop(text: string): void {
    this.#statements.get(text)?.close();
    this.#statements.delete(text);
    this.onDrop(text);
  }
}
