/** A browser with tabs that keep rooms: real code on a database in memory, with stand-ins for locks and time. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { must } from '../../shared/assert';
import type { ClientPatch } from '../../shared/protocol/client-messages';
import type { AcceptedPatch } from '../../shared/protocol/server-messages';
import { ManualClock } from '../../shared/testing/manual-clock';
import { openDatabase } from '../database';
import { type OfflinePorts, type OfflineRoom, openOfflineRoom } from '../open-offline-room';
import type { ConfirmedGraph, PatchQueue } from '../room-copy';
import { FrailFactory } from './frail-factory';
import { MemoryLocks } from './memory-locks';

export class TestBrowser {
  readonly indexedDB = new IDBFactory();
  readonly locks = new MemoryLocks();

  tab(): TestTab {
    return new TestTab(this);
  }

  /** A tab for each is opened, makes these patches and is gone. */
  async leave(queues: readonly PatchQueue[]): Promise<void> {
    for (const { clientId, patches } of queues) {
      const tab = await this.tab().open();
      for (const each of patches) tab.copy.queued(clientId, each);
      await tab.copy.idle();
      // Those that come after adopt what is there already, and leave it, too.
      tab.crash();
    }
  }

  /** A copy of what is stored now. */
  async stored(store: 'rooms' | 'base' | 'tail' | 'queue' | 'aside'): Promise<{ key: unknown; value: unknown }[]> {
    const database = await this.#open();
    const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
    database.close();
    return keys.map((key, index) => ({ key, value: values[index] }));
  }

  /** Puts something there behind the back of all tabs. */
  async spoil(store: 'base' | 'tail' | 'queue' | 'rooms', key: string | [string, string, number], value: unknown) {
    const database = await this.#open();
    await database.put(store, value, key);
    database.close();
  }

  async #open() {
    const opened = await openDatabase({ indexedDB: this.indexedDB, clock: new ManualClock() }, () => {});
    if (!opened.ok) throw new Error(opened.reason);
    return opened.database;
  }
}

export class TestTab {
  readonly factory: FrailFactory;
  readonly clock = new ManualClock();
  readonly troubles: string[] = [];
  readonly keeping: boolean[] = [];
  readonly orphans: PatchQueue[] = [];
  /** What the session says when it is asked. */
  confirmed: ConfirmedGraph | undefined;
  waiting: PatchQueue[] = [];
  readonly #browser: TestBrowser;
  readonly #gone: () => void;
  readonly #ports: OfflinePorts;
  #open: OfflineRoom | undefined;

  constructor(browser: TestBrowser) {
    this.#browser = browser;
    this.factory = new FrailFactory(browser.indexedDB);
    const { locks, gone } = browser.locks.forTab();
    this.#gone = gone;
    this.#ports = {
      indexedDB: this.factory,
      locks,
      clock: this.clock,
      confirmed: () => this.confirmed,
      waiting: () => this.waiting,
      onOrphan: (queue) => this.orphans.push(queue),
      onTrouble: (sentence) => this.troubles.push(sentence),
      onKeeping: (keeping) => this.keeping.push(keeping),
    };
    onTestFinished(() => this.crash());
  }

  get copy(): OfflineRoom['copy'] {
    return must(this.#open, 'the open room').copy;
  }

  get kept(): OfflineRoom['kept'] {
    return must(this.#open, 'the open room').kept;
  }

  async open(room = 'room', given: Partial<OfflinePorts> = {}): Promise<this> {
    this.#open = await openOfflineRoom(room, { ...this.#ports, ...given });
    return this;
  }

  /** The tab is gone in the middle of whatever it does. */
  crash(): void {
    this.factory.die();
    this.#gone();
  }

  /** Writes what it was told, is closed, and opened again as another tab. */
  async reopened(room = 'room', given: Partial<OfflinePorts> = {}): Promise<TestTab> {
    await this.copy.idle();
    this.crash();
    return this.#browser.tab().open(room, given);
  }
}

/** A patch of the log that does nothing worth knowing. */
export function logged(serverVersion: number, clientId: string, seq: number): AcceptedPatch {
  return { serverVersion, clientId, seq, ops: [{ op: 'set_title', title: `v${serverVersion}` }] };
}

/** A graph of the log that says at which version it is. */
export function confirmedAt(version: number, roomEpoch = 'e'): ConfirmedGraph {
  const graph = { title: `at ${version}`, labels: [], edgeTypes: [], nodes: [], edges: [] };
  return { roomEpoch, version, graph };
}

export function patchOf(seq: number): ClientPatch {
  return { seq, ops: [{ op: 'set_title', title: `patch ${seq}` }] };
}

export function queueOf(clientId: string, ...seqs: number[]): PatchQueue {
  return { clientId, patches: seqs.map(patchOf) };
}
