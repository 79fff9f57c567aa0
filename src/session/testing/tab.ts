/** A tab without its screen: a real session and replica on a real WebSocket to a real server. */
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { knownKey } from '../../../server/testing/known-keys';
import type { KeptRoom } from '../../offline/room-copy';
import { type Outcome, Replica, type SettledPatch } from '../../replica/replica';
import type { Role } from '../../shared/access';
import { assert } from '../../shared/assert';
import { type Clock, realClock } from '../../shared/clock';
import { canonicalGraph } from '../../shared/graph/canonical';
import type { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { type ClientMessage, clientMessageSchema } from '../../shared/protocol/client-messages';
import { parseJson } from '../../shared/protocol/parse';
import type { AcceptedPatch } from '../../shared/protocol/server-messages';
import { newTestClientId, TEST_SECRET } from '../../shared/testing/test-client-ids';
import type { Credentials } from '../credentials';
import { restore } from '../restore';
import { fetchSnapshot } from '../room-api';
import { openRoomSocket, type RoomSocket, type SocketEvents } from '../room-socket';
import { Session } from '../session';
import type { SessionPorts } from '../session-ports';

export interface TabOptions {
  /** Host and port that the tab connects to. */
  readonly host: string;
  readonly room: string;
  /** In place of the fetch over HTTP. */
  readonly fetchSnapshot?: (url: string) => Promise<Graph>;
  readonly clock?: Clock;
  /** What the browser kept of the room; nothing unless given. */
  readonly kept?: KeptRoom;
  /** The offline copy; unless given, one that keeps nothing. */
  readonly copy?: SessionPorts['copy'];
  /** What the tab shows to be let in besides the secret of tests; unless given, the key that the room was made with. */
  readonly credentials?: Partial<Credentials>;
  readonly rememberedRole?: Role;
  /** Called at the end of everything that the session does. */
  readonly onProgress?: (replica: Replica) => void;
}

/** For tabs whose end nothing is to outlive. */
const KEEPS_NOTHING = { queued: () => {}, requeued: () => {}, confirmed: () => {}, replaced: () => {} };

export class Tab {
  readonly replica: Replica;
  readonly session: Session;
  readonly troubles: string[] = [];
  /** URLs of the snapshots that were fetched. */
  readonly fetched: string[] = [];
  /** The messages that were handed to the socket. */
  readonly sent: ClientMessage[] = [];
  /** The roles that the server said the person has, in order. */
  readonly roles: Role[] = [];
  /** Others' patches that came in while it was there. */
  readonly heard: AcceptedPatch[] = [];
  /** What became of patches, in order. */
  readonly settled: SettledPatch[] = [];
  /** How often a connection was opened. */
  connections = 0;
  #events: SocketEvents | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(options: TabOptions) {
    const { host, room, fetchSnapshot: fetchIt, clock = realClock, kept, copy, rememberedRole, onProgress } = options;
    this.replica = new Replica(newTestClientId());
    if (kept !== undefined) restore(this.replica, kept);
    const credentials: Credentials = {
      clientSecret: TEST_SECRET,
      key: () => knownKey(room),
      tryAnotherKey: () => false,
      ...options.credentials,
    };
    this.session = new Session({
      replica: this.replica,
      roomEpoch: kept?.base?.roomEpoch,
      clock,
      newClientId: newTestClientId,
      credentials,
      rememberedRole,
      person: () => ({ name: 'Tess', color: '#336699' }),
      copy: copy ?? KEEPS_NOTHING,
      presence: { joined: () => {}, lost: () => {}, hear: () => {} },
      onSettled: (settled) => this.settled.push(...settled),
      onAccess: (role) => this.roles.push(role),
      connect: (events) => {
        this.#events = events;
        const noting: SocketEvents = {
          ...events,
          onOpen: () => {
            this.connections += 1;
            events.onOpen();
          },
        };
        const socket = openRoomSocket({ host, room, secure: false, WebSocket }, noting);
        return { ...socket, send: (text) => this.#send(socket, text) };
      },
      fetchSnapshot: (url) => {
        this.fetched.push(url);
        this.#wake();
        if (fetchIt !== undefined) return fetchIt(url);
        return fetchSnapshot(new URL(url, `http://${host}`).href, { key: credentials.key() });
      },
      onChanges: () => this.#wake(),
      onHeard: (patches) => this.heard.push(...patches),
      onProgress: () => {
        onProgress?.(this.replica);
        this.#wake();
      },
      onTrouble: (sentence) => {
        this.troubles.push(sentence);
        this.#wake();
      },
    });
    onTestFinished(() => this.session.close());
  }

  /** Makes a patch, and says what the server decided. */
  submit(ops: readonly Op[]): Promise<Outcome> {
    return this.session.submit(ops).outcome;
  }

  /** The graph as the person sees it, as text that is equal for equal graphs. */
  get sees(): string {
    return canonicalGraph(this.replica.view);
  }

  /** Hears this as if the server had said it: what an old server or a proxy might. */
  hear(frame: unknown): void {
    this.#events?.onText(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Resolves when it holds; looked at whenever something happened. */
  until(holds: (tab: this) => boolean): Promise<this> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds(this)) return;
        this.#watchers.delete(look);
        resolve(this);
      };
      this.#watchers.add(look);
      look();
    });
  }

  live(): Promise<this> {
    return this.until(({ session }) => session.phase === 'live');
  }

  /** Resolves when the tab is in step with the server at this version, and has nothing pending. */
  at(version: number): Promise<this> {
    return this.until(
      ({ session, replica }) =>
        session.phase === 'live' && replica.serverVersion === version && replica.pending.length === 0,
    );
  }

  #send(socket: RoomSocket, text: string): void {
    const message = parseJson(clientMessageSchema, text);
    assert(message.ok, `a session says what is no message: ${text}`);
    this.sent.push(message.value);
    socket.send(text);
  }

  #wake(): void {
    for (const look of [...this.#watchers]) look();
  }
}
