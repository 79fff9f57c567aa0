/**
 * One tab's conversation with a room: greets, catches up, sends what is pending, and feeds what the server says to the
 * replica. Its life is the union `Phase`; a connection that breaks leads back to `connecting`, and nothing that is
 * pending is ever forgotten: it stays in the replica until the server has decided it, and what happens is told to the
 * offline copy, from which another tab can go on.
 *
 * Knows nothing of React, the engine, or where the socket and the offline copy come from.
 */

import type { PatchQueue } from '../offline/room-copy';
import type { Replica, ServerEvent } from '../replica/replica';
import type { Role } from '../shared/access';
import type { GraphLimits } from '../shared/graph/graph-limits';
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';
import type { ClientMessage } from '../shared/protocol/client-messages';
import { parseJson } from '../shared/protocol/parse';
import type { Person } from '../shared/protocol/person';
import type { PresenceChange } from '../shared/protocol/presence';
import {
  type AccessMessage,
  type ErrorCode,
  isFinal,
  type Nack,
  type ServerMessage,
  serverFrameSchema,
  type Welcome,
} from '../shared/protocol/server-messages';
import { CLOSE_CODES, FATAL_CLOSE_CODES } from '../shared/protocol/version';
import { Access, type Identity } from './access';
import type { SignIn } from './credentials';
import { greeting } from './greeting';
import { Heartbeat } from './heartbeat';
import { Joining } from './joining';
import { keepStep } from './keep-step';
import { OwnPatches } from './own-patches';
import type { Phase, SessionPhase } from './phase';
import type { RoomSocket } from './room-socket';
import { checkRequest, SelfCheck } from './self-check';
import { Sender } from './sender';
import type { SessionPorts } from './session-ports';
import { refusal, type Submission } from './submissions';
import { TokenLane } from './token-lane';

/** Characters of a reason that are shown: it can quote what was sent, and that can be megabytes. */
const REASON_LENGTH = 200;

const VIEW_ONLY = 'You can only view this graph.';

/** What the close that follows such an error says as well, and says better. */
const SAID_BY_CLOSE: ReadonlySet<ErrorCode> = new Set(['NO_SUCH_ROOM', 'NO_ACCESS', 'SIGN_IN', 'GRAPH_DELETED']);

const SERVER_WENT_BACK =
  'The server has an older state of this graph than this page had. It was taken over; what was not saved is sent anew.';

export class Session {
  readonly #ports: SessionPorts;
  readonly #replica: Replica;
  readonly #socket: RoomSocket;
  readonly #sender: Sender;
  readonly #heartbeat: Heartbeat;
  readonly #selfCheck: SelfCheck;
  readonly #access: Access;
  readonly #tokens: TokenLane;
  readonly #own: OwnPatches;
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
    this.#own = new OwnPatches(ports);
    this.#access = new Access(ports.rememberedRole);
    this.#tokens = new TokenLane({
      clock,
      tokens: ports.credentials.tokens,
      onNewer: (token) => this.#say({ type: 'auth', token }),
      onMissing: () => this.#pause(),
      onReady: () => this.#reconnect(),
    });
    this.#roomEpoch = ports.roomEpoch;
    this.#heartbeat = new Heartbeat({
      clock,
      ask: () => this.#say({ type: 'ping' }),
      onDead: () => this.#reconnect(),
    });
    this.#selfCheck = new SelfCheck({ clock, replica, ask: () => this.#say(checkRequest(ports.takeRebuilds?.())) });
    this.#sender = new Sender({
      clock,
      pending: () => replica.pending,
      mayOrder: () => this.#access.mayEdit,
      messageBytes: () => (this.#access.limits ?? LIMITS).messageBytes,
      clientId: () => replica.clientId,
      collapse: (isUnsent) => this.#own.collapse(isUnsent),
      send: (patches) => this.#say({ type: 'patch', patches: [...patches] }),
    });
    this.#socket = ports.connect({
      onOpen: () => this.#open(),
      onText: (text) => this.#hear(text),
      onClose: (code) => this.#lose(code),
    });
    this.#own.takeOverForeign();
  }

  get phase(): SessionPhase {
    return this.#phase.name;
  }

  /** Why the session is over, in words; undefined while it is not. */
  get endReason(): string | undefined {
    return this.#phase.name === 'ended' ? this.#phase.reason : undefined;
  }

  /** The code of the WebSocket close by which the server ended the session, if it did. */
  get endCode(): number | undefined {
    return this.#phase.name === 'ended' ? this.#phase.code : undefined;
  }

  /** What the person may do; undefined until that is known. */
  get role(): Role | undefined {
    return this.#access.role;
  }

  /** As the identity provider knows the person; undefined without one. */
  get identity(): Identity | undefined {
    return this.#access.identity;
  }

  /** What new patches are held to; undefined until the server has said. */
  get limits(): GraphLimits | undefined {
    return this.#access.limits;
  }

  /** Why the server does not let the person in until they sign in; undefined while it does. */
  get signIn(): SignIn | undefined {
    return this.#phase.name === 'ended' ? undefined : this.#tokens.signIn;
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
    if (!this.#access.mayEdit) return refusal('FORBIDDEN', VIEW_ONLY);
    const submission = this.#own.submit(ops, this.#access.limits);
    this.#sender.schedule();
    return submission;
  }

  /** Takes over what a tab left that is gone: it is shown, and sent for it. */
  adopt(queue: PatchQueue): void {
    const isUnderItsName = this.#own.adopt(queue);
    this.#ports.onProgress();
    // A connection says in the beginning for whom it speaks.
    if (isUnderItsName && this.#isConnected) this.#reconnect();
    else this.#sender.schedule();
  }

  /** Gives up what is pending: it is told as not kept, and forgotten. */
  discardPending(): void {
    // The connection there is speaks for the client that was.
    if (this.#own.discard() && this.#isConnected) this.#reconnect();
    else this.#ports.onProgress();
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
    if (this.#phase.name === 'connecting') {
      if (!this.#tokens.hint()) this.#socket.connectNow();
    } else if (this.#isConnected && !this.#isUngreeted) this.#heartbeat.probe();
  }

  close(): void {
    this.#end('The graph was closed.');
  }

  /** What is still pending then cannot be decided any more. */
  #end(reason: string, code?: number): void {
    this.#disconnected({ name: 'ended', reason, ...(code !== undefined && { code }) });
    this.#socket.close();
    this.#own.end(reason);
  }

  get #isConnected(): boolean {
    return this.#phase.name !== 'connecting' && this.#phase.name !== 'ended';
  }

  /** Whether there is a connection on which nothing may be said before `hello`. */
  get #isUngreeted(): boolean {
    return this.#phase.name === 'greeting' && !this.#phase.greeted;
  }

  #disconnected(phase: Phase): void {
    const wasJoined = this.#phase.name === 'joining' || this.#phase.name === 'live';
    this.#phase = phase;
    this.#sender.stop();
    this.#heartbeat.stop();
    this.#selfCheck.stop();
    this.#tokens.lost();
    if (wasJoined) this.#ports.presence.lost();
  }

  #open(): void {
    this.#phase = { name: 'greeting', greeted: false };
    this.#lastError = undefined;
    this.#tokens.opened((token) => this.#greet(token));
  }

  #greet(token: string | undefined): void {
    const { credentials, person } = this.#ports;
    const { clientSecret } = credentials;
    const [replica, roomEpoch, key] = [this.#replica, this.#roomEpoch, credentials.key()];
    const hello = greeting({ replica, roomEpoch, person: person(), clientSecret, key, token });
    this.#phase = { name: 'greeting', greeted: true };
    this.#speaksFor = new Set([hello.clientId, ...(hello.adopted ?? [])]);
    this.#say(hello);
    this.#heartbeat.heard();
  }

  #lose(code: number): void {
    if (this.#phase.name === 'ended') return;
    const reason = this.#lastError ?? 'The server ended the connection.';
    const another = code === CLOSE_CODES.noSuchRoom && this.#ports.credentials.tryAnotherKey();
    if (FATAL_CLOSE_CODES.has(code) && !another) this.#end(reason, code);
    else this.#disconnected({ name: 'connecting' });
    if (code === CLOSE_CODES.signIn) this.#tokens.refused(reason);
    this.#ports.onProgress();
  }

  /** There is nothing to come in by: no connection is of use until there is. What is pending waits. */
  #pause(): void {
    this.#disconnected({ name: 'connecting' });
    this.#socket.close();
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
      this.#ports.onHeard?.(events.flatMap((event) => (event.type === 'patch' ? event.patch : [])));
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
      case 'access':
        this.#takeAccess(message);
        return [];
      case 'error':
        this.#lastError = message.reason;
        if (!SAID_BY_CLOSE.has(message.code)) this.#ports.onTrouble(message.reason);
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

  #takeAccess(said: Welcome | AccessMessage): void {
    this.#access.take(said);
    this.#tokens.accepted(said.tokenExpiresIn);
    this.#ports.onAccess(said.role);
    this.#sender.permitted();
    this.#ports.onProgress();
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
    this.#takeAccess(welcome);
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
    if (this.phase !== 'live') return;
    if (this.#own.renew(joining.welcome.lastSeqs)) {
      this.#reconnect();
      return;
    }
    this.#ports.presence.joined();
    this.#sender.start(this.#speaksFor);
    this.#selfCheck.start();
  }

  #reconcile(events: readonly ServerEvent[]): void {
    const { copy, onChanges, onProgress } = this.#ports;
    const before = this.#replica.serverVersion;
    const { changes, settled, removedBy, lost } = this.#replica.receive(events);
    if (this.#roomEpoch !== undefined) keepStep(copy, this.#roomEpoch, this.#replica, { events, settled, before });
    onChanges(changes, removedBy);
    this.#own.settle(settled);
    this.#sender.settled(settled.map(({ patch }) => patch));
    onProgress();
    if (lost !== undefined) {
      // Out of step with the server, which is a bug somewhere: take the server's graph, keep what is pending.
      console.error(`Kumiko lost step with the server and takes its graph anew: ${lost}`);
      this.#startOver();
    } else if (this.#sender.needsAnother) this.#reconnect();
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
