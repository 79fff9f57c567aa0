/** A client that sends hostile messages one at a time, and finds out what each was answered. */
import type { WebSocket } from 'ws';
import { assert } from '../../src/shared/assert';
import { isFinal, type ServerMessage } from '../../src/shared/protocol/server-messages';
import { ADOPTED, STRANGER } from './client-messages.arbitrary';
import type { HostileMessage } from './hostile-messages';
import { RawClient } from './raw-client';

/** What a message was answered. */
export interface Answer {
  readonly messages: readonly ServerMessage[];
  /** The code the connection was closed with, if it was. */
  readonly closedWith: number | undefined;
}

/** A seq that leaves a gap: the patch is sent back, in its turn after the answers to what was sent before it. */
const MARK = 8_765_432_109_876;
const MARK_TEXT = JSON.stringify({ type: 'patch', patches: [{ seq: MARK, ops: [] }] });

const isMark = (message: ServerMessage) => message.type === 'nack' && message.seq === MARK;

/** What comes back from a message that may be a hello: that is answered a moment after it was read. */
async function hearWelcome(client: RawClient): Promise<ServerMessage[]> {
  const first = await client.hearAll();
  await new Promise(setImmediate);
  return [...first, ...(await client.hearAll())];
}

export class Stranger {
  readonly #connect: () => WebSocket;
  #client: RawClient | undefined;
  #isGreeted = false;
  /** The last seq that has an outcome, by client. */
  readonly #lastSeqs = new Map<string, number>();

  constructor(connect: () => WebSocket) {
    this.#connect = connect;
  }

  /** The seq of the next patch of a client, by default of its own. */
  readonly nextSeq = (clientId = STRANGER): number => (this.#lastSeqs.get(clientId) ?? 0) + 1;

  /** Sees to it that there is a connection, on which hello was said or was not. */
  async ready(greeted: boolean): Promise<void> {
    if (this.#client?.closedWith === undefined && this.#client !== undefined && this.#isGreeted === greeted) return;
    await this.leave();
    this.#client = await new RawClient(this.#connect()).open();
    this.#isGreeted = greeted;
    if (greeted) this.#note(await this.#client.hello(STRANGER, [ADOPTED]));
  }

  /** Sends a message. `ready` must have been called. */
  async send({ frame, isBinary }: HostileMessage): Promise<Answer> {
    const client = this.#client;
    assert(client !== undefined, 'a stranger without a connection');
    client.say(frame, isBinary);
    if (this.#isGreeted) client.say(MARK_TEXT);
    const heard = this.#isGreeted ? await client.hear(isMark) : await hearWelcome(client);
    this.#note(heard);
    const { closedWith } = client;
    // Whether hello was said now, is for the next connection to forget.
    if (!this.#isGreeted) await this.leave();
    return { messages: heard.filter((message) => !isMark(message)), closedWith };
  }

  async leave(): Promise<void> {
    await this.#client?.leave();
    this.#client = undefined;
  }

  #note(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'welcome') {
        for (const [clientId, seq] of Object.entries(message.lastSeqs)) this.#lastSeqs.set(clientId, seq);
      } else if (message.type === 'ack' || (message.type === 'nack' && isFinal(message.code))) {
        const { clientId = STRANGER, seq } = message;
        this.#lastSeqs.set(clientId, Math.max(seq, this.#lastSeqs.get(clientId) ?? 0));
      }
    }
  }
}
