/** A client on a real WebSocket. Messages are awaited, never waited for by the clock. */
import { WebSocket } from 'ws';
import { assert } from '../../src/shared/assert';
import type { Hello } from '../../src/shared/protocol/client-messages';
import { parseJson } from '../../src/shared/protocol/parse';
import { type ServerMessage, serverFrameSchema, type Welcome } from '../../src/shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import { knownKey, roomOf } from './known-keys';
import { ANYONE } from './people';

export class TestClient {
  readonly socket: WebSocket;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  readonly #messages: ServerMessage[] = [];
  #wake = () => {};

  /** @param url of the server, as `http://…` */
  constructor(url: string, room: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/parties/room/${room}?_pk=test`);
    this.socket.on('message', (data) => {
      const parsed = parseJson(serverFrameSchema, data.toString());
      assert(parsed.ok, `the server sent a frame that is none: ${data.toString()}`);
      this.#messages.push(...parsed.value);
      this.#wake();
    });
    this.socket.on('error', () => {}); // What follows is `close`, and that is what tests look at.
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }

  async open(): Promise<this> {
    if (this.socket.readyState !== WebSocket.CONNECTING) return this;
    await new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    return this;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next message that was not taken yet; presence is left out. */
  async next(): Promise<ServerMessage> {
    for (;;) {
      const message = await this.nextOfAll();
      if (message.type !== 'presence') return message;
    }
  }

  /** The next message that was not taken yet, be it presence or not. */
  async nextOfAll(): Promise<ServerMessage> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Says hello, by default with the key that came with the room (`newRoom`). */
  greet(clientId: string, fields: Partial<Hello> = {}): void {
    const key = knownKey(roomOf(this.socket.url));
    const own = { clientId, clientSecret: TEST_SECRET, person: ANYONE, ...(key !== undefined && { key }) };
    this.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, ...own, ...fields });
  }

  /** Opens, says hello and returns the welcome. */
  async join(
    clientId: string,
    known: Partial<Pick<Hello, 'roomEpoch' | 'lastVersion' | 'adopted' | 'person' | 'key' | 'token'>> = {},
  ): Promise<Welcome> {
    await this.open();
    this.greet(clientId, known);
    const message = await this.next();
    assert(message.type === 'welcome', `not a welcome: ${JSON.stringify(message)}`);
    return message;
  }

  patch(seq: number, ops: unknown): void {
    this.send({ type: 'patch', patches: [{ seq, ops }] });
  }
}
