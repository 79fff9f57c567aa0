/**
 * One WebSocket of a client, from its first message to its end: parses what it says, binds it to a client id by
 * `hello`, and hands its patches to the room. The client is a stranger: nothing it sends may harm anyone else.
 */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { unreachable } from '../src/shared/assert';
import { clientMessageSchema, type Hello } from '../src/shared/protocol/client-messages';
import { parseJson } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES, PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { errorText, messageText } from './frames';
import { DamagedRoomError } from './load-room';
import type { Log } from './log';
import type { Room } from './room';
import type { Member } from './room-ports';
import type { Rooms } from './rooms';

export interface ConnectionPorts {
  readonly rooms: Rooms;
  readonly log: Log;
  /** How long a client may take to say hello, in milliseconds. */
  readonly helloTimeout: number;
  /** A client with more bytes than this still to be sent to it is cut off. */
  readonly maxBufferedBytes: number;
}

const PONG = messageText({ type: 'pong' });
const NO_SUCH_ROOM_TEXT = 'This graph does not exist on this server. Check the link, or make a new graph.';
const DAMAGED_TEXT =
  'This graph cannot be opened: what the server has stored of it is damaged. Nothing was overwritten.';
const TRY_AGAIN_TEXT = 'The server could not open this graph just now. It is tried again shortly.';

/** Characters of a reason that are sent: it can quote what the client sent, and that can be megabytes. */
const REASON_LENGTH = 500;

/** What every version's `hello` has: a client of another version must learn that it is one, whatever else it sends. */
const anyHelloSchema = z.object({ type: z.literal('hello'), protocolVersion: z.int() });

/** Serves a socket that was just opened for a room until it closes. */
export function serveConnection(socket: WebSocket, roomId: string, ports: ConnectionPorts): void {
  const { rooms, log } = ports;
  let joined: { readonly room: Room; readonly member: Member } | undefined;

  const close = (code: number, reason: string) => {
    // A close reason has 123 bytes at most; ours are in English, so characters are bytes enough.
    if (socket.readyState === WebSocket.OPEN) socket.close(code, reason.slice(0, 100));
  };
  const leave = () => {
    joined?.room.leave(joined.member);
    joined = undefined;
  };
  const send = (frame: string) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > ports.maxBufferedBytes) {
      log.error(`A client of room ${roomId} reads too slowly and was cut off.`);
      leave();
      close(CLOSE_CODES.tryAgainLater, 'This connection is too slow to keep up.');
      return;
    }
    socket.send(frame);
  };
  const fail = (closeCode: number, code: ErrorCode, reason: string) => {
    send(errorText(code, reason));
    close(closeCode, reason);
  };

  const greet = (hello: Hello) => {
    if (hello.protocolVersion !== PROTOCOL_VERSION) return refuseVersion(hello.protocolVersion);
    const member: Member = { clientId: hello.clientId, send, close };
    const room = rooms.join(roomId, member, hello);
    if (room !== undefined) joined = { room, member };
    else fail(CLOSE_CODES.noSuchRoom, 'NO_SUCH_ROOM', NO_SUCH_ROOM_TEXT);
  };
  const refuseVersion = (theirs: number) => {
    fail(CLOSE_CODES.wrongVersion, 'WRONG_VERSION', wrongVersionText(theirs));
  };

  const receive = (text: string) => {
    const parsed = parseJson(clientMessageSchema, text);
    if (!parsed.ok) {
      const foreign = joined === undefined ? parseJson(anyHelloSchema, text) : undefined;
      if (foreign?.ok && foreign.value.protocolVersion !== PROTOCOL_VERSION) {
        refuseVersion(foreign.value.protocolVersion);
      } else send(errorText('BAD_MESSAGE', parsed.reason.slice(0, REASON_LENGTH)));
      return;
    }
    const message = parsed.value;
    if (joined === undefined) {
      if (message.type === 'hello') greet(message);
      else fail(CLOSE_CODES.badProtocol, 'NOT_YET', 'The first message must be "hello".');
      return;
    }
    switch (message.type) {
      case 'hello':
        send(errorText('BAD_MESSAGE', 'This connection has said hello already.'));
        break;
      case 'patch':
        joined.room.submit(joined.member, message.patches);
        break;
      case 'ping':
        send(PONG);
        break;
      default:
        unreachable(message);
    }
  };

  const helloTimer = setTimeout(() => {
    if (joined === undefined) fail(CLOSE_CODES.badProtocol, 'NOT_YET', 'The client did not say hello in time.');
  }, ports.helloTimeout);

  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (isBinary) return send(errorText('BAD_MESSAGE', 'Messages must be text, not binary.'));
    try {
      receive(data.toString());
    } catch (error) {
      if (joined !== undefined) return rooms.fail(joined.room, error);
      log.error(`Room ${roomId} could not be joined.`, error);
      fail(CLOSE_CODES.tryAgainLater, 'UNAVAILABLE', error instanceof DamagedRoomError ? DAMAGED_TEXT : TRY_AGAIN_TEXT);
    }
  });
  socket.on('error', (error) => log.error(`A client of room ${roomId} was cut off: ${error.message}.`));
  socket.on('close', () => {
    clearTimeout(helloTimer);
    leave();
  });
}

function wrongVersionText(theirs: number): string {
  const advice = theirs < PROTOCOL_VERSION ? 'Reload the page to get the new one' : 'The server has to be updated';
  return `This page and the server speak different versions (${theirs} and ${PROTOCOL_VERSION}). ${advice}.`;
}
