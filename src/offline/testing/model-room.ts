/**
 * The model that a kept room is compared with: a server's log and one tab's state after each turn, in plain lists.
 * A copy that is prefix-consistent reads back as one of these states, whole.
 */
import { must } from '../../shared/assert';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import type { ClientPatch } from '../../shared/protocol/client-messages';
import type { AcceptedPatch } from '../../shared/protocol/server-messages';
import type { ConfirmedGraph, KeptRoom, PatchName, PatchQueue } from '../room-copy';
import type { TestTab } from './test-browser';

/** What a tab is to find: how much of which log, and what waits. */
export interface State {
  readonly epoch: string | undefined;
  readonly version: number;
  readonly queues: readonly PatchQueue[];
}

export class ModelServer {
  /** By epoch. */
  readonly logs = new Map<string, AcceptedPatch[]>();
  readonly decided = new Set<string>();
  #epoch = '';

  constructor() {
    this.startAnew();
  }

  get epoch(): string {
    return this.#epoch;
  }

  get log(): AcceptedPatch[] {
    return must(this.logs.get(this.#epoch), 'a log');
  }

  startAnew(): void {
    this.#epoch = `epoch${this.logs.size + 1}`;
    this.logs.set(this.#epoch, []);
  }

  accept(clientId: string, seq: number): AcceptedPatch {
    const serverVersion = this.log.length + 1;
    const title = `${this.#epoch} ${serverVersion}`;
    const patch: AcceptedPatch = { serverVersion, clientId, seq, ops: [{ op: 'set_title', title }] };
    this.log.push(patch);
    this.decided.add(`${clientId} ${seq}`);
    return patch;
  }

  refuse(clientId: string, seq: number): void {
    this.decided.add(`${clientId} ${seq}`);
  }

  graphAt(epoch: string, version: number): ConfirmedGraph {
    const graph: GraphSnapshot = { title: `${epoch} at ${version}`, labels: [], edgeTypes: [], nodes: [], edges: [] };
    return { roomEpoch: epoch, version, graph };
  }
}

/** What a session would do, in one tab. */
export class ModelSession {
  readonly #server: ModelServer;
  readonly #tab: TestTab;
  #own: string;
  #seq = 0;
  #version: number;
  #epoch: string | undefined;
  #queues: PatchQueue[];

  constructor(server: ModelServer, tab: TestTab, own: string, found: State) {
    this.#server = server;
    this.#tab = tab;
    this.#own = own;
    this.#version = found.version;
    this.#epoch = found.epoch;
    this.#queues = [...found.queues];
    this.#show();
  }

  get state(): State {
    return { epoch: this.#epoch, version: this.#version, queues: this.#queues };
  }

  /** Takes in all that the server has done. */
  join(): void {
    const { epoch, log } = this.#server;
    const patches = this.#epoch === epoch ? log.slice(this.#version) : undefined;
    const names = this.#queues.flatMap(({ clientId, patches }) => patches.map(({ seq }) => ({ clientId, seq })));
    const settled = names.filter(({ clientId, seq }) => this.#server.decided.has(`${clientId} ${seq}`));
    this.#take(epoch, log.length, settled);
    if (patches === undefined) this.#tab.copy.replaced(this.#server.graphAt(epoch, log.length));
    this.#tab.copy.confirmed(epoch, patches ?? [], settled);
  }

  edit(): void {
    this.#seq += 1;
    const patch: ClientPatch = { seq: this.#seq, ops: [{ op: 'set_title', title: `${this.#own} ${this.#seq}` }] };
    const own = this.#queues.find(({ clientId }) => clientId === this.#own);
    const others = this.#queues.filter((queue) => queue !== own);
    this.#queues = [...others, { clientId: this.#own, patches: [...(own?.patches ?? []), patch] }];
    this.#show();
    this.#tab.copy.queued(this.#own, patch);
  }

  /** The server decides the first patch of some queue. */
  decide(which: number, accepted: boolean): void {
    const queue = this.#queues[which % Math.max(1, this.#queues.length)];
    const first = queue?.patches[0];
    if (queue === undefined || first === undefined) return;
    const name = { clientId: queue.clientId, seq: first.seq };
    if (accepted) this.#server.accept(name.clientId, name.seq);
    else this.#server.refuse(name.clientId, name.seq);
    this.join();
  }

  /** What waits of the own client goes by another name from now on. */
  renew(own: string): void {
    const before = this.#own;
    const waiting = this.#queues.find(({ clientId }) => clientId === before)?.patches ?? [];
    const patches = waiting.map(({ ops }, index) => ({ seq: index + 1, ops }));
    this.#own = own;
    this.#seq = patches.length;
    const others = this.#queues.filter(({ clientId }) => clientId !== before);
    this.#queues = patches.length > 0 ? [...others, { clientId: own, patches }] : others;
    this.#show();
    this.#tab.copy.requeued({ clientId: before, patches: [] });
    this.#tab.copy.requeued({ clientId: own, patches });
  }

  #take(epoch: string, version: number, settled: readonly PatchName[]): void {
    this.#epoch = epoch;
    this.#version = version;
    const isSettled = (clientId: string, seq: number) =>
      settled.some((name) => name.clientId === clientId && name.seq === seq);
    this.#queues = this.#queues
      .map(({ clientId, patches }) => ({ clientId, patches: patches.filter(({ seq }) => !isSettled(clientId, seq)) }))
      .filter(({ patches }) => patches.length > 0);
    this.#show();
  }

  #show(): void {
    this.#tab.waiting = this.#queues;
    this.#tab.confirmed = this.#epoch === undefined ? undefined : this.#server.graphAt(this.#epoch, this.#version);
  }
}

/** What was kept, as a state; whatever is in it must be what the server said. @throws when it is not */
export function stateOf(server: ModelServer, { base, tail, queues }: KeptRoom): State {
  if (base === undefined) return { epoch: undefined, version: 0, queues };
  const log = must(server.logs.get(base.roomEpoch), 'a log of this epoch');
  const expected = JSON.stringify([
    server.graphAt(base.roomEpoch, base.version),
    log.slice(base.version, base.version + tail.length),
  ]);
  const found = JSON.stringify([base, tail]);
  if (found !== expected) throw new Error(`Kept is ${found}, but the server said ${expected}`);
  return { epoch: base.roomEpoch, version: base.version + tail.length, queues };
}

/** Equal for states that are the same. */
export function stateText({ epoch, version, queues }: State): string {
  const sorted = queues.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));
  return JSON.stringify([epoch ?? null, version, sorted.map(({ clientId, patches }) => [clientId, patches])]);
}
