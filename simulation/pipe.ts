/**
 * A connection between a tab and the server on which nothing moves by itself: each frame is delivered, or the whole
 * connection lost, when the simulation says so. Frames keep their order on one connection, as TCP keeps it.
 */

import { errorText } from '../server/frames';
import { helloProblem } from '../server/hello';
import type { Room } from '../server/room';
import type { Member } from '../server/room-ports';
import type { Rooms } from '../server/rooms';
import type { Role } from '../src/shared/access';
import { assert } from '../src/shared/assert';
import { clientMessageSchema } from '../src/shared/protocol/client-messages';
import { parseJson } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES } from '../src/shared/protocol/version';

/** The tab's end. */
export interface PipeEnd {
  onText(text: string): void;
  onClose(code: number): void;
}

export class Pipe implements Member {
  readonly #rooms: Rooms;
  readonly #roomId: string;
  readonly #tab: PipeEnd;
  readonly #role: () => Role;
  readonly #toServer: string[] = [];
  /** What the server says; a number is the close that ends it. */
  readonly #toTab: (string | number)[] = [];
  #room: Room | undefined;
  #serverKnows = true;
  #tabKnows = true;
  /** How many more patches the server takes before it says that they are too many. */
  allowance = Number.POSITIVE_INFINITY;
  /** Set by the simulation: bytes that wait in the network. */
  backlog = 0;
  #drained: (() => void)[] = [];

  /** @param role what the person may do just now */
  constructor(rooms: Rooms, roomId: string, tab: PipeEnd, role: () => Role) {
    this.#rooms = rooms;
    this.#roomId = roomId;
    this.#tab = tab;
    this.#role = role;
  }

  /** Whether the tab still believes in the connection. */
  get isOpenForTab(): boolean {
    return this.#tabKnows;
  }

  get isQuiet(): boolean {
    return (this.#toServer.length === 0 || !this.#serverKnows) && (this.#toTab.length === 0 || !this.#tabKnows);
  }

  /** The tab says something. */
  say(text: string): void {
    if (this.#tabKnows) this.#toServer.push(text);
  }

  /** Delivers the tab's next frame; `twice`, and the server hears it again, as after a proxy's retry. */
  deliverToServer(twice: boolean): void {
    const text = this.#toServer.shift();
    if (text === undefined || !this.#serverKnows) return;
    this.#hear(text);
    // Only patches are numbered, and safe to be heard twice.
    if (twice && text.startsWith('{"type":"patch"')) this.#hear(text);
  }

  /** Delivers the server's next frame; answers and broadcasts may be heard twice. */
  deliverToTab(twice: boolean): void {
    const frame = this.#toTab.shift();
    if (frame === undefined || !this.#tabKnows) return;
    if (typeof frame === 'number') {
      this.#tabKnows = false;
      this.#tab.onClose(frame);
      return;
    }
    this.#tab.onText(frame);
    if (twice && !frame.includes('"type":"welcome"') && this.#tabKnows) this.#tab.onText(frame);
  }

  /** The connection is gone, and the server hears of it. */
  loseAtServer(): void {
    if (!this.#serverKnows) return;
    this.#serverKnows = false;
    this.#room?.leave(this);
  }

  /** The connection is gone, and the tab hears of it. */
  loseAtTab(): void {
    if (!this.#tabKnows) return;
    this.#tabKnows = false;
    this.#tab.onClose(1006);
  }

  /** The tab ends the connection: it hears nothing more of it. */
  abandon(): void {
    this.#tabKnows = false;
    this.loseAtServer();
  }

  /** What the person may do has changed. */
  tellAccess(): void {
    if (this.#serverKnows) this.#room?.setAccess(this, { role: this.#role() });
  }

  drain(): void {
    if (this.backlog === 0) return;
    this.backlog = 0;
    for (const callback of this.#drained.splice(0)) if (this.#serverKnows) callback();
  }

  whenDrained(callback: () => void): void {
    this.#drained.push(callback);
  }

  send(frame: string): void {
    if (this.#serverKnows) this.#toTab.push(frame);
  }

  complain(code: ErrorCode, reason: string): void {
    this.send(errorText(code, reason));
  }

  mayOrder(): boolean {
    this.allowance -= 1;
    return this.allowance >= 0;
  }

  worked(): void {}

  close(code: number): void {
    if (!this.#serverKnows) return;
    this.#toTab.push(code);
    this.loseAtServer();
  }

  #hear(text: string): void {
    const parsed = parseJson(clientMessageSchema, text);
    assert(parsed.ok, `a session says what is no message: ${text}`);
    const message = parsed.value;
    if (message.type === 'hello') {
      assert(helloProblem(message) === undefined, `a session greets as it may not: ${text}`);
      this.#room = this.#rooms.join(this.#roomId, this, { ...message, role: this.#role() });
      if (this.#room === undefined) this.close(CLOSE_CODES.noSuchRoom);
    } else if (message.type === 'patch') this.#order(message.patches);
    else if (message.type === 'presence') {
      const { type: _, ...change } = message;
      this.#room?.presence.change(this, change);
    } else if (message.type === 'check') this.#room?.check(this);
    else if (message.type === 'checked') this.#room?.checked(this, message.version, message.digest);
    else if (message.type === 'ping') this.send('{"type":"pong"}');
  }

  /** Nothing is decided of what a viewer sends. */
  #order(patches: Parameters<Room['submit']>[1]): void {
    const decided = () => this.#room?.entries.length;
    const before = decided();
    this.#room?.submit(this, patches);
    assert(this.#role() !== 'viewer' || decided() === before, 'the server took a patch of a viewer');
  }
}
