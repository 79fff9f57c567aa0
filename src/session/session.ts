/**
 * One tab's conversation with a room: greets, catches up, sends what is pending, and feeds what the server says to the
 * replica. Its life is the union `Phase`; a connection that breaks leads back to `connecting`, and nothing that is
 * pending is ever forgotten: it stays in the replica until the server has decided it, and what happens is told to the
 * offline copy, from which another tab can go on.
 *
 * Knows nothing of React, the engine, or where the socket and the offline copy come from.
 */

import type { PatchQueue, RoomCopy } from '../offline/room-copy';
import type { Replica, ServerEvent, SettledPatch } from '../replica/replica';
import type { Clock } from '../shared/clock';
import type { NetChanges } from '../shared/graph/changes';
import type { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';
import type { ClientMessage } from '../shared/protocol/client-messages';
import { parseJson } from '../shared/protocol/parse';
import type { Person } from '../shared/protocol/person';
import type { PresenceChange } from '../shared/protocol/presence';
import {
  isFinal,
  type Nack,
  type Peers,
  type ServerMessage,
  serverFrameSchema,
  type Welcome,
} from '../shared/protocol/server-messages';
import { FATAL_CLOSE_CODES, PROTOCOL_VERSION } from '../shared/protocol/version';
import { Heartbeat } from './heartbeat';
import { Joining } from './joining';
import { keepStep } from './keep-step';
import { fitsMessage } from './pack-patches';
import type { RoomSocket, SocketEvents } from './room-socket';
import { SelfCheck } from './self-check';
import { Sender } from './sender';
import { refusal, type Submission, Submissions } from './submissions';

type Phase =
  /** No connection, or none yet. */
  | { readonly name: 'connecting' }
  /** `hello` is sent, `welcome` has not come. */
  | { readonly name: 'greeting' }
  /** What was missed is coming in. */
  | { readonly name: 'joining'; readonly joining: Joining }
  /** In step with the server. */
  | { readonly name: 'live' }
  /** Over, and why, in words. */
  | { readonly name: 'ended'; readonly reason: string };

export type SessionPhase = Phase['name'];

/** Takes what the others do; `joined` and `lost` frame the time in which something can be heard. */
export interface PresenceListener {
  joined(): void;
  lost(): void;
  hear(message: Peers): void;
}

export interface SessionPorts {
  readonly replica: Replica;
  /** The epoch of the room that the replica was restored from; left out when it holds nothing. */
  readonly roomEpoch?: string | undefined;
  readonly clock: Clock;
  readonly connect: (events: SocketEvents) => RoomSocket;
  /** Fetches a snapshot by the URL the server named. Rejects when it cannot be had. */
  readonly fetchSnapshot: (url: string) => Promise<Graph>;
  /** Mints a client id. */
  readonly newClientId: () => string;
  /** Who this person is to the others. */
  readonly person: () => Person;
  readonly copy: Pick<RoomCopy, 'queued' | 'requeued' | 'confirmed' | 'replaced'>;
  readonly presence: PresenceListener;
  /**
   * The view changed. Called in the same turn as the change.
   * @param removedBy the clients whose patches removed nodes and edges, by element id
   */
  readonly onChanges: (changes: NetChanges, removedBy?: ReadonlyMap<string, string>) => void;
  /** The server has decided these. */
  readonly onSettled: (settled: readonly SettledPatch[]) => void;
  /** Phase, server version or pending patches may have changed. */
  readonly onProgress: () => void;
  /** Something went wrong that the person should read; the session goes on. */
  readonly onTrouble: (sentence: string) => void;
}

/** Characters of a reason that are shown: it can quote what was sent, and that can be megabytes. */
const REASON_LENGTH = 200;

const SERVER_WENT_BACK =
  'The server has an older state of this graph than this page had. It was taken over; what was not saved is sent anew.';

export class Session {
  readonly #ports: SessionPorts;
  readonly #replica: Replica;
  readonly #socket: RoomSocket;
  readonly #sender: Sender;
  readonly #heartbeat: Heartbeat;
  readonly #selfCheck: SelfCheck;
  readonly #submissions = new Submissions();
  readonly #names = new Map<string, string>();
  #phase: Phase = { name: 'connecting' };
  #roomEpoch: string | undefined;
  /** The clients this connection speaks for. */
  #speaksFor: ReadonlySet<string> = new Set();
  /** The last `error` message of this connection: says why the close that follows it came. */
  #lastError: string | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    const { clock, replica } = ports;
    this.#replica = replica;
    this.#roomEpoch = ports.roomEpoch;
    this.#heartbeat = new Heartbeat({
      clock,
      ask: () => this.#say({ type: 'ping' }),
      onDead: () => this.#reconnect(),
    });
    this.#selfCheck = new SelfCheck({ clock, replica, ask: () => this.#say({ type: 'check' }) });
    this.#sender = new Sender({
      clock,
      pending: () => replica.pending,
      clientId: () => replica.clientId,
      collapse: (isUnsent) => this.#collapse(isUnsent),
      send: (patches) => this.#say({ type: 'patch', patches: [...patches] }),
    });
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

  /** The epoch of the room of which the replica holds a state; `undefined` when that is not to be trusted. */
  get roomEpoch(): string | undefined {
    return this.#roomEpoch;
  }

  /** The name of who made patches under a client id, if it was ever heard. */
  nameOf(clientId: string): string | undefined {
    return this.#names.get(clientId);
  }

  /** Shows the patch at once and sends it as soon as may be. One that does not fit the graph as shown is refused at once. */
  submit(ops: readonly Op[]): Submission {
    if (this.#phase.name === 'ended') return refusal('CLOSED', this.#phase.reason);
    if (ops.length > LIMITS.opsPerPatch || !fitsMessage(ops)) {
      return refusal('LIMIT_REACHED', 'This change is too large to send in one piece. Make it in smaller steps.');
    }
    const result = this.#replica.submit(ops);
    if (result.status === 'refused') return refusal(result.code, result.reason);
    const { patch, changes } = result;
    const submission = this.#submissions.add(patch.key, changes);
    this.#ports.copy.queued(patch.clientId, { seq: patch.seq, ops });
    this.#ports.onChanges(changes);
    this.#ports.onProgress();
    this.#sender.schedule();
    return submission;
  }

  /** Takes over what a tab left that is gone: it is shown, and sent for it. */
  adopt({ clientId, patches }: PatchQueue): void {
    const changes = this.#replica.adopt(clientId, patches);
    this.#ports.onChanges(changes);
    this.#ports.onProgress();
    // A connection says in the beginning for whom it speaks.
    if (this.#phase.name !== 'connecting' && this.#phase.name !== 'ended') this.#reconnect();
  }

  /** Tells the others what changed in what this person is doing. Lost while there is no connection. */
  showPresence(change: PresenceChange): void {
    if (this.#phase.name === 'live') this.#say({ type: 'presence', ...change });
  }

  /** Tells the others the person's new name or colour. */
  introduce(person: Person): void {
    if (this.#phase.name === 'live' || this.#phase.name === 'joining') this.#say({ type: 'person', person });
  }

  /** The network may be back, or gone: looks now, instead of when it would have. */
  hint(): void {
    if (this.#phase.name === 'connecting') this.#socket.connectNow();
    else if (this.#phase.name !== 'ended') this.#heartbeat.probe();
  }

  close(): void {
    this.#end('The graph was closed.');
  }

  /** What is still pending then cannot be decided any more. */
  #end(reason: string): void {
    this.#disconnected({ name: 'ended', reason });
    this.#socket.close();
    this.#submissions.end(reason);
  }

  #disconnected(phase: Phase): void {
    const wasJoined = this.#phase.name === 'joining' || this.#phase.name === 'live';
    this.#phase = phase;
    this.#sender.stop();
    this.#heartbeat.stop();
    this.#selfCheck.stop();
    if (wasJoined) this.#ports.presence.lost();
  }

  #greet(): void {
    this.#phase = { name: 'greeting' };
    this.#lastError = undefined;
    const { clientId, serverVersion, pending } = this.#replica;
    const others = new Set(pending.map((patch) => patch.clientId).filter((id) => id !== clientId));
    const adopted = [...others].slice(0, LIMITS.adoptedClients);
    this.#speaksFor = new Set([clientId, ...adopted]);
    this.#say({
      type: 'hello',
      protocolVersion: PROTOCOL_VERSION,
      clientId,
      ...(adopted.length > 0 && { adopted }),
      person: this.#ports.person(),
      ...(this.#roomEpoch !== undefined && { roomEpoch: this.#roomEpoch, lastVersion: serverVersion }),
    });
    this.#heartbeat.heard();
  }

  #lose(code: number): void {
    if (this.#phase.name === 'ended') return;
    if (FATAL_CLOSE_CODES.has(code)) this.#end(this.#lastError ?? 'The server ended the connection.');
    else this.#disconnected({ name: 'connecting' });
    this.#ports.onProgress();
  }

  #hear(text: string): void {
    // A connection that was given up may have had something left to say.
    if (this.#phase.name === 'connecting' || this.#phase.name === 'ended') return;
    this.#heartbeat.heard();
    const frame = parseJson(serverFrameSchema, text);
    if (!frame.ok) {
      // What it was is not known, so neither is what it left undone: an answer may be lost with it.
      this.#ports.onTrouble(
        `The server said something this page does not understand (${frame.reason.slice(0, REASON_LENGTH)}). Reloading the page may help.`,
      );
      this.#startOver();
      return;
    }
    const events: ServerEvent[] = [];
    for (const message of frame.value) {
      if (message.type === 'check') this.#takeIn(events.splice(0));
      events.push(...this.#take(message));
    }
    this.#takeIn(events);
  }

  /** Takes in what a frame, or the first part of it, means to the replica. */
  #takeIn(events: readonly ServerEvent[]): void {
    if (this.#phase.name === 'joining') {
      this.#phase.joining.hear(events);
      this.#finishJoining(this.#phase.joining);
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
        return [{ ...message, clientId: message.clientId ?? this.#replica.clientId }];
      case 'nack':
        return this.#takeNack(message);
      case 'presence':
        for (const { clientId, person } of message.peers) if (person) this.#names.set(clientId, person.name);
        this.#ports.presence.hear(message);
        return [];
      case 'check': {
        const compared = this.#selfCheck.compare(message.version, message.digest);
        if (compared !== undefined) this.#tellChecked(message.version, compared);
        return [];
      }
      case 'error':
        this.#lastError = message.reason;
        this.#ports.onTrouble(message.reason);
        return [];
      case 'pong':
        return [];
    }
  }

  #takeNack({ clientId = this.#replica.clientId, seq, code, reason }: Nack): ServerEvent[] {
    if (isFinal(code)) return [{ type: 'nack', clientId, seq, code, reason }];
    this.#sender.refusedForNow(clientId, seq);
    return [];
  }

  #tellChecked(version: number, { ours, difference }: NonNullable<ReturnType<SelfCheck['compare']>>): void {
    this.#say({ type: 'checked', version, digest: ours });
    if (difference.length === 0) return;
    console.error(`Kumiko holds another graph than the server at version ${version}: ${difference.join('; ')}`);
    this.#startOver();
  }

  #join(welcome: Welcome): void {
    const { roomEpoch, authors = {} } = welcome;
    const isOther = this.#roomEpoch !== undefined && this.#roomEpoch !== roomEpoch;
    const isOlder = this.#roomEpoch === roomEpoch && welcome.serverVersion < this.#replica.serverVersion;
    if (isOther || isOlder) this.#ports.onTrouble(SERVER_WENT_BACK);
    for (const [clientId, name] of Object.entries(authors)) this.#names.set(clientId, name);
    this.#sender.stop();
    const joining = new Joining(welcome, this.#replica.serverVersion);
    this.#phase = { name: 'joining', joining };
    if (joining.snapshotUrl !== undefined) this.#fetch(joining, joining.snapshotUrl);
  }

  #fetch(joining: Joining, url: string): void {
    // Another connection may have begun meanwhile; then what comes is of no use any more.
    const isCurrent = () => this.#phase.name === 'joining' && this.#phase.joining === joining;
    this.#ports.fetchSnapshot(url).then(
      (graph) => {
        if (!isCurrent()) return;
        joining.begin(graph);
        this.#finishJoining(joining);
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        this.#ports.onTrouble(`The graph could not be loaded (${String(error)}). Trying again.`);
        this.#startOver();
      },
    );
  }

  /** Once all that was missed is here, takes it in and goes live. */
  #finishJoining(joining: Joining): void {
    const events = joining.whole;
    if (events === undefined) return;
    // Not before: until then the replica holds a state of the room that was, and the connection may break.
    this.#roomEpoch = joining.welcome.roomEpoch;
    this.#phase = { name: 'live' };
    this.#reconcile(events);
    if (this.phase !== 'live' || this.#renew(joining.welcome.lastSeqs)) return;
    this.#ports.presence.joined();
    this.#sender.start(this.#speaksFor);
    this.#selfCheck.start();
  }

  /**
   * Where the server has forgotten patches it once decided, those that are pending would never be next in line: they
   * become a new client's.
   * @returns whether it had to be
   */
  #renew(lastSeqs: Readonly<Record<string, number>>): boolean {
    const { onChanges, newClientId } = this.#ports;
    const forgotten = this.#replica.forgottenAt(lastSeqs);
    if (forgotten.size === 0) return false;
    onChanges(this.#replica.renew(forgotten, newClientId()));
    for (const clientId of new Set([...forgotten, this.#replica.clientId])) this.#keepQueue(clientId);
    this.#reconnect();
    return true;
  }

  #reconcile(events: readonly ServerEvent[]): void {
    const { copy, onChanges, onSettled, onProgress } = this.#ports;
    const before = this.#replica.serverVersion;
    const { changes, settled, removedBy, lost } = this.#replica.receive(events);
    if (this.#roomEpoch !== undefined) keepStep(copy, this.#roomEpoch, this.#replica, { events, settled, before });
    onChanges(changes, removedBy);
    for (const each of settled) this.#submissions.settle(each);
    if (settled.length > 0) onSettled(settled);
    this.#sender.settled(settled.map(({ patch }) => patch));
    onProgress();
    if (lost !== undefined) {
      // Out of step with the server, which is a bug somewhere: take the server's graph, keep what is pending.
      console.error(`Kumiko lost step with the server and takes its graph anew: ${lost}`);
      this.#startOver();
    } else if (this.#sender.needsAnother) this.#reconnect();
  }

  #collapse(isUnsent: Parameters<Replica['collapse']>[0]): ReturnType<Replica['collapse']>['collapsed'] {
    const { collapsed, changes } = this.#replica.collapse(isUnsent);
    if (collapsed.length === 0) return collapsed;
    for (const each of collapsed) this.#submissions.collapse(each, this.#replica.serverVersion);
    this.#keepQueue(this.#replica.clientId);
    this.#ports.onChanges(changes);
    this.#ports.onProgress();
    return collapsed;
  }

  #keepQueue(clientId: string): void {
    const { pending } = this.#replica;
    const patches = pending.filter((patch) => patch.clientId === clientId).map(({ seq, ops }) => ({ seq, ops }));
    this.#ports.copy.requeued({ clientId, patches });
  }

  /** Connects again and takes the server's graph anew. What is pending stays. */
  #startOver(): void {
    this.#roomEpoch = undefined;
    this.#reconnect();
  }

  /** Connects again and goes on from where the replica is. */
  #reconnect(): void {
    this.#disconnected({ name: 'connecting' });
    this.#socket.reconnect();
    this.#ports.onProgress();
  }

  #say(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }
}
