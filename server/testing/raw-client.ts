/** A client that says whatever it likes, and hears what it is answered. */
import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { assert } from '../../src/shared/assert';
import type { Hello } from '../../src/shared/protocol/client-messages';
import { parseJson } from '../../src/shared/protocol/parse';
import { type ServerMessage, serverFrameSchema } from '../../src/shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import { knownKey, roomOf } from './known-keys';
import { ANYONE } from './people';

export class RawClient {
  readonly socket: WebSocket;
  /** The code it was closed with; `undefined` while it is open. */
  closedWith: number | undefined;
  /** A frame that is none. */
  #nonsense: string | undefined;
  #heard: ServerMessage[] = [];
  #pongs = 0;
  #wake = () => {};

  /** @param socket that is being opened */
  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const frame = parseJson(serverFrameSchema, data.toString());
      // Not thrown here: in memory, the server itself is further up the stack.
      if (frame.ok) this.#heard.push(...frame.value);
      else this.#nonsense = `${data.toString()} (${frame.reason})`;
      this.#wake();
    });
    socket.on('pong', () => {
      this.#pongs += 1;
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closedWith = code;
      this.#wake();
    });
  }

  /** @throws when it is not let in */
  async open(): Promise<this> {
    if (this.socket.readyState === this.socket.CONNECTING) await once(this.socket, 'open');
    return this;
  }

  say(frame: string | Uint8Array, isBinary = false): void {
    this.socket.send(frame, { binary: isBinary });
  }

  /** Says hello as a client, without anything yet, and returns all it is told up to the welcome and with it. */
  hello(clientId: string, adopted: Hello['adopted'] = []): Promise<ServerMessage[]> {
    const own = {
      clientId,
      clientSecret: TEST_SECRET,
      adopted,
      person: ANYONE,
      key: knownKey(roomOf(this.socket.url)),
    };
    const message: Hello = { type: 'hello', protocolVersion: PROTOCOL_VERSION, ...own };
    this.say(JSON.stringify(message));
    return this.hear(({ type }) => type === 'welcome');
  }

  /** Takes what was said to it up to a message; when the connection is closed before that, all there is. */
  hear(isLast: (message: ServerMessage) => boolean): Promise<ServerMessage[]> {
    return this.#until(() => {
      const last = this.#heard.findIndex(isLast);
      return last === -1 ? undefined : last + 1;
    });
  }

  /** Takes what was said to it until the server's socket has read all that was sent, or is closed. */
  hearAll(): Promise<ServerMessage[]> {
    const awaited = this.#pongs + 1;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
    return this.#until(() => (this.#pongs >= awaited ? this.#heard.length : undefined));
  }

  /** Ends the connection, as if the page were closed. */
  async leave(): Promise<void> {
    this.socket.terminate();
    await this.#until(() => undefined);
  }

  /** @param count says how many messages to take, once that is known */
  async #until(count: () => number | undefined): Promise<ServerMessage[]> {
    for (;;) {
      assert(this.#nonsense === undefined, `the server sent a frame that is none: ${this.#nonsense}`);
      const taken = count() ?? (this.closedWith === undefined ? undefined : this.#heard.length);
      if (taken !== undefined) return this.#heard.splice(0, taken);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
