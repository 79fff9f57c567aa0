/**
 * One WebSocket of a client, from its first message to its end: parses what it says, finds out by `hello` who it is and
 * what it may do, and hands its patches to the room. The client is a stranger: nothing it sends may harm anyone else.
 */
import { WebSocket } from 'ws';
import { includesRole } from '../src/shared/access';
import { unreachable } from '../src/shared/assert';
import type { Clock } from '../src/shared/clock';
import type { ClientMessage, Hello } from '../src/shared/protocol/client-messages';
import { parseJson } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import type { Authorizer, Decision } from './access/access';
import { Admission } from './admission';
import { compiledClientMessage } from './compiled-schemas';
import { ByteThrottle } from './edge/byte-throttle';
import type { PlaceCounter } from './edge/counters';
import { errorText, messageText } from './frames';
import type { Guest, Guests } from './guests';
import { helloProblem, NO_SUCH_ROOM, NOT_YET, type Problem, ROOM_FULL, versionProblem } from './hello';
import { Inbox } from './inbox';
import { DamagedRoomError } from './load-room';
import type { Log } from './log';
import type { Metrics } from './metrics/metrics';
import type { Rate } from './rate-limit';
import type { Room } from './room';
import type { Rooms } from './rooms';
import type { Granted } from './seats';
import { type MemberPorts, SocketMember } from './socket-member';

/** Where a connection comes from, and what to. */
export interface Caller {
  readonly room: string;
  /** The client's IP address. */
  readonly address: string;
  /** How the address counts (`AddressShares`). */
  readonly share: Share;
  /** To be called when the client is let in. */
  readonly admitted: () => void;
}

/** What an address has of the server's time. Milliseconds, both. */
export interface Share {
  readonly spend: (milliseconds: number) => void;
  readonly wait: () => number;
}

export interface ConnectionPorts extends Omit<MemberPorts, 'worked'> {
  readonly rooms: Rooms;
  readonly authorizer: Pick<Authorizer, 'room'>;
  readonly guests: Guests;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** How long a client may take to say hello, in milliseconds. */
  readonly helloTimeout: number;
  /** Bytes at most before a client is let in. */
  readonly helloBytes: number;
  /** Who sends more bytes than this is read later. */
  readonly byteRate: Rate;
  /** The places in each room. */
  readonly places: Pick<PlaceCounter, 'take'>;
}

const PONG = messageText({ type: 'pong' });
const DAMAGED_TEXT =
  'This graph cannot be opened: what the server has stored of it is damaged. Nothing was overwritten.';
const TRY_AGAIN_TEXT = 'The server could not open this graph just now. It is tried again shortly.';
const NO_ACCESS_TEXT = 'You may not see this graph any more: its owner has withdrawn your access.';
const OTHER_PERSON_TEXT = 'Someone else has signed in. The graph is opened again for them.';

/** Characters of a reason that are sent: it can quote what the client sent, and that can be megabytes. */
const REASON_LENGTH = 500;

/** Messages that may wait before it is found out what a client may do. */
const MOST_EARLY = 32;
/** What a message costs besides being dealt with, in milliseconds. */
const READING = 0.005;

/** Serves a socket that was just opened for a room until it closes. */
export function serveConnection(socket: WebSocket, caller: Caller, ports: ConnectionPorts): void {
  const { room: roomId, address, share, admitted } = caller;
  const { rooms, metrics, guests } = ports;
  const log = ports.log.child({ room: roomId });
  const member = new SocketMember(socket, { ...ports, worked: share.spend });
  const throttle = new ByteThrottle(ports.byteRate, ports.now);
  let joined: { readonly room: Room; readonly admission: Admission; granted: Granted } | undefined;

  const fail = (closeCode: number, code: ErrorCode, reason: string) => {
    joined?.room.leave(member);
    member.send(errorText(code, reason));
    member.close(closeCode, reason);
  };
  const refuse = ({ closeCode, code, reason }: Problem) => {
    metrics.joinRefused(code);
    fail(closeCode, code, reason);
  };
  const trouble = (error: unknown) => {
    log.error('The room could not be joined.', error);
    fail(CLOSE_CODES.tryAgainLater, 'UNAVAILABLE', error instanceof DamagedRoomError ? DAMAGED_TEXT : TRY_AGAIN_TEXT);
  };

  const greet = async (hello: Hello) => {
    const problem = helloProblem(hello);
    if (problem !== undefined) return refuse(problem);
    // What comes while it is being found out what the client may do is judged by that.
    inbox.hold();
    const { key, token, clientId, adopted, person, roomEpoch, lastVersion } = hello;
    const admission = new Admission(
      { room: roomId, address, key, token },
      {
        authorizer: ports.authorizer,
        clock: ports.clock,
        now: ports.wallClock,
        onAsking: () => inbox.hold(),
        onDecision: (decision) => {
          onDecision(decision);
          inbox.release();
        },
        onTrouble: trouble,
      },
    );
    const guest: Guest = { linkId: undefined, recheck: () => admission.recheck() };
    guests.add(roomId, guest);
    socket.once('close', () => {
      admission.end();
      guests.remove(roomId, guest);
    });
    const decision = await admission.enter();
    if (socket.readyState !== WebSocket.OPEN) return;
    if (decision.status === 'sign_in') {
      return refuse({ closeCode: CLOSE_CODES.signIn, code: 'SIGN_IN', reason: decision.reason });
    }
    if (decision.status === 'refused') return refuse(NO_SUCH_ROOM);
    const { role, identity, expiresAt, linkId } = decision.access;
    guest.linkId = linkId;
    const granted = { role, identity, expiresAt };
    admitted();
    const leave = ports.places.take(roomId);
    if (leave === undefined) return refuse(ROOM_FULL);
    socket.once('close', leave);
    const room = rooms.join(roomId, member, { ...granted, clientId, adopted, person, roomEpoch, lastVersion });
    if (room === undefined) return refuse(NO_SUCH_ROOM);
    joined = { room, admission, granted };
    inbox.release();
  };

  /** What they may do has changed, or is now known to last longer. */
  const onDecision = (decision: Decision) => {
    if (joined === undefined || socket.readyState !== WebSocket.OPEN) return;
    if (decision.status === 'sign_in') return fail(CLOSE_CODES.signIn, 'SIGN_IN', decision.reason);
    if (decision.status === 'refused') return fail(CLOSE_CODES.noAccess, 'NO_ACCESS', NO_ACCESS_TEXT);
    const { role, identity, expiresAt } = decision.access;
    const { granted } = joined;
    if (identity?.userId !== granted.identity?.userId) return fail(CLOSE_CODES.signIn, 'SIGN_IN', OTHER_PERSON_TEXT);
    if (role === granted.role && expiresAt === granted.expiresAt && identity?.name === granted.identity?.name) return;
    joined.granted = { role, identity, expiresAt };
    joined.room.setAccess(member, joined.granted);
  };

  const receive = (text: string) => {
    const parsed = parseJson(compiledClientMessage, text);
    if (!parsed.ok) {
      const foreign = joined === undefined ? versionProblem(text) : undefined;
      if (foreign !== undefined) refuse(foreign);
      else member.complain('BAD_MESSAGE', parsed.reason.slice(0, REASON_LENGTH));
      return;
    }
    const message = parsed.value;
    if (joined !== undefined) hear(joined, message);
    else if (message.type === 'hello') greet(message).catch(trouble);
    else refuse(NOT_YET);
  };

  const take = (text: string) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    const begun = ports.now();
    try {
      receive(text);
    } catch (error) {
      if (joined === undefined) trouble(error);
      else rooms.fail(joined.room, error);
    }
    share.spend(ports.now() - begun + READING);
    const wait = throttle.spend(text.length);
    if (wait === 0) return;
    metrics.rateLimited('bytes');
    inbox.rest(wait);
  };
  const inbox = new Inbox(socket, { clock: ports.clock, handle: take, wait: share.wait });

  const hear = ({ room, admission, granted }: NonNullable<typeof joined>, message: ClientMessage) => {
    if (message.type === 'patch') {
      // Who may not order patches is held to the rate of messages: each is answered.
      if (includesRole(granted.role, 'editor') || member.admits()) room.submit(member, message.patches);
    } else if (message.type === 'hello') member.complain('BAD_MESSAGE', 'This connection has said hello already.');
    else if (message.type === 'auth') {
      if (member.admits()) admission.present(message.token);
    } else if (member.admits()) handle(room, message);
    else if (message.type === 'presence') metrics.presenceDropped('rate');
  };

  const handle = (room: Room, message: Exclude<ClientMessage, { type: 'patch' | 'hello' | 'auth' }>) => {
    switch (message.type) {
      case 'presence': {
        const { type: _, ...change } = message;
        return room.presence.change(member, change);
      }
      case 'person':
        return room.rename(member, message.person);
      case 'check':
        if (message.rebuilds !== undefined) metrics.rebuilt(message.rebuilds);
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
    if (joined === undefined && inbox.length >= MOST_EARLY) return refuse(NOT_YET);
    inbox.take(data.toString());
  });
  socket.on('error', (error) => log.warn('A client was cut off.', error));
  socket.on('close', () => {
    clearTimeout(helloTimer);
    inbox.end();
    joined?.room.leave(member);
  });
}
