/**
 * One tab's conversation with a room: greets, catches up, sends what is pending, and feeds what the server says to the
 * replica. Its life is the union `Phase`; a connection that breaks leads back to `connecting`, and nothing that is
 * pending is ever forgotten: it stays in the replica until the server has decided it.
 *
 * Knows nothing of React, the engine or where the socket comes from.
 */
import type { Outcome, Replica, ServerEvent } from '../replica/replica';
import type { NetChanges } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';
import type { ClientMessage } from '../shared/protocol/client-messages';
import { parseJson } from '../shared/protocol/parse';
import { type ServerMessage, serverFrameSchema, type Welcome } from '../shared/protocol/server-messages';
import { FATAL_CLOSE_CODES, PROTOCOL_VERSION } from '../shared/protocol/version';
import { fitsMessage, packPatches } from './pack-patches';
import type { RoomSocket, SocketEvents } from './room-socket';

type Phase =
  /** No connection, or none yet. */
  | { readonly name: 'connecting' }
  /** `hello` is sent, `welcome` has not come. */
  | { readonly name: 'greeting' }
  /** What was missed is coming in; it is taken in whole, as one step. */
  | {
      readonly name: 'joining';
      readonly welcome: Welcome;
      readonly events: ServerEvent[];
      base: Graph | 'keep' | 'loading';
    }
  /** In step with the server; own patches up to `sentSeq` are on their way. */
  | { readonly name: 'live'; sentSeq: number }
  /** Over, and why, in words. */
  | { readonly name: 'ended'; readonly reason: string };

type Refused = Extract<Outcome, { status: 'nack' }>;

export type SessionPhase = Phase['name'];

export interface SessionPorts {
  readonly clientId: string;
  readonly replica: Replica;
  readonly connect: (events: SocketEvents) => RoomSocket;
  /** Fetches a snapshot by the URL the server named. Rejects when it cannot be had. */
  readonly fetchSnapshot: (url: string) => Promise<Graph>;
  /** The view changed. Called in the same turn as the change. */
  readonly onChanges: (changes: NetChanges) => void;
  /** Phase, server version or pending patches may have changed. */
  readonly onProgress: () => void;
  /** Something went wrong that the person should read; the session goes on. */
  readonly onTrouble: (sentence: string) => void;
}

export class Session {
  readonly #ports: SessionPorts;
  readonly #socket: RoomSocket;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #phase: Phase = { name: 'connecting' };
  #roomEpoch: string | undefined;
  #flushScheduled = false;
  /** The last `error` message of this connection: says why the close that follows it came. */
  #lastError: string | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#socket = ports.connect({
      onOpen: () => this.#greet(),
      onText: (text) => this.#hear(text),
      onClose: (code) => this.#lose(code),
    });
  }

  get phase(): SessionPhase {
    return this.#phase.name;
  }

  /** Why the session is over, in words; undefined while it is not. */
  get endReason(): string | undefined {
    return this.#phase.name === 'ended' ? this.#phase.reason : undefined;
  }

  /**
   * Shows the patch at once and sends it as soon as may be.
   * @returns a promise of what the server decided; a patch that does not fit the graph as shown is refused at once
   */
  submit(ops: readonly Op[]): Promise<Outcome> {
    if (this.#phase.name === 'ended') return refused('CLOSED', this.#phase.reason);
    if (ops.length > LIMITS.opsPerPatch || !fitsMessage(ops)) {
      return refused('LIMIT_REACHED', 'This change is too large to send in one piece. Make it in smaller steps.');
    }
    const result = this.#ports.replica.submit(ops);
    if (result.status === 'refused') return refused(result.code, result.reason);
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(result.seq, resolve));
    this.#ports.onChanges(result.changes);
    this.#ports.onProgress();
    this.#scheduleFlush();
    return outcome;
  }

  close(): void {
    this.#end('The graph was closed.');
  }

  /** What is still pending then cannot be decided any more. */
  #end(reason: string): void {
    this.#phase = { name: 'ended', reason };
    this.#socket.close();
    for (const settle of this.#waiting.values()) settle({ status: 'nack', code: 'CLOSED', reason });
    this.#waiting.clear();
  }

  #greet(): void {
    this.#phase = { name: 'greeting' };
    this.#lastError = undefined;
    this.#say({
      type: 'hello',
      protocolVersion: PROTOCOL_VERSION,
      clientId: this.#ports.clientId,
      ...(this.#roomEpoch !== undefined && {
        roomEpoch: this.#roomEpoch,
        lastVersion: this.#ports.replica.serverVersion,
      }),
    });
  }

  #lose(code: number): void {
    if (this.#phase.name === 'ended') return;
    if (FATAL_CLOSE_CODES.has(code)) this.#end(this.#lastError ?? 'The server ended the connection.');
    else this.#phase = { name: 'connecting' };
    this.#ports.onProgress();
  }

  #hear(text: string): void {
    const frame = parseJson(serverFrameSchema, text);
    if (!frame.ok) {
      // What it was is not known, so neither is what it left undone: an answer may be lost with it.
      this.#ports.onTrouble(
        `The server said something this page does not understand (${frame.reason}). Reloading the page may help.`,
      );
      this.#startOver();
      return;
    }
    const events = frame.value.flatMap((message) => this.#take(message));
    if (this.#phase.name === 'joining') {
      this.#phase.events.push(...events);
      this.#finishJoining();
    } else if (this.#phase.name === 'live' && events.length > 0) {
      this.#reconcile(events);
    }
  }

  /** @returns what the message means to the replica */
  #take(message: ServerMessage): ServerEvent[] {
    switch (message.type) {
      case 'welcome':
        this.#join(message);
        return [];
      case 'patch_broadcast':
        return message.patches.map((patch): ServerEvent => ({ type: 'patch', patch }));
      case 'ack':
      case 'nack':
        return [message];
      case 'error':
        this.#lastError = message.reason;
        this.#ports.onTrouble(message.reason);
        return [];
      case 'pong':
        return [];
    }
  }

  #join(welcome: Welcome): void {
    const { snapshot, roomEpoch } = welcome;
    this.#roomEpoch = roomEpoch;
    if (snapshot === undefined) {
      this.#phase = { name: 'joining', welcome, events: [], base: 'keep' };
      return;
    }
    if (snapshot.url === undefined) {
      this.#phase = { name: 'joining', welcome, events: [], base: new Graph() };
      return;
    }
    const joining: Phase = { name: 'joining', welcome, events: [], base: 'loading' };
    this.#phase = joining;
    this.#ports.fetchSnapshot(snapshot.url).then(
      (graph) => {
        // Another connection may have begun meanwhile; then this graph is of no use any more.
        if (this.#phase !== joining) return;
        joining.base = graph;
        this.#finishJoining();
      },
      (error: unknown) => {
        if (this.#phase !== joining) return;
        this.#ports.onTrouble(`The graph could not be loaded (${String(error)}). Trying again.`);
        this.#startOver();
      },
    );
  }

  /** Once all up to `welcome.serverVersion` is here, takes it in and goes live. */
  #finishJoining(): void {
    if (this.#phase.name !== 'joining' || this.#phase.base === 'loading') return;
    const { welcome, base, events } = this.#phase;
    const from = welcome.snapshot?.version ?? this.#ports.replica.serverVersion;
    if (from + events.length < welcome.serverVersion) return;
    const missed = welcome.serverVersion - from;
    const reset: ServerEvent[] = base === 'keep' ? [] : [{ type: 'reset', serverVersion: from, graph: base }];
    const decided: ServerEvent = { type: 'decided', lastSeq: welcome.lastSeq };
    this.#phase = { name: 'live', sentSeq: 0 };
    this.#reconcile([...reset, ...events.slice(0, missed), decided, ...events.slice(missed)]);
    this.#flush();
  }

  #reconcile(events: readonly ServerEvent[]): void {
    const { changes, settled, lost } = this.#ports.replica.receive(events);
    this.#ports.onChanges(changes);
    for (const each of settled) {
      this.#waiting.get(each.patch.seq)?.(each.outcome);
      this.#waiting.delete(each.patch.seq);
    }
    this.#ports.onProgress();
    if (lost === undefined) return;
    // Out of step with the server, which is a bug somewhere: take the server's graph, keep what is pending.
    console.error(`Kumiko lost step with the server and takes its graph anew: ${lost}`);
    this.#startOver();
  }

  /** Connects again and takes the server's graph anew. What is pending stays. */
  #startOver(): void {
    this.#roomEpoch = undefined;
    this.#phase = { name: 'connecting' };
    this.#socket.reconnect();
  }

  /** Patches made in one turn go out together. */
  #scheduleFlush(): void {
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    queueMicrotask(() => {
      this.#flushScheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#phase.name !== 'live') return;
    const { sentSeq } = this.#phase;
    const unsent = this.#ports.replica.pending.filter(({ seq }) => seq > sentSeq);
    for (const patches of packPatches(unsent)) {
      this.#phase.sentSeq = patches.at(-1)?.seq ?? sentSeq;
      this.#say({ type: 'patch', patches });
    }
  }

  #say(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }
}

function refused(code: Refused['code'], reason: string): Promise<Outcome> {
  return Promise.resolve({ status: 'nack', code, reason });
}
