/** The WebSocket to a room: partysocket, which connects again by itself, behind the few calls the session needs. */
import PartySocket, { type PartySocketOptions } from 'partysocket';

export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  /** The connection is gone; `code` is the WebSocket close code. Another attempt follows unless `close` was called. */
  onClose(code: number): void;
}

export interface RoomSocket {
  send(text: string): void;
  /** Drops this connection and makes a new one, after a back-off. */
  reconnect(): void;
  /** While there is no connection: tries at once, without waiting for the back-off to pass. */
  connectNow(): void;
  /** Ends the connection. No other is made until `reconnect` is called. */
  close(): void;
}

export interface SocketOptions {
  /** Host and port of the server. */
  readonly host: string;
  readonly room: string;
  readonly secure: boolean;
  /** The WebSocket class where the platform has none of its own (Node 20). */
  readonly WebSocket?: PartySocketOptions['WebSocket'];
}

/** Only a connection that lasted this long, in milliseconds, sets the back-off to its start again. */
const MIN_UPTIME = 5_000;
const GROW_FACTOR = 1.6;

export function openRoomSocket(options: SocketOptions, events: SocketEvents): RoomSocket {
  // Milliseconds. The random part keeps a thousand tabs from coming back in the same moment.
  const [shortest, longest] = [200 + Math.random() * 300, 5_000 + Math.random() * 1_000];
  const socket = new PartySocket({
    host: options.host,
    party: 'room',
    room: options.room,
    protocol: options.secure ? 'wss' : 'ws',
    WebSocket: options.WebSocket,
    // The session owns the queue: a message queued here would overtake the next connection's hello.
    maxEnqueuedMessages: 0,
    minReconnectionDelay: shortest,
    maxReconnectionDelay: longest,
    reconnectionDelayGrowFactor: GROW_FACTOR,
    minUptime: MIN_UPTIME,
  });
  // partysocket's own `reconnect` connects at once, however often it is called: what leads to it again and again
  // would keep the server busy with nothing.
  let opened = 0;
  let asked = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const reconnect = () => {
    asked = performance.now() - opened < MIN_UPTIME ? asked + 1 : 1;
    clearTimeout(again);
    again = setTimeout(() => socket.reconnect(), Math.min(shortest * GROW_FACTOR ** (asked - 1), longest));
    socket.close();
  };
  socket.addEventListener('open', () => {
    opened = performance.now();
    events.onOpen();
  });
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') events.onText(event.data);
  });
  socket.addEventListener('close', (event) => events.onClose(event.code));
  return {
    send: (text) => void socket.send(text),
    reconnect,
    connectNow: () => {
      clearTimeout(again);
      if (socket.readyState === socket.CLOSED) socket.reconnect();
    },
    close: () => {
      clearTimeout(again);
      socket.close();
    },
  };
}
