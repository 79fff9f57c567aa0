/** A client's connection to a room, in memory: keeps what it was told. */
import { assert, must } from '../../src/shared/assert';
import type { Op } from '../../src/shared/graph/ops';
import { parseJson } from '../../src/shared/protocol/parse';
import type { PresenceChange } from '../../src/shared/protocol/presence';
import {
  type ErrorCode,
  type Peers,
  type ServerMessage,
  serverFrameSchema,
} from '../../src/shared/protocol/server-messages';
import { errorText } from '../frames';
import type { Room } from '../room';
import type { Member } from '../room-ports';
import type { Rooms } from '../rooms';
import type { Greeting } from '../seats';
import { ANYONE } from './people';

export class FakeMember implements Member {
  /** One array a frame, presence left out. */
  readonly frames: ServerMessage[][] = [];
  /** What it was told of the others' presence, one a frame. */
  readonly presence: Peers[] = [];
  closedWith: number | undefined;
  /** Set by a test: what waits to be sent, in bytes. */
  backlog = 0;
  /** Set by a test: how many more patches it may send. */
  allowance = Number.POSITIVE_INFINITY;
  #room: Room | undefined;
  #waiting: (() => void)[] = [];

  constructor(readonly clientId: string) {}

  send(frame: string): void {
    const parsed = parseJson(serverFrameSchema, frame);
    assert(parsed.ok, `the room sent a frame that is none: ${frame}`);
    const [first] = parsed.value;
    if (first?.type === 'presence') this.presence.push(first);
    else this.frames.push(parsed.value);
  }

  complain(code: ErrorCode, reason: string): void {
    this.send(errorText(code, reason));
  }

  mayOrder(): boolean {
    this.allowance -= 1;
    return this.allowance >= 0;
  }

  worked(): void {}

  whenDrained(callback: () => void): void {
    assert(this.backlog > 0, 'waits for a backlog that is not there');
    this.#waiting.push(callback);
  }

  /** Reads all that waits to be sent. */
  drain(): void {
    this.backlog = 0;
    for (const callback of this.#waiting.splice(0)) callback();
  }

  close(code: number): void {
    this.closedWith = code;
  }

  /** Comes in as an editor, unless the greeting says otherwise. */
  join(rooms: Rooms, room: string, greeting: Partial<Omit<Greeting, 'clientId'>> = {}): this {
    const { clientId } = this;
    this.#room = must(
      rooms.join(room, this, { clientId, person: ANYONE, role: 'editor', ...greeting }),
      `room ${room}`,
    );
    return this;
  }

  /** The room it is in. */
  get room(): Room {
    return must(this.#room, 'the room');
  }

  /**
   * Submits one patch, well-formed or not.
   * @param clientId of an adopted client; its own when left out
   */
  submit(seq: number, ops: readonly Op[] | unknown, clientId?: string): void {
    this.room.submit(this, [{ clientId, seq, ops }]);
  }

  /** Is seen to do something else. */
  show(change: PresenceChange): void {
    this.room.presence.change(this, change);
  }

  leave(): void {
    this.#room?.leave(this);
  }

  /** All messages so far, presence left out, and forgets them. */
  take(): ServerMessage[] {
    return this.frames.splice(0).flat();
  }
}
