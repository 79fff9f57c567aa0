/**
 * The browser's database that all rooms of this origin share: its schema, how it is opened, and how a transaction is run.
 *
 * Rows hold JSON text, so that what is written is measured as it is written, and read back by the parser of the wire.
 * Whatever comes out of the database is `unknown`: an older or newer version of the page may have written it.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb';
import type { Clock } from '../shared/clock';

const NAME = 'kumiko';
const VERSION = 1;
/** Some browsers at times never answer; the graph is then opened without its copy. In milliseconds. */
const LONGEST_OPENING = 5_000;

/** [room, roomEpoch, version] or [room, clientId, seq] */
export type RowKey = [string, string, number];

interface KumikoSchema extends DBSchema {
  /** By room: the number of its latest opening, among all openings of rooms in this browser. */
  rooms: { key: string; value: unknown };
  /** By [room, roomEpoch, version]: a graph as JSON. At most one for each room; the key is read without the graph. */
  base: { key: RowKey; value: unknown };
  /** By [room, roomEpoch, version]: the patch that made this version, as JSON. */
  tail: { key: RowKey; value: unknown };
  /** By [room, clientId, seq]: ops that the server has not decided, as JSON. */
  queue: { key: RowKey; value: unknown };
  /** Queued ops that this version of the page could not read, as they were found. */
  aside: { key: number; value: unknown };
}

const STORES = ['rooms', 'base', 'tail', 'queue', 'aside'] as const;

export type Database = IDBPDatabase<KumikoSchema>;
type StoreName = StoreNames<KumikoSchema>;
/** A transaction; only the stores it was made for may be used. */
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<KumikoSchema, StoreName[], Mode>;

export interface DatabasePorts {
  /** The browser's; missing where the browser has none. */
  readonly indexedDB: IDBFactory | null | undefined;
  readonly clock: Clock;
}

export type Opened =
  | { readonly ok: true; readonly database: Database }
  /** `reason` is part of a sentence: what this browser does. */
  | { readonly ok: false; readonly reason: string };

/**
 * Opens the database, and makes or upgrades it where that is due. Never rejects.
 * @param onGone the connection was closed from outside, for this reason: it cannot be used any more
 */
export function openDatabase(ports: DatabasePorts, onGone: (reason: string) => void): Promise<Opened> {
  const factory = ports.indexedDB;
  if (!factory) return Promise.resolve({ ok: false, reason: 'it has no database for pages' });
  return new Promise((resolve) => {
    const giveUp = (reason: string) => {
      stopWaiting();
      resolve({ ok: false, reason });
    };
    let waits = true;
    const cancelTimer = ports.clock.after(LONGEST_OPENING, () => giveUp('its database does not answer'));
    const stopWaiting = () => {
      waits = false;
      cancelTimer();
    };
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(NAME, VERSION);
    } catch (error) {
      giveUp(storageProblem(error));
      return;
    }
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
    request.onblocked = () =>
      giveUp('an older version of this page is open in another tab: close that tab, then reload this one');
    request.onerror = () => giveUp(storageProblem(request.error));
    request.onsuccess = () => {
      const connection = request.result;
      if (!waits) {
        connection.close();
        return;
      }
      const database: unknown = wrap(connection);
      if (!isOurs(database)) {
        connection.close();
        giveUp('its database is not one that this page can use');
        return;
      }
      stopWaiting();
      connection.onversionchange = () => {
        connection.close();
        onGone('a newer version of this page was opened in another tab: reload this one');
      };
      connection.onclose = () => onGone('its database was closed or cleared');
      resolve({ ok: true, database });
    };
  });
}

/** Brings a database of any older version up to date. A step, once released, is never changed: later ones follow it. */
function upgrade(database: IDBDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    for (const store of ['rooms', 'base', 'tail', 'queue']) database.createObjectStore(store);
    database.createObjectStore('aside', { autoIncrement: true });
  }
}

function isOurs(database: unknown): database is Database {
  return database instanceof IDBDatabase && STORES.every((store) => database.objectStoreNames.contains(store));
}

/**
 * Runs a transaction: all of `work` took effect, or nothing did.
 * `work` may await only requests of the transaction itself: browsers commit a transaction as soon as it has no request
 * under way when its callbacks return.
 * @throws why it was aborted
 */
export async function transact<Mode extends 'readonly' | 'readwrite', T>(
  database: Database,
  stores: StoreName[],
  mode: Mode,
  work: (transaction: Transaction<Mode>) => Promise<T>,
  durability: 'strict' | 'relaxed' = 'relaxed',
): Promise<T> {
  const transaction = database.transaction(stores, mode, { durability });
  const [worked, done] = await Promise.allSettled([attempt(transaction, work), transaction.done]);
  if (worked.status === 'rejected') throw worked.reason;
  if (done.status === 'rejected') throw done.reason;
  return worked.value;
}

async function attempt<Mode extends 'readonly' | 'readwrite', T>(
  transaction: Transaction<Mode>,
  work: (transaction: Transaction<Mode>) => Promise<T>,
): Promise<T> {
  try {
    return await work(transaction);
  } catch (error) {
    // A request that was cut off only says that it was; the transaction knows why.
    const cause = transaction.error ?? error;
    abort(transaction);
    throw cause;
  }
}

function abort(transaction: Transaction<'readonly' | 'readwrite'>): void {
  try {
    transaction.abort();
  } catch (error) {
    // A failed request has ended it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

/** All keys that begin like this. */
export function keysOf(...beginning: [room: string] | [room: string, epochOrClient: string]): IDBKeyRange {
  // In the order of keys an array comes after every text and number.
  return IDBKeyRange.bound(beginning, [...beginning, []]);
}

/** What went wrong, as part of a sentence: what this browser does. */
export function storageProblem(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  if (error.name === 'QuotaExceededError') return 'its storage is full';
  if (error.name === 'VersionError') return 'a newer version of this page was opened here before: reload this one';
  return error.message === '' ? error.name : error.message;
}
