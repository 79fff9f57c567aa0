/** A client's connection to a room, in memory: keeps what it was told. */
import { assert, must } from '../../src/shared/assert';
import type { Op } from '../../src/shared/graph/ops';
import type { Hello } from '../../src/shared/protocol/client-messages';
import { parseJson } from '../../src/shared/protocol/parse';
import { type ServerMessage, serverFrameSchema } from '../../src/shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import type { Room } from '../room';
import type { Member } from '../room-ports';
import type { Rooms } from '../rooms';

export class FakeMember implements Member {
  /** One array a frame. */
  readonly frames: ServerMessage[][] = [];
  closedWith: number | undefined;
  #room: Room | undefined;

  constructor(readonly clientId: string) {}

  send(frame: string): void {
    const parsed = parseJson(serverFrameSchema, frame);
    assert(parsed.ok, `the room sent a frame that is none: ${frame}`);
    this.frames.push(parsed.value);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  join(rooms: Rooms, room: string, known: Pick<Hello, 'roomEpoch' | 'lastVersion'> = {}): this {
    const hello: Hello = { type: 'hello', protocolVersion: PROTOCOL_VERSION, clientId: this.clientId, ...known };
    this.#room = must(rooms.join(room, this, hello), `room ${room}`);
    return this;
  }

  /** Submits one patch, well-formed or not. */
  submit(seq: number, ops: readonly Op[] | unknown): void {
    must(this.#room, 'the room').submit(this, [{ seq, ops }]);
  }

  leave(): void {
    this.#room?.leave(this);
  }

  /** All messages so far, and forgets them. */
  take(): ServerMessage[] {
    return this.frames.splice(0).flat();
  }
}
