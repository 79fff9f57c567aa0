/**
 * One WebSocket of a client, from its first message to its end: parses what it says, binds it to a client id by
 * `hello`, and hands its patches to the room. The client is a stranger: nothing it sends may harm anyone else.
 */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { unreachable } from '../src/shared/assert';
import type { ClientMessage, Hello } from '../src/shared/protocol/client-messages';
import { parseJson } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES, PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { compiledClientMessage } from './compiled-schemas';
import { errorText, messageText } from './frames';
import { DamagedRoomError } from './load-room';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { Room } from './room';
import type { Rooms } from './rooms';
import { type MemberPorts, SocketMember } from './socket-member';

export interface ConnectionPorts extends MemberPorts {
  readonly rooms: Rooms;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long a client may take to say hello, in milliseconds. */
  readonly helloTimeout: number;
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
  const { rooms, log, metrics } = ports;
  const member = new SocketMember(socket, ports);
  let joined: Room | undefined;

  const fail = (closeCode: number, code: ErrorCode, reason: string) => {
    member.send(errorText(code, reason));
    member.close(closeCode, reason);
  };

  const greet = (hello: Hello) => {
    if (hello.protocolVersion !== PROTOCOL_VERSION) return refuseVersion(hello.protocolVersion);
    joined = rooms.join(roomId, member, hello);
    if (joined === undefined) fail(CLOSE_CODES.noSuchRoom, 'NO_SUCH_ROOM', NO_SUCH_ROOM_TEXT);
  };
  const refuseVersion = (theirs: number) => {
    fail(CLOSE_CODES.wrongVersion, 'WRONG_VERSION', wrongVersionText(theirs));
  };

  const receive = (text: string) => {
    const parsed = parseJson(compiledClientMessage, text);
    if (!parsed.ok) {
      const foreign = joined === undefined ? parseJson(anyHelloSchema, text) : undefined;
      if (foreign?.ok && foreign.value.protocolVersion !== PROTOCOL_VERSION) {
        refuseVersion(foreign.value.protocolVersion);
      } else member.complain('BAD_MESSAGE', parsed.reason.slice(0, REASON_LENGTH));
      return;
    }
    const message = parsed.value;
    if (joined !== undefined) hear(joined, message);
    else if (message.type === 'hello') greet(message);
    else fail(CLOSE_CODES.badProtocol, 'NOT_YET', 'The first message must be "hello".');
  };

  const hear = (room: Room, message: ClientMessage) => {
    if (message.type === 'patch') room.submit(member, message.patches);
    else if (message.type === 'hello') member.complain('BAD_MESSAGE', 'This connection has said hello already.');
    else if (member.admits()) handle(room, message);
    else if (message.type === 'presence') metrics.presenceDropped('rate');
  };

  const handle = (room: Room, message: Exclude<ClientMessage, { type: 'patch' | 'hello' }>) => {
    switch (message.type) {
      case 'presence': {
        const { type: _, ...change } = message;
        return room.presence.change(member, change);
      }
      case 'person':
        return room.rename(member, message.person);
      case 'check':
        return room.check(member);
      case 'checked':
        return room.checked(member, message.version, message.digest);
      case 'ping':
        return member.say(PONG);
      default:
        return unreachable(message);
    }
  };

  const helloTimer = setTimeout(() => {
    if (joined === undefined) fail(CLOSE_CODES.badProtocol, 'NOT_YET', 'The client did not say hello in time.');
  }, ports.helloTimeout);

  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (isBinary) return member.complain('BAD_MESSAGE', 'Messages must be text, not binary.');
    try {
      receive(data.toString());
    } catch (error) {
      if (joined !== undefined) return rooms.fail(joined, error);
      log.error(`Room ${roomId} could not be joined.`, error);
      fail(CLOSE_CODES.tryAgainLater, 'UNAVAILABLE', error instanceof DamagedRoomError ? DAMAGED_TEXT : TRY_AGAIN_TEXT);
    }
  });
  socket.on('error', (error) => log.error(`A client of room ${roomId} was cut off: ${error.message}.`));
  socket.on('close', () => {
    clearTimeout(helloTimer);
    joined?.leave(member);
  });
}

function wrongVersionText(theirs: number): string {
  const advice = theirs < PROTOCOL_VERSION ? 'Reload the page to get the new one' : 'The server has to be updated';
  return `This page and the server speak different versions (${theirs} and ${PROTOCOL_VERSION}). ${advice}.`;
}
