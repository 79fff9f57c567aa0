/**
 * A world of a few tabs in two browsers and one server, in which nothing happens by itself. Everything a run does is in
 * its steps, so the same steps always lead to the same end.
 */
import { loadRoom } from '../server/load-room';
import { unpackSnapshot } from '../server/packed-snapshot';
import { memoryStorage } from '../server/storage/memory-storage';
import type { Role } from '../src/shared/access';
import { assert, must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { canonicalGraph } from '../src/shared/graph/canonical';
import { Graph, type GraphView } from '../src/shared/graph/graph';
import type { NodeId } from '../src/shared/graph/model';
import { type Op, opsSchema } from '../src/shared/graph/ops';
import { SCHEMA_OPS } from '../src/shared/graph/ops.arbitrary';
import { ManualClock } from '../src/shared/testing/manual-clock';
import { testClientId } from '../src/shared/testing/test-client-ids';
import { Browser } from './browser';
import { Ledger, markIn } from './ledger';
import { type CrashPoint, SimulatedServer } from './server';
import { type Step, TABS, type TabStep } from './steps';
import { SimulatedTab } from './tab';

const ROOM = 'room';

export class World {
  #storage = memoryStorage();
  #epochs = 1;
  /** Marks of patches that the server accepted and lost, once it has lost any. */
  #undone: Set<NodeId> | undefined;
  readonly #clock = new ManualClock();
  readonly #server: SimulatedServer;
  readonly #browsers = [new Browser(), new Browser()];
  readonly #tabs: SimulatedTab[];
  /** What the person at each tab may do. */
  readonly #roles: Role[] = Array.from({ length: TABS }, () => 'editor');
  readonly #ledger = new Ledger();
  /** Marks of patches that went down with a tab. */
  readonly #lost = new Set<NodeId>();
  #minted = 0;

  constructor() {
    this.#storage.createRoom({ id: ROOM, epoch: `epoch-${this.#epochs}`, createdAt: 0 });
    this.#server = new SimulatedServer(this.#storage, this.#clock);
    this.#tabs = Array.from({ length: TABS }, (_, index) => this.#open(index));
  }

  /** Plays the steps, lets everything come to rest, and looks whether all is as it must be. */
  async play(steps: readonly Step[]): Promise<void> {
    await this.#begin();
    for (const step of steps) {
      this.#take(step);
      await promisesSettled();
    }
    await this.#heal();
    this.#check();
  }

  /** Everyone begins with the schema that random ops are about. */
  async #begin(): Promise<void> {
    for (const tab of this.#tabs) tab.connect(this.#server.rooms, ROOM);
    await this.#move();
    this.#tab(0).submit(SCHEMA_OPS);
    await this.#move();
  }

  #take(step: Step): void {
    if (step.do === 'commit') this.#server.commit();
    else if (step.do === 'crash') this.#crash(step.at);
    else if (step.do === 'wait') this.#clock.advance(step.milliseconds);
    else if (step.do === 'edit') this.#edit(step.tab, step.ops);
    else if (step.do === 'close') this.#close(step.tab, step.crash);
    else if (step.do === 'go back') this.#goBack(step.versions);
    else if (step.do === 'grant') this.#grant(step.tab, step.role);
    else this.#takeOn(this.#tab(step.tab), step);
  }

  #takeOn(tab: SimulatedTab, step: TabStep): void {
    const { pipe } = tab;
    switch (step.do) {
      case 'to server':
        for (let n = 0; n < step.frames; n++) pipe?.deliverToServer(step.twice);
        break;
      case 'to tab':
        for (let n = 0; n < step.frames; n++) pipe?.deliverToTab(step.twice);
        break;
      case 'connect':
        tab.connect(this.#server.rooms, ROOM);
        break;
      case 'break':
        if (step.known !== 'to tab') pipe?.loseAtServer();
        if (step.known !== 'to server') pipe?.loseAtTab();
        break;
      case 'keep':
        tab.keep();
        break;
      case 'adopt':
        tab.adoptOrphans();
        break;
      case 'give up':
        tab.session.discardPending();
        break;
      case 'limit':
        if (pipe !== undefined) pipe.allowance = step.patches;
        break;
      case 'clog':
        if (pipe !== undefined) pipe.backlog = 2_000;
        break;
      case 'drain':
        pipe?.drain();
        break;
    }
  }

  /** With the process all its connections go; each tab finds out in its own time. */
  #crash(at: CrashPoint): void {
    for (const { pipe } of this.#tabs) pipe?.loseAtServer();
    this.#server.commit(at);
  }

  /**
   * The server is restored from a backup that lacks the last so many versions, and what was refused after them; if it lacks
   * all, the room was made anew.
   */
  #goBack(versions: number): void {
    for (const { pipe } of this.#tabs) pipe?.loseAtServer();
    const log = this.#storage.patchesAfter(ROOM, 0);
    const kept = log.slice(0, Math.max(0, log.length - versions));
    if (kept.length === 0) this.#epochs += 1;
    const before = this.#storage;
    this.#storage = memoryStorage();
    this.#storage.createRoom({ id: ROOM, epoch: `epoch-${this.#epochs}`, createdAt: 0 });
    for (const { version, clientId, seq, ops } of kept) {
      for (let refused = this.#storage.lastSeq(ROOM, clientId) + 1; refused < seq; refused++) {
        const outcome = must(before.outcome(ROOM, clientId, refused), 'a refusal');
        this.#storage.commit([{ room: ROOM, clientId, seq: refused, outcome, ops: '' }], 0);
      }
      const outcome = { status: 'accepted', version, skipped: [] } as const;
      this.#storage.commit([{ room: ROOM, clientId, seq, outcome, ops }], 0);
    }
    this.#server.restore(this.#storage);
    this.#undone ??= new Set();
    for (const { ops } of log.slice(kept.length)) {
      const mark = markIn(opsSchema.parse(JSON.parse(ops)));
      if (mark !== undefined) this.#undone.add(mark);
    }
  }

  /** Who is not connected learns it when they are. */
  #grant(index: number, role: Role): void {
    this.#roles[index] = role;
    this.#tab(index).pipe?.tellAccess();
  }

  #edit(index: number, ops: readonly Op[]): void {
    const tab = this.#tab(index);
    // A tab that has never seen the graph has nothing to edit.
    if (tab.replica.view.get('label', 'person') === undefined) return;
    const { changes } = tab.submit(this.#ledger.mark(ops));
    if (changes === undefined) this.#ledger.unmarkLast();
  }

  #open(index: number): SimulatedTab {
    return new SimulatedTab({
      browser: must(this.#browsers[this.#sharesBrowser(index) ? 0 : 1], 'the browser'),
      clock: this.#clock,
      newClientId: () => {
        this.#minted += 1;
        return testClientId(this.#minted);
      },
      fetchSnapshot: async (url) => {
        const snapshot = this.#storage.snapshot(ROOM, Number(url.split('/').at(-1)));
        return unpackSnapshot(must(snapshot, `snapshot ${url}`).gzip).graph;
      },
      role: () => must(this.#roles[index], 'a role'),
      onSettled: (settled) => this.#ledger.noteSettled(settled),
      isSteady: () => this.#undone === undefined,
    });
  }

  /** The tab is closed or crashes, and is opened again. */
  #close(index: number, crash: boolean): void {
    const tab = this.#tab(index);
    for (const { ops } of tab.replica.pending) {
      const mark = markIn(ops);
      if (crash && mark !== undefined) this.#lost.add(mark);
    }
    const shown = canonicalGraph(tab.replica.view);
    tab.close(crash);
    const opened = this.#open(index);
    this.#tabs[index] = opened;
    // O1, O3: but for what it was not told the outcome of, which may be shown twice until it is.
    const isSure = !crash && !this.#sharesBrowser(index) && tab.replica.pending.every(({ decided }) => !decided);
    if (isSure) assert(canonicalGraph(opened.replica.view) === shown, `tab ${index} has forgotten what it showed`);
  }

  #sharesBrowser(index: number): boolean {
    return index !== TABS - 1;
  }

  /** Everyone may edit, the network works again, the server stays up, and every tab stays open until nothing is left to do. */
  async #heal(): Promise<void> {
    for (let index = 0; index < TABS; index++) this.#grant(index, 'editor');
    for (let round = 0; round < 50; round++) {
      for (const tab of this.#tabs) {
        tab.pipe?.drain();
        if (tab.pipe !== undefined) tab.pipe.allowance = Number.POSITIVE_INFINITY;
        tab.adoptOrphans();
        tab.connect(this.#server.rooms, ROOM);
      }
      await this.#move();
      // Back-offs pass, and who holds a dead connection learns it by the heartbeat.
      for (let second = 0; second < 12; second++) {
        this.#clock.advance(1_000);
        await this.#move();
      }
      for (const tab of this.#tabs) tab.keep();
      if (this.#tabs.every((tab) => tab.isDone)) return;
    }
    const states = this.#tabs.map(({ session, replica }) => `${session.phase} with ${replica.pending.length} pending`);
    throw new Error(`it never came to rest: ${states.join(', ')}; ${this.#server.problems.join('; ')}`);
  }

  /** Delivers and commits until nothing moves any more. */
  async #move(): Promise<void> {
    do {
      for (const { pipe } of this.#tabs) {
        pipe?.deliverToServer(false);
        pipe?.deliverToTab(false);
      }
      this.#server.commit();
      await promisesSettled();
    } while (!this.#tabs.every((tab) => tab.isQuiet));
  }

  #check(): void {
    const log = this.#storage.patchesAfter(ROOM, 0);
    const replayed = new Graph();
    const allOps = log.map(({ version, ops }, index) => {
      assert(version === index + 1, `version ${index + 1} is missing in the log`);
      const parsed = opsSchema.parse(JSON.parse(ops));
      assert(applyPatch(replayed, parsed).status === 'applied', `version ${version} is refused when it is replayed`);
      return parsed;
    });
    const expected = canonicalGraph(replayed);
    assertWhole(replayed);
    const record = must(this.#storage.room(ROOM), 'the room');
    assert(canonicalGraph(loadRoom(this.#storage, record).graph) === expected, 'a server that starts now differs');
    this.#tabs.forEach((tab, index) => {
      assert(canonicalGraph(tab.replica.view) === expected, `tab ${index} shows another graph than the log`);
      assertWhole(tab.replica.view);
      assert(tab.replica.serverVersion === log.length, `tab ${index} is at another version`);
    });
    for (const browser of this.#browsers) {
      const left = [...browser.queues.values()].reduce((sum, queue) => sum + queue.size, 0);
      assert(left === 0, `${left} patches wait in a browser for nobody`);
    }
    this.#ledger.check(allOps, this.#lost, this.#undone);
  }

  #tab(index: number): SimulatedTab {
    return must(this.#tabs[index], `tab ${index}`);
  }
}

/** G1: no edge without both its ends. */
function assertWhole(graph: GraphView): void {
  for (const [id, { source, target }] of graph.entries('edge')) {
    assert(graph.get('node', source) && graph.get('node', target), `edge ${id} dangles`);
  }
}

/** Lets promises that are settled have their effect. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
