/** A stand-in for one tab's view of the browser's databases: it can die in the middle of anything, and be full. */

export class FrailFactory implements IDBFactory {
  readonly #real: IDBFactory;
  readonly #connections = new Set<IDBDatabase>();
  readonly #unfinished = new Set<IDBTransaction>();
  #dead = false;
  /** How durable each transaction was to be that could write, in their order. */
  readonly durabilities: IDBTransactionDurability[] = [];
  /** Whether writing fails for want of room, which browsers find out when a transaction is about to commit. */
  full = false;

  constructor(real: IDBFactory) {
    this.#real = real;
  }

  open(name: string, version?: number): IDBOpenDBRequest {
    const request = this.#real.open(name, version);
    request.addEventListener('success', () => this.#watch(request.result));
    return request;
  }

  /** The tab is gone: what it has not committed never was, and it can do nothing more. */
  die(): void {
    this.#dead = true;
    for (const transaction of this.#unfinished) transaction.abort();
    this.#unfinished.clear();
    for (const connection of this.#connections) connection.close();
  }

  /** The browser closes all connections, as when a person clears what pages have stored. */
  cutOff(): void {
    for (const connection of this.#connections) {
      connection.close();
      connection.onclose?.call(connection, new Event('close'));
    }
    this.#connections.clear();
  }

  cmp(first: unknown, second: unknown): number {
    return this.#real.cmp(first, second);
  }

  databases(): Promise<IDBDatabaseInfo[]> {
    return this.#real.databases();
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return this.#real.deleteDatabase(name);
  }

  #watch(connection: IDBDatabase): void {
    this.#connections.add(connection);
    const begin = connection.transaction.bind(connection);
    connection.transaction = (
      stores: string | Iterable<string>,
      mode?: IDBTransactionMode,
      options?: IDBTransactionOptions,
    ) => {
      if (this.#dead) throw new DOMException('The tab is gone.', 'InvalidStateError');
      const transaction = begin(typeof stores === 'string' ? stores : [...stores], mode, options);
      this.#unfinished.add(transaction);
      // Saying that all is said only speeds a transaction up, and one that is committing could not be cut off here.
      transaction.commit = () => {};
      for (const end of ['complete', 'abort']) {
        transaction.addEventListener(end, () => this.#unfinished.delete(transaction));
      }
      if (mode === 'readwrite') this.durabilities.push(transaction.durability);
      if (this.full && mode === 'readwrite') queueMicrotask(() => this.#overflow(transaction));
      return transaction;
    };
  }

  #overflow(transaction: IDBTransaction): void {
    if (!this.#unfinished.has(transaction)) return;
    this.#unfinished.delete(transaction);
    const error = new DOMException('Full.', 'QuotaExceededError');
    Object.defineProperty(transaction, 'error', { value: error });
    transaction.abort();
  }
}
