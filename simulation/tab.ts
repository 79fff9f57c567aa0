/** A tab without its screen: a real session and replica, on pipes and a browser that the simulation drives. */
import { z } from 'zod';
import type { Rooms } from '../server/rooms';
import type { SettledPatch } from '../src/replica/replica';
import { Replica } from '../src/replica/replica';
import { restore } from '../src/session/restore';
import type { RoomSocket, SocketEvents } from '../src/session/room-socket';
import { Session } from '../src/session/session';
import type { Role } from '../src/shared/access';
import { assert } from '../src/shared/assert';
import { hasChanges } from '../src/shared/graph/changes';
import type { Graph } from '../src/shared/graph/graph';
import type { Op } from '../src/shared/graph/ops';
import type { ManualClock } from '../src/shared/testing/manual-clock';
import { TEST_SECRET } from '../src/shared/testing/test-client-ids';
import { type Browser, TabNotes } from './browser';
import { Pipe } from './pipe';

export interface TabPorts {
  readonly browser: Browser;
  readonly clock: ManualClock;
  readonly newClientId: () => string;
  readonly fetchSnapshot: (url: string) => Promise<Graph>;
  /** What the server lets the person do just now. */
  readonly role: () => Role;
  readonly onSettled: (settled: readonly SettledPatch[]) => void;
  /** Whether the server has kept all it ever said. */
  readonly isSteady: () => boolean;
}

const patchMessage = z.object({ patches: z.array(z.object({ clientId: z.string().optional(), seq: z.number() })) });
const patchesIn = (text: string) => patchMessage.parse(JSON.parse(text)).patches;

/** What the tab says of its socket. */
type Wish = 'connect' | 'nothing';

export class SimulatedTab {
  readonly replica: Replica;
  readonly session: Session;
  readonly #browser: Browser;
  readonly #isSteady: () => boolean;
  readonly #role: () => Role;
  readonly #notes: TabNotes;
  readonly #socketEvents: SocketEvents;
  #pipe: Pipe | undefined;
  #wish: Wish = 'connect';
  /** Whether the view changed since this was last set to false. */
  #changed = false;

  constructor({ browser, clock, newClientId, fetchSnapshot, role, onSettled, isSteady }: TabPorts) {
    this.#isSteady = isSteady;
    this.#role = role;
    this.#browser = browser;
    this.#notes = new TabNotes(browser, this);
    const kept = browser.open(this);
    this.replica = new Replica(newClientId());
    restore(this.replica, kept);
    let events: SocketEvents | undefined;
    const socket: RoomSocket = {
      send: (text) => this.#say(text),
      reconnect: () => {
        this.#hangUp();
        this.#wish = 'connect';
      },
      connectNow: () => {
        this.#wish = 'connect';
      },
      close: () => {
        this.#hangUp();
        this.#wish = 'nothing';
      },
    };
    this.session = new Session({
      replica: this.replica,
      roomEpoch: kept.base?.roomEpoch,
      clock,
      connect: (given) => {
        events = given;
        return socket;
      },
      fetchSnapshot,
      newClientId,
      credentials: { clientSecret: TEST_SECRET, key: () => undefined, tryAnotherKey: () => false },
      person: () => ({ name: 'Tess', color: '#336699' }),
      copy: this.#notes,
      presence: { joined: () => {}, lost: () => {}, hear: () => {} },
      onChanges: (changes) => {
        this.#changed ||= hasChanges(changes);
      },
      onSettled,
      onAccess: () => {},
      onProgress: () => {},
      onTrouble: () => {},
    });
    assert(events !== undefined, 'a session connects');
    this.#socketEvents = events;
  }

  get isConnected(): boolean {
    return this.#pipe?.isOpenForTab ?? false;
  }

  get isQuiet(): boolean {
    return this.#pipe?.isQuiet ?? true;
  }

  /** In step with the server, with nothing left to be decided. */
  get isDone(): boolean {
    return this.session.phase === 'live' && this.replica.pending.length === 0 && this.isQuiet;
  }

  get pipe(): Pipe | undefined {
    return this.#pipe;
  }

  submit(ops: readonly Op[]): ReturnType<Session['submit']> {
    return this.session.submit(ops);
  }

  /** Opens a connection, if the tab wants one. */
  connect(rooms: Rooms, roomId: string): void {
    if (this.#wish === 'nothing' || this.isConnected) return;
    const events = {
      onText: (text: string) => this.#hear(text),
      onClose: (code: number) => this.#socketEvents.onClose(code),
    };
    this.#pipe = new Pipe(rooms, roomId, events, this.#role);
    this.#socketEvents.onOpen();
  }

  /** Writes down what is to be kept. */
  keep(): void {
    this.#notes.write();
  }

  adoptOrphans(): void {
    for (const queue of this.#browser.adopt(this)) this.session.adopt(queue);
  }

  /** The tab is closed; or it crashes, and what was not written is lost. */
  close(crash: boolean): void {
    if (!crash) this.#notes.write();
    this.session.close();
    this.#browser.release(this);
  }

  /** Who knows that they may only view sends nothing but what is decided already, to hear the answer. */
  #say(text: string): void {
    const isPatch = text.startsWith('{"type":"patch"');
    const { pending, clientId: own } = this.replica;
    for (const { clientId = own, seq } of isPatch && this.session.role === 'viewer' ? patchesIn(text) : []) {
      const patch = pending.find((each) => each.clientId === clientId && each.seq === seq);
      assert(patch?.decided, `a viewer sends patch ${seq} of ${clientId}`);
    }
    this.#pipe?.say(text);
  }

  /** R3: what only acknowledges patches as they were shown changes nothing. */
  #hear(text: string): void {
    const wasLive = this.session.phase === 'live';
    this.#changed = false;
    this.#socketEvents.onText(text);
    const onlyAcks = this.#isSteady() && /^\{"type":"ack"/u.test(text);
    assert(!(wasLive && onlyAcks && this.#changed), `an acknowledgement changed what is shown: ${text}`);
  }

  #hangUp(): void {
    this.#pipe?.abandon();
    this.#pipe = undefined;
  }
}
